-- promise: Every risk has a description, consequences, controls and actions, and every opportunity a description, benefits, progress and actions, as far as its register has a column for them.
-- in an import: gap
WITH expected(kind, field) AS (
  VALUES ('risk', 'description'), ('risk', 'consequence'), ('risk', 'control'), ('risk', 'mitigation'), ('opportunity', 'description'), ('opportunity', 'benefit'), ('opportunity', 'progress'), ('opportunity', 'maximising')
)
SELECT a.source_id, a.source_line, a.id_as_printed AS printed, a.risk_id || '.' || e.field AS subject, format('The entry has no {}.', e.field) AS detail
FROM risk_assessment AS a JOIN expected AS e USING (kind) ANTI JOIN risk_statement AS s ON s.source_id = a.source_id AND s.risk_id = a.risk_id AND s.quarter = a.quarter AND s.field = e.field
ANTI JOIN risk_register_omission AS o ON o.source_id = a.source_id AND o.register = a.register AND o.part = e.field
UNION ALL
SELECT s.source_id, s.source_line, s.anchor, s.risk_id || '.' || s.field || ' ' || s.sequence, format('{} is no field of this kind of entry.', s.field)
FROM risk_statement AS s JOIN risk AS r USING (risk_id) ANTI JOIN expected AS e ON e.kind = r.kind AND e.field = s.field
