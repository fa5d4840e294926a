-- promise: A post that owns several entries is named the same in each: no two owners of a quarter begin alike and end apart.
-- in an import: conflict
WITH post AS (
  SELECT *, left(regexp_extract(owner, '^(.* of [A-Za-z]{6})', 1), 60) AS beginning FROM risk_entry WHERE owner IS NOT NULL
)
SELECT a.source_id, a.source_line, a.id_as_printed AS printed, a.risk_id || '.owner' AS subject,
  format('{} here, {} in the entry on line {}.', a.owner, b.owner, min(b.source_line)) AS detail
FROM post AS a JOIN post AS b USING (source_id, quarter, beginning) WHERE a.owner <> b.owner AND beginning <> ''
GROUP BY a.source_id, a.source_line, a.id_as_printed, a.risk_id, a.owner, b.owner
