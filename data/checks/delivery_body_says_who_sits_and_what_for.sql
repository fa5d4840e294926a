-- promise: Every body says who sits on it and what it answers for; one that is new or still in shadow form says who votes.
WITH wanted AS (
  SELECT *, unnest(['membership', 'answers_for', 'answers_to']) AS aspect FROM governing_body
  UNION ALL SELECT *, 'voting' FROM governing_body WHERE standing <> 'existing'
)
SELECT source_id, source_line, anchor AS printed, body || '.' || aspect AS subject, 'Nothing is printed on this.' AS detail
FROM wanted ANTI JOIN governing_body_statement USING (source_id, body, aspect)
