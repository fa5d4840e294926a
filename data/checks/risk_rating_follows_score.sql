-- promise: A score has one colour in its register.
WITH rated AS (
  SELECT source_id, register, quarter, current_score, rating, current_line FROM risk_assessment WHERE rating IS NOT NULL
)
SELECT a.source_id, a.current_line AS source_line, a.rating AS printed, a.register || ' ' || a.current_score AS subject, format('{} is {} on line {} and {} on line {}.', a.current_score, a.rating, a.current_line, b.rating, min(b.current_line)) AS detail
FROM rated AS a JOIN rated AS b USING (source_id, register, quarter, current_score) WHERE a.rating <> b.rating
GROUP BY a.source_id, a.register, a.current_score, a.rating, a.current_line, b.rating
