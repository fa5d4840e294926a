-- promise: The printed total of every table of an option is the sum of its years.
-- in an import: misprint
WITH years AS (
  SELECT source_id, option_id, measure, nature, sum(value) AS expected, min(source_line) || ' to ' || max(source_line) AS lines
  FROM savings_profile GROUP BY ALL HAVING count(*) = count(value)
)
SELECT t.source_id, t.source_line, t.printed, upper(t.option_id) || '.' || replace(t.measure, 'fte', 'posts') || if(t.nature = 'unstated', '', '.' || t.nature) || ' total' AS subject,
  format('The years on lines {} give {:.10g}; line {} prints {}.', y.lines, y.expected::DOUBLE, t.source_line, t.printed) AS detail
FROM savings_total AS t JOIN years AS y USING (source_id, option_id, measure, nature) WHERE t.value IS DISTINCT FROM y.expected
