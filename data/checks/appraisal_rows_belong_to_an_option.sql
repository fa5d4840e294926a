-- promise: Every option, criterion, score and argument belongs to an appraisal that is kept, and to an option and a criterion of it.
SELECT o.source_id, o.source_line, o.anchor AS printed, o.appraisal || '.' || o.option AS subject, format('There is no appraisal {}.', o.appraisal) AS detail FROM appraisal_option AS o ANTI JOIN appraisal USING (appraisal)
UNION ALL
SELECT c.source_id, c.source_line, c.anchor, c.appraisal || '.' || c.criterion, format('There is no appraisal {}.', c.appraisal) FROM appraisal_criterion AS c ANTI JOIN appraisal USING (appraisal)
UNION ALL
SELECT g.source_id, g.source_line, g.anchor, g.appraisal || '.' || g.option, format('The appraisal has no option {}.', g.option) FROM appraisal_argument AS g ANTI JOIN appraisal_option USING (appraisal, option)
UNION ALL
SELECT s.source_id, s.source_line, s.printed, s.appraisal || '.' || s.option, format('The appraisal has no option {}.', s.option) FROM appraisal_score AS s ANTI JOIN appraisal_option USING (appraisal, option)
UNION ALL
SELECT s.source_id, s.source_line, s.printed, s.appraisal || '.' || s.criterion, format('The appraisal has no criterion {}.', s.criterion) FROM appraisal_score AS s ANTI JOIN appraisal_criterion USING (appraisal, criterion)
