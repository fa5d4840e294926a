-- promise: The month kept for a milestone is the month printed.
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject, format('Line {} prints {}; the store keeps {}.', source_line, printed, coalesce(period, 'no month')) AS detail
FROM milestone
WHERE period IS NOT NULL AND (
    lower(substr(strftime(strptime(period, '%Y-%m'), '%B'), 1, 3)) <> regexp_extract(regexp_replace(lower(printed), '^by ', ''), '^[a-z]{3}')
    OR substr(period, 3, 2) <> right(printed, 2))
  OR period IS NULL AND regexp_matches(printed, '[0-9]')
