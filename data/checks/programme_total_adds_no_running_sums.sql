-- promise: No total is made by adding up sums that are running totals already.
SELECT t.source_id, t.source_line, t.printed, t.figure AS subject, format('The total on line {} adds the running sums {}.', t.source_line, string_agg(p.printed, ', ' ORDER BY p.period)) AS detail
FROM programme_money AS t JOIN programme_money AS p ON p.source_id = t.source_id AND p.row_total = t.figure AND p.source_line = t.source_line
WHERE p.basis = 'cumulative' GROUP BY t.source_id, t.source_line, t.printed, t.figure
