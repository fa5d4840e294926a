-- promise: An actor that stands in the same list of engagement of two programmes has the same roles in both.
WITH listed AS (
  SELECT source_id, matrix, actor, programme, min(source_line) AS source_line, arg_min(anchor, source_line) AS anchor, string_agg(role, ', ' ORDER BY role) AS roles
  FROM programme_responsibility WHERE matrix NOT IN ('stakeholders', 'activities') GROUP BY ALL
)
SELECT b.source_id, b.source_line, b.anchor AS printed, b.matrix || ' ' || b.actor AS subject, format('{} on line {}; {} on line {}.', b.roles, b.source_line, a.roles, a.source_line) AS detail
FROM listed AS a JOIN listed AS b USING (source_id, matrix, actor) WHERE a.source_line < b.source_line AND a.roles <> b.roles
