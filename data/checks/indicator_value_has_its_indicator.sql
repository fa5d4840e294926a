-- promise: Every value belongs to an indicator that is described.
SELECT source_id, min(source_line) AS source_line, '' AS printed, indicator_id::VARCHAR AS subject,
  'There is no such indicator.' AS detail
FROM indicator_value ANTI JOIN indicator USING (indicator_id)
GROUP BY source_id, indicator_id
