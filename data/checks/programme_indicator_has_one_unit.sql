-- promise: All values of an indicator of a programme are in one unit and its baseline, its target and its actual value are each one number.
SELECT m.source_id, min(m.source_line) AS source_line, arg_min(m.printed, m.source_line) AS printed, m.indicator AS subject, format('The values are in {}.', string_agg(DISTINCT m.unit, ', ' ORDER BY m.unit)) AS detail
FROM programme_measure AS m WHERE m.indicator IS NOT NULL AND m.kind <> 'change' GROUP BY m.source_id, m.indicator HAVING count(DISTINCT m.unit) > 1
UNION ALL
SELECT m.source_id, min(m.source_line), arg_min(m.printed, m.source_line), m.indicator || '.' || m.kind, format('Several values are kept as its {}.', m.kind)
FROM programme_measure AS m WHERE m.indicator IS NOT NULL AND m.kind IN ('baseline', 'target', 'actual') AND m.bound = 'point' AND m.scenario = 'plan' GROUP BY m.source_id, m.indicator, m.kind HAVING count(DISTINCT m.value) > 1
