-- promise: What is done was done by the day on which it is said.
-- in an import: conflict
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject,
  format('Said to be done on {}, in {}.', as_at, period) AS detail
FROM milestone_status WHERE state = 'done' AND period > left(as_at, 7)
