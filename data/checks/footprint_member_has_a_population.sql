-- promise: Every district that does not lie outside the county is in a footprint, and every member of a footprint has a printed population.
SELECT source_id, source_line, printed, area_code AS subject, name || ' lies in the county and is in no footprint.' AS detail
FROM covered_district WHERE region IS NULL AND footprint IS NULL
UNION ALL
SELECT t.source_id, t.source_line, t.printed, m.area_code, m.area_code || ' is in a footprint and has no printed population.'
FROM footprint_member AS m JOIN hospital_district AS t ON t.area_code IS NULL
WHERE NOT EXISTS (FROM covered_district AS c WHERE c.source_id = t.source_id AND c.area_code = m.area_code)
