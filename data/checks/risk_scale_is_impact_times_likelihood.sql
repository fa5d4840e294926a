-- promise: Every cell of the printed scale is its impact times its likelihood, and no cell of a grid that prints scores is missing.
SELECT source_id, source_line, printed, format('impact {} likelihood {}', impact, likelihood) AS subject, format('{} times {} is {}; line {} prints {}.', impact, likelihood, impact * likelihood, source_line, printed) AS detail
FROM risk_scale_score WHERE score <> impact * likelihood
UNION ALL
SELECT i.source_id, i.source_line, i.printed, format('impact {} likelihood {}', i.level, l.level), 'The grid has no such cell.'
FROM risk_scale AS i JOIN risk_scale AS l USING (scale_version) SEMI JOIN risk_scale_score AS p ON p.scale_version = i.scale_version ANTI JOIN risk_scale_score AS g ON g.scale_version = i.scale_version AND g.impact = i.level AND g.likelihood = l.level
WHERE i.dimension = 'impact' AND l.dimension = 'likelihood'
