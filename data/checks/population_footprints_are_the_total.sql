-- promise: The districts of all footprints, each counted once, have as many people as the printed total of the county.
WITH added AS (
  SELECT source_id, sum(population) AS people, count(*) AS districts FROM covered_district WHERE footprint IS NOT NULL GROUP BY ALL
)
SELECT t.source_id, t.source_line, t.printed, 'footprints.' || t.district AS subject,
  format('The {} districts of the footprints have {} people; {} prints {} on line {}.', a.districts, a.people::BIGINT, t.locator, t.printed, t.source_line) AS detail
FROM hospital_district AS t JOIN added AS a USING (source_id) WHERE t.area_code IS NULL AND t.population <> a.people
