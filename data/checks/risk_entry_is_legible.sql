-- promise: The owner, direction and type of every entry can be read where they stand.
WITH part AS (
  SELECT source_id, source_line, id_as_printed, risk_id, unnest([{'part': 'owner', 'state': owner_state, 'reading': owner}, {'part': 'direction', 'state': direction_state, 'reading': direction}, {'part': 'type', 'state': risk_type_state, 'reading': risk_type}]) AS one FROM risk_entry
)
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.' || one.part AS subject, format('The {} is damaged; it is read as {}.', one.part, one.reading) AS detail FROM part WHERE one.state = 'inferred'
