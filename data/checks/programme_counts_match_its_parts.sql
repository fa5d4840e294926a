-- promise: Where a bid says how many enquiries, work streams or projects it has, one of its counts is the number it lists.
WITH stated(figure, level) AS (
  VALUES ('babergh_enquiry_groups', 'workstream'), ('cherwell_workstreams', 'workstream'), ('cheshire_projects', 'project'), ('cheshire_themes', 'workstream'), ('cornwall_phases', 'project')
), listed AS (
  SELECT t.source_id, t.root, p.level, count(*) AS number FROM programme AS p JOIN programme_tree AS t USING (source_id, programme) GROUP BY ALL
)
SELECT m.source_id, min(m.source_line) AS source_line, arg_min(m.printed, m.source_line) AS printed, m.figure AS subject, format('{} are listed; line {} prints {}.', l.number, min(m.source_line), arg_min(m.printed, m.source_line)) AS detail
FROM stated AS s JOIN programme_measure AS m USING (figure) JOIN programme_tree AS t ON t.source_id = m.source_id AND t.programme = m.programme
JOIN listed AS l ON l.source_id = t.source_id AND l.root = t.root AND l.level = s.level
GROUP BY m.source_id, m.figure, l.number HAVING NOT bool_or(m.value = l.number)
