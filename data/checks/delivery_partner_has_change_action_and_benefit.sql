-- promise: Every partner is told what changes, what it must do and what it gains.
WITH partner AS (
  SELECT source_id, partner, min(source_line) AS source_line, arg_min(label, source_line) AS printed FROM partner_change GROUP BY ALL
), wanted AS (
  SELECT *, unnest(['change', 'action', 'benefit']) AS aspect FROM partner
)
SELECT source_id, source_line, printed, partner || '.' || aspect AS subject, 'Nothing is printed on this.' AS detail
FROM wanted ANTI JOIN partner_change USING (source_id, partner, aspect)
