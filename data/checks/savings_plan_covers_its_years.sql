-- promise: A savings plan said to run over several years gives a figure for each of them.
WITH years AS (
  SELECT source_id, locator, count(DISTINCT period) AS years, string_agg(DISTINCT period, ' and ' ORDER BY period) AS periods
  FROM narrative_figure WHERE measure = 'planned_savings' AND subject = 'council' AND regexp_full_match(period, '20[0-9][0-9]/[0-9][0-9]') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.figure AS subject,
  format('Line {} says {} and gives figures for {} years, {}.', t.source_line, t.printed, y.years, y.periods) AS detail
FROM narrative_figure AS t JOIN years AS y USING (source_id, locator) WHERE t.figure = 'planned_savings_duration' AND t.value <> y.years
