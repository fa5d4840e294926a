-- promise: Every milestone and every phase stands on the timeline once, under one programme, whose short name no other document has.
SELECT m.source_id, m.source_line, m.printed, m.programme || '.' || m.milestone AS subject, format('The timeline shows it {} times.', count(e.event)) AS detail
FROM milestone AS m LEFT JOIN delivery_event AS e ON e.source_id = m.source_id AND e.source_line = m.source_line AND e.event = m.milestone AND e.kind IN ('milestone', 'decision')
GROUP BY ALL HAVING count(e.event) <> 1
UNION ALL SELECT f.source_id, f.source_line, f.printed, f.programme || '.' || f.phase, 'The timeline does not show it.'
FROM plan_phase AS f ANTI JOIN delivery_event AS e ON e.source_id = f.source_id AND e.source_line = f.source_line AND e.event = f.phase AND e.kind = 'phase'
UNION ALL SELECT min(source_id), min(source_line), min(printed), programme, 'More than one document has dates under this name.'
FROM delivery_event GROUP BY programme HAVING count(DISTINCT source_id) > 1
