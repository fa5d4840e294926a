-- promise: Posts listed in the text of an option add up to the posts of one of its tables.
WITH listed AS (
  SELECT n.source_id, n.subject AS option_id, n.locator, sum(n.value) AS posts, min(n.source_line) AS source_line, arg_min(n.printed, n.source_line) AS printed, string_agg(n.source_line::VARCHAR, ', ' ORDER BY n.source_line) AS lines
  FROM narrative_figure AS n SEMI JOIN savings_option AS o ON o.source_id = n.source_id AND o.option_id = n.subject
  WHERE n.measure = 'posts' AND n.period IS NULL AND (n.figure, n.source_line) IN (SELECT (figure, min(source_line)) FROM narrative_figure GROUP BY source_id, figure) GROUP BY ALL
), in_table AS (
  SELECT source_id, option_id, list(most) AS tables FROM (SELECT source_id, option_id, nature, max(value) AS most FROM savings_profile WHERE measure = 'fte' GROUP BY ALL) GROUP BY ALL
)
SELECT source_id, source_line, printed, upper(option_id) || '.posts' AS subject, format('The text lists {:.10g} posts (lines {}); the tables give {}.', posts::DOUBLE, lines, array_to_string(list_transform(tables, lambda one: format('{:.10g}', one::DOUBLE)), ' and ')) AS detail
FROM listed JOIN in_table USING (source_id, option_id) WHERE NOT list_contains(tables, posts)
