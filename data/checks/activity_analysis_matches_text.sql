-- promise: The posts in the activity analysis add up to the number the text gives for the same work.
WITH added AS (
  SELECT source_id, sum(value) AS expected, min(source_line) AS first_line, max(source_line) AS last_line, min(locator) AS locator FROM activity_analysis WHERE measure = 'fte' GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The processes in {} add up to {:.10g} FTE (lines {} to {}); line {} prints {}.', a.locator, a.expected::DOUBLE, a.first_line, a.last_line, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN added AS a USING (source_id) WHERE n.figure = 'professional_support_fte' AND n.value <> a.expected
