-- promise: A figure of a programme is either a range or one number wherever it stands.
WITH item AS (
  SELECT source_id, figure, scenario, bound, printed, source_line FROM programme_money
  UNION ALL SELECT source_id, figure, scenario, bound, printed, source_line FROM programme_measure
)
SELECT r.source_id, r.source_line, r.printed, r.figure AS subject, format('Line {} prints {}; line {} prints {}.', r.source_line, r.printed, min(p.source_line), arg_min(p.printed, p.source_line)) AS detail
FROM item AS r JOIN item AS p ON p.source_id = r.source_id AND p.figure = r.figure AND p.scenario = r.scenario WHERE r.bound = 'low' AND p.bound = 'point'
GROUP BY r.source_id, r.source_line, r.printed, r.figure
