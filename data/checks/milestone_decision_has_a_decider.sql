-- promise: Every key decision says who takes it.
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject, 'No decider is printed.' AS detail
FROM milestone WHERE programme = 'key_decisions' AND body IS NULL
