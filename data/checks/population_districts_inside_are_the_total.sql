-- promise: The districts that do not lie outside the county, each counted once, add up to the printed total.
WITH added AS (
  SELECT source_id, sum(population) AS people, count(*) AS districts FROM covered_district WHERE region IS NULL GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, 'inside.' || t.district AS subject,
  format('The {} districts inside add up to {}; {} prints {} on line {}.', a.districts, a.people::BIGINT, t.locator, t.printed, t.source_line) AS detail
FROM hospital_district AS t JOIN added AS a USING (source_id) WHERE t.area_code IS NULL AND t.population <> a.people
