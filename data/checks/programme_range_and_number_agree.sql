-- promise: A figure of a programme is either a range or one number wherever it stands.
WITH item AS (
  SELECT source_id, figure, scenario, bound, printed, source_line FROM programme_money
  UNION ALL SELECT source_id, figure, scenario, bound, printed, source_line FROM programme_measure
)
SELECT r.source_id, r.source_line, r.printed, r.figure AS subject, format('Line {} prints {}; {} prints one number.', r.source_line, r.printed, string_agg('line ' || p.source_line, ', ' ORDER BY p.source_line)) AS detail
FROM item AS r JOIN item AS p USING (source_id, figure, scenario) WHERE r.bound = 'low' AND p.bound = 'point' GROUP BY ALL
