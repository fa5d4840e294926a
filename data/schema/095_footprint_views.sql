-- Who lives in a footprint and which hospitals serve it, each district counted once.

-- One row per hospital and district it covers, without printed totals.
CREATE VIEW hospital_cover AS
SELECT h.source_id, h.hospital, h.hospital_label, h.area_code, a.name, m.footprint, n.region, h.population, h.printed,
  h.source_line, h.locator, h.status,
  row_number() OVER (PARTITION BY h.source_id, h.area_code ORDER BY h.source_line) AS turn
FROM hospital_district AS h
JOIN area AS a USING (area_code)
LEFT JOIN footprint_member AS m USING (area_code)
LEFT JOIN neighbour AS n USING (area_code);
COMMENT ON VIEW hospital_cover IS 'One row per hospital and district it covers, without printed totals.';
COMMENT ON COLUMN hospital_cover.hospital IS 'Short name of the hospital or trust.';
COMMENT ON COLUMN hospital_cover.hospital_label IS 'Name of the hospital or trust.';
COMMENT ON COLUMN hospital_cover.name IS 'Name of the district.';
COMMENT ON COLUMN hospital_cover.footprint IS 'Footprint the district is in; empty where it is in none.';
COMMENT ON COLUMN hospital_cover.region IS 'Where it lies, if outside the county.';
COMMENT ON COLUMN hospital_cover.population IS 'People living in the district.';
COMMENT ON COLUMN hospital_cover.turn IS 'Which of the rows about this district it is, from 1; only the first is counted.';

-- One row per district that a hospital covers.
CREATE VIEW covered_district AS
SELECT c.source_id, c.area_code, c.name, a.kind, coalesce(a.parent_code = (SELECT area_code FROM place), false) AS of_council,
  c.footprint, f.label, c.region, a.valid_until, a.note,
  c.population, c.printed, c.source_line, c.locator, c.status, r.rows, r.lines
FROM hospital_cover AS c
JOIN area AS a USING (area_code)
LEFT JOIN footprint AS f ON f.footprint = c.footprint
JOIN (
  SELECT source_id, area_code, count(*)::INTEGER AS rows, list(source_line ORDER BY source_line) AS lines
  FROM hospital_cover GROUP BY ALL
) AS r ON r.source_id = c.source_id AND r.area_code = c.area_code
WHERE c.turn = 1;
COMMENT ON VIEW covered_district IS 'One row per district that a hospital covers: its people counted once, and how often it is printed.';
COMMENT ON COLUMN covered_district.name IS 'Name of the district.';
COMMENT ON COLUMN covered_district.kind IS 'Kind of area.';
COMMENT ON COLUMN covered_district.of_council IS 'Whether the council of the place serves it; a unitary authority or a district elsewhere is served by another.';
COMMENT ON COLUMN covered_district.footprint IS 'Footprint it is in; empty where it is in none.';
COMMENT ON COLUMN covered_district.label IS 'Name of that footprint.';
COMMENT ON COLUMN covered_district.region IS 'Where it lies, if outside the county.';
COMMENT ON COLUMN covered_district.valid_until IS 'Last day it existed, where it has been abolished.';
COMMENT ON COLUMN covered_district.note IS 'What became of it.';
COMMENT ON COLUMN covered_district.population IS 'People living in the district.';
COMMENT ON COLUMN covered_district.rows IS 'How many rows print it.';
COMMENT ON COLUMN covered_district.lines IS 'Their lines.';
