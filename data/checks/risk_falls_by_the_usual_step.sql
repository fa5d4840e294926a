-- promise: The residual score of every risk is below its current one by the step that is usual in its register.
-- in an import: basis
WITH fall AS (
  SELECT *, current_score - residual_score AS step FROM risk_assessment WHERE kind = 'risk'
), usual AS (
  SELECT source_id, quarter, step AS usual_step FROM (SELECT source_id, quarter, step, count(*) AS times FROM fall WHERE step IS NOT NULL GROUP BY ALL)
  QUALIFY row_number() OVER (PARTITION BY source_id, quarter ORDER BY times DESC, step) = 1
)
SELECT f.source_id, f.current_line AS source_line, f.current_score::VARCHAR AS printed, f.risk_id || '.fall' AS subject,
  format('{} on line {} falls to {} on line {}, by {}; the usual fall is {}.', f.current_score, f.current_line, f.residual_score, f.residual_line, f.step, u.usual_step) AS detail
FROM fall AS f JOIN usual AS u USING (source_id, quarter) WHERE f.step <> u.usual_step
