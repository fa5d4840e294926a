-- promise: A status belongs to a milestone of a plan that is kept.
SELECT s.source_id, s.source_line, s.printed, s.programme || '.' || s.milestone AS subject,
  format('{} has no such milestone.', s.plan) AS detail
FROM milestone_status AS s ANTI JOIN milestone AS m ON m.source_id = s.plan AND m.programme = s.programme AND m.milestone = s.milestone
