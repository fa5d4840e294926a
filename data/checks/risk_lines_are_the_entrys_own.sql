-- promise: Every score, statement, oddity and figure of an entry stands on its own lines, from its number to the next one.
WITH span AS (
  SELECT source_id, quarter, risk_id, source_line AS first_line, lead(source_line, 1, line_count + 1) OVER (PARTITION BY source_id, quarter ORDER BY source_line) - 1 AS last_line
  FROM risk_entry JOIN source USING (source_id) WHERE line_count IS NOT NULL
), kept AS (
  SELECT source_id, risk_id, quarter, source_line, printed, score_kind AS what FROM risk_score
  UNION ALL SELECT source_id, risk_id, quarter, source_line, printed, dimension FROM risk_level
  UNION ALL SELECT source_id, risk_id, quarter, source_line, printed, 'rating' FROM risk_rating
  UNION ALL SELECT source_id, risk_id, quarter, source_line, anchor, field || ' ' || sequence FROM risk_statement
  UNION ALL SELECT source_id, risk_id, quarter, source_line, flag, 'flag' FROM risk_flag
  UNION ALL SELECT n.source_id, n.subject, e.quarter, n.source_line, n.printed, n.figure FROM narrative_figure AS n JOIN (SELECT DISTINCT source_id, quarter FROM risk_entry) AS e USING (source_id)
)
SELECT source_id, source_line, printed, risk_id || ' ' || what AS subject, format('The entry stands on lines {} to {}.', first_line, last_line) AS detail
FROM kept SEMI JOIN (SELECT source_id FROM source WHERE line_count IS NOT NULL) USING (source_id) LEFT JOIN span USING (source_id, risk_id, quarter) WHERE first_line IS NULL OR source_line NOT BETWEEN first_line AND last_line
