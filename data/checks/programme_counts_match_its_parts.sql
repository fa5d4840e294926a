-- promise: Where a programme says how many programmes, work streams, projects or aims it has, that is the number it lists; of several counts of a bid one is.
WITH stated(figure, level) AS (
  VALUES ('plymouth_programmes', 'programme'), ('babergh_enquiry_groups', 'workstream'), ('cherwell_workstreams', 'workstream'), ('cheshire_projects', 'project'), ('cheshire_themes', 'workstream'), ('cornwall_phases', 'project')
), own(figure, level) AS (
  VALUES ('cco_projects', 'project'), ('cst_workstreams', 'project'), ('pod_projects', 'project'), ('ihwb_projects', 'project'), ('ihwb_workstreams', 'workstream')
), listed AS (
  SELECT t.source_id, t.root, p.level, count(*) AS number FROM programme AS p JOIN programme_tree AS t USING (source_id, programme) GROUP BY ALL
)
SELECT m.source_id, min(m.source_line) AS source_line, arg_min(m.printed, m.source_line) AS printed, m.figure AS subject, format('{} are listed; line {} prints {}.', l.number, min(m.source_line), arg_min(m.printed, m.source_line)) AS detail
FROM stated AS s JOIN programme_measure AS m USING (figure) JOIN programme_tree AS t ON t.source_id = m.source_id AND t.programme = m.programme
JOIN listed AS l ON l.source_id = t.source_id AND l.root = t.root AND l.level = s.level
GROUP BY m.source_id, m.figure, l.number HAVING NOT bool_or(m.value = l.number)
UNION ALL
SELECT m.source_id, m.source_line, m.printed, m.figure, format('{} are listed; line {} prints {}.', l.number, m.source_line, m.printed)
FROM own AS o JOIN programme_measure AS m USING (figure) JOIN (SELECT source_id, parent, level, count(*) AS number FROM programme GROUP BY ALL) AS l ON l.source_id = m.source_id AND l.parent = m.programme AND l.level = o.level WHERE m.value <> l.number
UNION ALL
SELECT m.source_id, m.source_line, m.printed, m.figure, format('{} stand right below line {}, which prints {}.', count(*), m.source_line, m.printed)
FROM (VALUES ('ihwb_aims', 'aim')) AS b(figure, kind) JOIN programme_measure AS m USING (figure)
JOIN programme_statement AS t ON t.source_id = m.source_id AND t.programme = m.programme AND t.kind = b.kind AND t.source_line BETWEEN m.source_line AND m.source_line + 10
GROUP BY m.source_id, m.source_line, m.printed, m.figure, m.value HAVING count(*) <> m.value
