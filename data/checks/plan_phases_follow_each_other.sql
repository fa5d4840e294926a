-- promise: Each dated phase of a plan starts in the month after the phase before it ends.
WITH month(name, number) AS (
  VALUES ('jan', 1), ('feb', 2), ('mar', 3), ('apr', 4), ('may', 5), ('jun', 6), ('jul', 7), ('aug', 8), ('sep', 9), ('oct', 10), ('nov', 11), ('dec', 12)
), span AS (
  SELECT p.*, regexp_extract(lower(p.printed), '^([a-z]{3})[a-z]* ?([0-9]{2})? ?[-–] ?([a-z]{3})[a-z]* ?([0-9]{2})', ['first', 'first_year', 'last', 'last_year']) AS seen FROM plan_phase AS p
), dated AS (
  SELECT s.*, f.number AS first_number, 12 * TRY_CAST(s.seen.last_year AS INTEGER) + l.number AS last_month,
    12 * coalesce(TRY_CAST(s.seen.first_year AS INTEGER), TRY_CAST(s.seen.last_year AS INTEGER) - CASE WHEN f.number > l.number THEN 1 ELSE 0 END) + f.number AS first_month
  FROM span AS s JOIN month AS f ON f.name = s.seen.first JOIN month AS l ON l.name = s.seen.last
), ordered AS (
  SELECT *, lag(last_month) OVER plan AS previous_end, lag(printed) OVER plan AS previous_printed FROM dated WINDOW plan AS (PARTITION BY source_id, programme, source_line ORDER BY sequence)
)
SELECT source_id, source_line, printed, programme || '.' || phase AS subject,
  format('The phase before is printed as {}; this one as {} on line {}.', previous_printed, printed, source_line) AS detail
FROM ordered WHERE first_month <> previous_end + 1
