-- promise: The first opening balance is what the budgeted use of reserves, by the share it is said to be, leaves over.
WITH left_over AS (
  SELECT u.source_id, u.value / (s.value / 100) - u.value AS remaining, u.printed, u.source_line, s.printed AS share_printed
  FROM narrative_figure AS u JOIN narrative_figure AS s ON s.source_id = u.source_id AND s.figure = u.figure || '_share' AND s.unit = '%' AND s.measure = 'share_of_reserves'
)
SELECT o.source_id, o.source_line, o.printed, o.scenario || '.' || o.line || ' ' || o.financial_year AS subject,
  format('A use of {} that is {} of reserves (line {}) leaves {:.0f}; {} prints {} on line {}.', l.printed, l.share_printed, l.source_line, l.remaining::DOUBLE, o.locator, o.printed, o.source_line) AS detail
FROM budget_line AS o JOIN left_over AS l USING (source_id)
WHERE o.line = 'opening_balance' AND abs(o.amount_gbp_m - l.remaining) > 2
  AND o.financial_year = (SELECT min(x.financial_year) FROM budget_line AS x WHERE x.source_id = o.source_id AND x.locator = o.locator AND x.line = 'opening_balance')
