-- promise: The lower confidence limit is not above the upper one, and each interval has both limits and a level.
SELECT source_id, source_line, coalesce(value::VARCHAR, '') AS printed,
  concat_ws(' ', indicator_id, area_code, period, sex, age, category_type, category) AS subject,
  'The limits are ' || coalesce(lower_ci::VARCHAR, 'none') || ' and ' || coalesce(upper_ci::VARCHAR, 'none') || '.'
    AS detail
FROM indicator_value
WHERE lower_ci > upper_ci
  OR (lower_ci IS NULL) <> (upper_ci IS NULL)
  OR (lower_ci IS NULL) <> (ci_level IS NULL)
