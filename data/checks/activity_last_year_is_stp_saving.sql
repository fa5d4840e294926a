-- promise: The expenditure change in the last year of the activity table is the saving planned from integration.
SELECT t.source_id, t.source_line, t.printed, t.activity || ' ' || t.financial_year AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', s.locator, s.printed, s.source_line, t.locator, t.printed, t.source_line) AS detail
FROM activity_change AS t
JOIN (SELECT * FROM benefit_summary WHERE line = 'stp_submission' QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY source_line) = 1) AS s USING (source_id)
WHERE t.unit = '£m' AND t.financial_year = (SELECT max(x.financial_year) FROM activity_change AS x) AND abs(abs(t.value) - s.amount_gbp_m) > 0.05
