-- promise: Every score is one that a cell of its scale gives.
SELECT s.source_id, s.source_line, s.printed, s.risk_id || '.' || s.score_kind AS subject, format('No cell of {} gives {}.', e.scale_version, s.value) AS detail
FROM risk_score AS s JOIN risk_entry AS e USING (source_id, risk_id, quarter) ANTI JOIN risk_scale_score AS g ON g.scale_version = e.scale_version AND g.score = s.value
WHERE s.value IS NOT NULL
