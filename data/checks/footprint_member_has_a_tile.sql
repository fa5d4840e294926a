-- promise: Every member of a footprint has a place on the tile map, and so has every neighbour.
SELECT (SELECT min(source_id) FROM source) AS source_id, NULL::INTEGER AS source_line, area_code AS printed,
  'district_tile' AS subject, 'It has no tile; add one to data/district_tile.csv.' AS detail
FROM (SELECT area_code FROM footprint_member UNION SELECT area_code FROM neighbour)
WHERE area_code NOT IN (SELECT area_code FROM district_tile)
