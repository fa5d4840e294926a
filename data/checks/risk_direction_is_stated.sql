-- promise: A direction of travel says which way the risk moves.
-- in an import: gap
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.direction' AS subject, format('The entry that begins on line {} tells of work, not of movement.', source_line) AS detail
FROM risk_entry WHERE direction = 'narrative'
