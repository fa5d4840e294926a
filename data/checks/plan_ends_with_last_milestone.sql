-- promise: The last dated phase of a programme ends in the month of its last milestone.
WITH month(name, number) AS (
  VALUES ('jan', 1), ('feb', 2), ('mar', 3), ('apr', 4), ('may', 5), ('jun', 6), ('jul', 7), ('aug', 8), ('sep', 9), ('oct', 10), ('nov', 11), ('dec', 12)
), span AS (
  SELECT p.*, regexp_extract(lower(p.printed), '^([a-z]{3})[a-z]* ?([0-9]{2})? ?[-–] ?([a-z]{3})[a-z]* ?([0-9]{2})', ['first', 'first_year', 'last', 'last_year']) AS seen FROM plan_phase AS p
), dated AS (
  SELECT s.*, f.number AS first_number, 12 * TRY_CAST(s.seen.last_year AS INTEGER) + l.number AS last_month,
    12 * coalesce(TRY_CAST(s.seen.first_year AS INTEGER), TRY_CAST(s.seen.last_year AS INTEGER) - CASE WHEN f.number > l.number THEN 1 ELSE 0 END) + f.number AS first_month
  FROM span AS s JOIN month AS f ON f.name = s.seen.first JOIN month AS l ON l.name = s.seen.last
), plan_end AS (
  SELECT source_id, programme, max(last_month) AS last_month, arg_max(printed, last_month) AS printed, arg_max(source_line, last_month) AS source_line, arg_max(phase, last_month) AS phase FROM dated GROUP BY ALL
), goal AS (
  SELECT source_id, programme, max(period) AS period, arg_max(printed, period) AS printed, arg_max(source_line, period) AS source_line, arg_max(locator, period) AS locator FROM milestone WHERE length(period) = 7 GROUP BY ALL
)
SELECT e.source_id, e.source_line, e.printed, e.programme || '.' || e.phase AS subject,
  format('{} prints {} on line {} for the last milestone; the plan ends {} on line {}.', g.locator, g.printed, g.source_line, e.printed, e.source_line) AS detail
FROM plan_end AS e JOIN goal AS g USING (source_id, programme)
WHERE e.last_month <> 12 * substr(g.period, 3, 2)::INTEGER + substr(g.period, 6, 2)::INTEGER
