-- promise: An imported boundary is that of an area of the place, or of the successor of one, and has its rings.
SELECT boundary.source_id, source_line, area_code AS printed, 'boundary' AS subject,
  'Its area is not known, or it has no ring.' AS detail
FROM boundary
WHERE area_code NOT IN (SELECT area_code FROM area UNION SELECT successor_code FROM area_successor)
  OR area_code NOT IN (SELECT area_code FROM boundary_ring WHERE ring = 0)
