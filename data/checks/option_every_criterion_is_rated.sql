-- promise: Every option of an appraisal is rated on every criterion, and the rating is the colour printed.
WITH grid AS (
  SELECT o.source_id, o.appraisal, o.option, c.criterion, o.source_line, o.printed
  FROM (SELECT source_id, appraisal, option, min(source_line) AS source_line, arg_min(printed, source_line) AS printed FROM option_rating GROUP BY ALL) AS o
  JOIN (SELECT DISTINCT source_id, appraisal, criterion FROM option_rating) AS c USING (source_id, appraisal)
)
SELECT source_id, source_line, printed, appraisal || '.' || option || ' ' || criterion AS subject, format('The option has no rating for {}.', criterion) AS detail FROM grid ANTI JOIN option_rating USING (source_id, appraisal, option, criterion)
UNION ALL
SELECT source_id, source_line, printed, appraisal || '.' || option || ' ' || criterion, format('Line {} prints {}; the store keeps {}.', source_line, printed, rating) FROM option_rating WHERE lower(printed) <> rating
