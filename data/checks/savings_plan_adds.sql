-- promise: The savings planned for single years add up to the planned total.
WITH parts AS (
  SELECT source_id, locator, sum(value) AS expected, string_agg(DISTINCT source_line::VARCHAR, ', ') AS lines
  FROM narrative_figure WHERE measure = 'planned_savings' AND subject = 'council' AND regexp_full_match(period, '20[0-9][0-9]/[0-9][0-9]') GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.figure AS subject,
  format('The yearly savings on line {} add up to {:.10g}; line {} prints {}.', p.lines, p.expected::DOUBLE, t.source_line, t.printed) AS detail
FROM narrative_figure AS t JOIN parts AS p USING (source_id, locator) WHERE t.figure = 'planned_savings_total' AND t.value <> p.expected
