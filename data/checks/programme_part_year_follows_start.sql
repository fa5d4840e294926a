-- promise: A saving that begins within a year is the full-year saving, times the months that are left, over twelve.
WITH stated(part_year, full_year, start) AS (
  VALUES ('cst_saving_2014_15', 'reviews_full_year', 'savings_begin')
)
SELECT p.source_id, p.source_line, p.printed, p.figure AS subject,
  format('From {} to March are {} months; of {} a year that is £{:.10g}; line {} prints {}.', m.printed, (15 - substr(m.period, 6, 2)::INTEGER) % 12 + 1, f.printed, round(f.amount_gbp * ((15 - substr(m.period, 6, 2)::INTEGER) % 12 + 1) / 12)::DOUBLE, p.source_line, p.printed) AS detail
FROM stated AS s JOIN programme_money AS f ON f.figure = s.full_year JOIN programme_money AS p ON p.source_id = f.source_id AND p.figure = s.part_year AND p.source_line = f.source_line
JOIN milestone AS m ON m.source_id = f.source_id AND m.milestone = s.start
WHERE abs(f.amount_gbp * ((15 - substr(m.period, 6, 2)::INTEGER) % 12 + 1) / 12 - p.amount_gbp) > 500
