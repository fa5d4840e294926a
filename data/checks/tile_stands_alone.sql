-- promise: No two districts have the same place on the tile map.
SELECT (SELECT min(source_id) FROM source) AS source_id, NULL::INTEGER AS source_line,
  string_agg(area_code, ', ' ORDER BY area_code) AS printed,
  concat('column ', tile_column, ', row ', tile_row) AS subject, 'They have one place.' AS detail
FROM district_tile GROUP BY tile_column, tile_row HAVING count(*) > 1
