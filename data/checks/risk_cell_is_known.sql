-- promise: Every score can be placed in one cell of the grid, by its words or because only one cell gives it.
-- in an import: gap
SELECT s.source_id, s.source_line, s.printed, s.risk_id || '.' || s.score_kind AS subject,
  format('{} cells give {}: impact and likelihood {}.', count(*), s.value, string_agg(c.impact || ' and ' || c.likelihood, ', or ' ORDER BY c.impact)) AS detail
FROM risk_score AS s JOIN risk_score_cell AS c USING (source_id, risk_id, quarter, score_kind) GROUP BY s.source_id, s.source_line, s.printed, s.risk_id, s.score_kind, s.value HAVING count(*) > 1
