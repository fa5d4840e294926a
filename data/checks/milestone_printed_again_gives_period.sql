-- promise: The month kept for a milestone that is dated again is the month printed.
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject, format('Line {} prints {}; the store keeps {}.', source_line, printed, period) AS detail
FROM milestone_restated
WHERE lower(substr(strftime(strptime(period, '%Y-%m'), '%B'), 1, 3)) <> regexp_extract(regexp_replace(lower(printed), '^(by|from) ', ''), '^[a-z]{3}')
  OR substr(period, 3, 2) <> right(printed, 2)
