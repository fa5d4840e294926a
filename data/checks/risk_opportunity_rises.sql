-- promise: The residual score of every opportunity is above its current one.
-- in an import: basis
SELECT source_id, current_line AS source_line, current_score::VARCHAR AS printed, risk_id || '.rise' AS subject,
  format('{} on line {} goes to {} on line {}.', current_score, current_line, residual_score, residual_line) AS detail
FROM risk_assessment WHERE kind = 'opportunity' AND residual_score <= current_score
