-- promise: Each number of the base budget review stands beside one service only.
WITH number AS (
  SELECT *, unnest(string_split_regex(reference, '[/,]')) AS one FROM service_mapping
), judged AS (
  SELECT *, list({'label': label, 'source_line': source_line}) OVER (PARTITION BY source_id, trim(one)) AS all_uses FROM number
)
SELECT source_id, source_line, printed, future_home || '.' || service || ' ' || trim(one) AS subject,
  'Number ' || trim(one) || ' stands on lines ' || array_to_string(list_sort(list_transform(all_uses, lambda use: use.source_line)), ' and ') || '.' AS detail
FROM judged WHERE len(all_uses) > 1
