-- promise: Every number of the base budget review up to the highest printed, and every letter under a number, has a future home.
WITH number AS (
  SELECT source_id, source_line, printed, future_home, service, unnest(list_transform(string_split_regex(reference, '[/,]'), lambda one: regexp_extract(one, '[0-9]+')::INTEGER)) AS one FROM service_mapping
), used AS (
  SELECT source_id, one, arg_min({'source_line': source_line, 'printed': printed, 'future_home': future_home, 'service': service}, source_line) AS place FROM number GROUP BY ALL
), next_used AS (
  SELECT *, lag(one, 1, 0) OVER (PARTITION BY source_id ORDER BY one) AS previous FROM used
)
SELECT source_id, place.source_line AS source_line, place.printed AS printed, place.future_home || '.' || place.service || ' after ' || previous AS subject,
  CASE WHEN one - previous = 2 THEN format('No service carries number {}; line {} prints the next, {}.', previous + 1, place.source_line, one)
    ELSE format('No service carries the numbers {} to {}; line {} prints the next, {}.', previous + 1, one - 1, place.source_line, one) END AS detail
FROM next_used WHERE one - previous > 1
UNION ALL
SELECT source_id, source_line, printed, future_home || '.' || service || ' after ' || previous,
  format('No service carries {}; line {} prints {} after {}.', regexp_extract(reference, '[0-9]+') || chr(ascii(right(previous, 1)) + 1), source_line, reference, previous)
FROM (SELECT *, lag(reference) OVER (PARTITION BY source_id, regexp_extract(reference, '[0-9]+') ORDER BY reference) AS previous FROM service_mapping WHERE regexp_full_match(reference, '[0-9]+[a-z]'))
WHERE ascii(right(reference, 1)) <> ascii(right(previous, 1)) + 1
