-- promise: An indicator has one value for an area, period, sex, age and category.
WITH twice AS (
  -- The key is seven columns of text; a number made from it is grouped in a third of the memory.
  SELECT hash(indicator_id, area_code, period, sex, age, category_type, category) AS mark
  FROM indicator_value GROUP BY mark HAVING count(*) > 1
)
SELECT min(source_id) AS source_id, min(source_line) AS source_line, coalesce(min(value)::VARCHAR, '') AS printed,
  concat_ws(' ', indicator_id, area_code, period, sex, age, category_type, category) AS subject,
  'It is given ' || count(*) || ' times.' AS detail
FROM indicator_value
WHERE hash(indicator_id, area_code, period, sex, age, category_type, category) IN (SELECT mark FROM twice)
GROUP BY indicator_id, area_code, period, sex, age, category_type, category
HAVING count(*) > 1
