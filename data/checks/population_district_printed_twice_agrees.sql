-- promise: A district listed under several hospitals has the same population under each.
WITH judged AS (
  SELECT *, first_value({'population': population, 'printed': printed, 'source_line': source_line}) OVER (PARTITION BY source_id, district ORDER BY source_line) AS model FROM hospital_district
)
SELECT source_id, source_line, printed, hospital || '.' || district AS subject,
  format('{} prints {} on line {} and {} on line {}.', locator, printed, source_line, model.printed, model.source_line) AS detail
FROM judged WHERE population <> model.population
