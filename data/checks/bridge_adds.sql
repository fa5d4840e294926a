-- promise: The parts of the bridge add up to the fall from the deficit on current plans to the deficit under the new model.
WITH parts AS (
  SELECT source_id, locator, sum(value) AS expected, string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) AS lines FROM narrative_figure WHERE figure LIKE 'deficit\_bridge\_%' ESCAPE '\' GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The deficit on current plans is {} (line {}) and the parts of the bridge are {:.10g} (lines {}), leaving {:.10g}; line {} prints {}.',
    d.printed, d.source_line, p.expected::DOUBLE, p.lines, (d.value - p.expected)::DOUBLE, n.source_line, n.printed) AS detail
FROM narrative_figure AS n
JOIN narrative_figure AS d ON (d.source_id, d.locator) = (n.source_id, n.locator) AND d.figure = 'in_year_deficit_do_nothing'
JOIN parts AS p ON (p.source_id, p.locator) = (n.source_id, n.locator)
WHERE n.figure = 'in_year_deficit_new_model' AND n.value <> d.value - p.expected
