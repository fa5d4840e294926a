-- promise: The first opening balance of a forecast is the balance of reserves the council reported to government for the day before.
WITH reported AS (
  SELECT at_date, sum(amount_gbp_k) / 1000 AS amount_gbp_m, min(locator) AS locator FROM reserve_outturn
  WHERE basis = 'reported' AND reserve IN ('earmarked', 'unallocated') GROUP BY at_date
)
SELECT o.source_id, o.source_line, o.printed, o.scenario || '.' || o.line || ' ' || o.financial_year AS subject,
  format('{} reports {:.1f} at {}; {} prints {} on line {}.', r.locator, r.amount_gbp_m::DOUBLE, strftime(r.at_date, '%-d %B %Y'), o.locator, o.printed, o.source_line) AS detail
FROM budget_line AS o JOIN reported AS r ON r.at_date = make_date(substr(o.financial_year, 1, 4)::INTEGER, 3, 31)
WHERE o.line = 'opening_balance' AND abs(o.amount_gbp_m - r.amount_gbp_m) > 0.5
  AND o.financial_year = (SELECT min(x.financial_year) FROM budget_line AS x WHERE x.source_id = o.source_id AND x.locator = o.locator AND x.line = 'opening_balance')
