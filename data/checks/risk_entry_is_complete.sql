-- promise: Every entry has an owner, a direction of travel, a type and both scores, as far as its register has a column for them.
-- in an import: gap
WITH part AS (
  SELECT source_id, source_line, id_as_printed, risk_id, register, unnest([{'part': 'owner', 'state': owner_state}, {'part': 'direction', 'state': direction_state}, {'part': 'type', 'state': risk_type_state},
    {'part': 'current score', 'state': CASE WHEN current_score IS NULL THEN 'missing' ELSE 'legible' END}, {'part': 'residual score', 'state': CASE WHEN residual_score IS NULL THEN 'missing' ELSE 'legible' END}]) AS one
  FROM risk_assessment
)
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.' || one.part AS subject, format('The entry that begins on line {} prints no {}.', source_line, one.part) AS detail FROM part ANTI JOIN risk_register_omission AS o ON o.source_id = part.source_id AND o.register = part.register AND o.part = one.part WHERE one.state = 'missing'
