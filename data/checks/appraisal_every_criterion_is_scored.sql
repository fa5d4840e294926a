-- promise: Every option of an appraisal with scores is scored on every criterion, on its scale, as printed.
WITH grid AS (
  SELECT o.source_id, o.appraisal, o.option, c.criterion, o.source_line, o.anchor AS printed
  FROM appraisal_option AS o JOIN appraisal_criterion AS c USING (appraisal) JOIN appraisal AS a USING (appraisal) WHERE a.scale IS NOT NULL
)
SELECT source_id, source_line, printed, appraisal || '.' || option || ' ' || criterion AS subject, format('The option has no score for {}.', criterion) AS detail FROM grid ANTI JOIN appraisal_score USING (appraisal, option, criterion)
UNION ALL
SELECT s.source_id, s.source_line, s.printed, s.appraisal || '.' || s.option || ' ' || s.criterion, format('Line {} prints {}; the store keeps {}.', s.source_line, s.printed, coalesce(s.level, 'none')) FROM appraisal_score AS s WHERE lower(s.printed) IS DISTINCT FROM s.level AND s.level IS NOT NULL
UNION ALL
SELECT s.source_id, s.source_line, s.printed, s.appraisal || '.' || s.option || ' ' || s.criterion, format('The scale of the appraisal has no level {}.', s.level) FROM appraisal_score AS s JOIN appraisal AS a USING (appraisal)
ANTI JOIN appraisal_scale AS l ON l.scale = a.scale AND l.level = s.level WHERE s.level IS NOT NULL
