-- promise: The gap to lower quartile is the reduction needed less planned savings, and each is the stated share of the gross budget.
WITH stated AS (
  SELECT source_id, figure, min(value) AS value, min(source_line) AS source_line FROM narrative_figure GROUP BY ALL
), worked AS (
  SELECT r.source_id, 'gap_to_lower_quartile_after_savings' AS figure, r.value - s.value AS expected, r.source_line || ' and ' || s.source_line AS lines, 0.05 AS tolerance
  FROM stated AS r JOIN stated AS s USING (source_id) WHERE r.figure = 'reduction_to_lower_quartile' AND s.figure = 'planned_savings_total'
  UNION ALL
  SELECT r.source_id, r.figure || '_share', 100 * r.value / b.value, r.source_line || ' and ' || b.source_line, 0.5
  FROM stated AS r JOIN stated AS b USING (source_id) WHERE r.figure IN ('reduction_to_lower_quartile', 'gap_to_lower_quartile_after_savings') AND b.figure = 'gross_budget'
)
SELECT n.source_id, n.source_line, n.printed, n.figure || CASE WHEN n.occurrence > 1 THEN ', again' ELSE '' END AS subject,
  format('The figures on lines {} give {:.1f}; line {} prints {}.', w.lines, w.expected::DOUBLE, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN worked AS w USING (source_id, figure) WHERE abs(n.value - w.expected) > w.tolerance
