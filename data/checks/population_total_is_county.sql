-- promise: The total population of the county districts is the sum of the districts that lie in the county.
WITH district AS (
  SELECT h.source_id, h.district, min(h.population) AS population, bool_or(a.parent_code = p.area_code) AS in_county
  FROM hospital_district AS h JOIN area AS a USING (area_code) CROSS JOIN place AS p GROUP BY ALL
), added AS (
  SELECT source_id, sum(population) AS expected, count(*) AS districts FROM district WHERE in_county GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, t.hospital || '.' || t.district AS subject,
  format('The {} districts of the county add up to {}; {} prints {} on line {}.', a.districts, a.expected::BIGINT, t.locator, t.printed, t.source_line) AS detail
FROM hospital_district AS t JOIN added AS a USING (source_id) WHERE t.area_code IS NULL AND t.population <> a.expected
