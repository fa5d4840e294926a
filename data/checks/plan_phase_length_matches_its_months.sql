-- promise: The length printed for a phase of a plan is the number of months from its first to its last.
WITH month(name, number) AS (
  VALUES ('jan', 1), ('feb', 2), ('mar', 3), ('apr', 4), ('may', 5), ('jun', 6), ('jul', 7), ('aug', 8), ('sep', 9), ('oct', 10), ('nov', 11), ('dec', 12)
), span AS (
  SELECT p.*, regexp_extract(lower(p.printed), '^([a-z]{3})[a-z]* ?([0-9]{2})? ?[-–] ?([a-z]{3})[a-z]* ?([0-9]{2})', ['first', 'first_year', 'last', 'last_year']) AS seen FROM plan_phase AS p
), dated AS (
  SELECT s.*, f.number AS first_number, 12 * TRY_CAST(s.seen.last_year AS INTEGER) + l.number AS last_month,
    12 * coalesce(TRY_CAST(s.seen.first_year AS INTEGER), TRY_CAST(s.seen.last_year AS INTEGER) - CASE WHEN f.number > l.number THEN 1 ELSE 0 END) + f.number AS first_month
  FROM span AS s JOIN month AS f ON f.name = s.seen.first JOIN month AS l ON l.name = s.seen.last
)
SELECT source_id, source_line, printed, programme || '.' || phase AS subject,
  format('The months named are {}; line {} prints {}.', last_month - first_month + 1, source_line, printed) AS detail
FROM dated WHERE unit = 'months' AND last_month - first_month + 1 <> value_high
