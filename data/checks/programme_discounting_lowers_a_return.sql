-- promise: A return is lower after discounting than before.
WITH stated(discounted, undiscounted) AS (
  VALUES ('commissioning_discounted_return', 'commissioning_return')
)
SELECT d.source_id, d.source_line, d.printed, d.figure AS subject, format('Line {} prints {} before discounting; line {} prints {} after it.', r.source_line, r.printed, d.source_line, d.printed) AS detail
FROM stated AS s JOIN programme_measure AS d ON d.figure = s.discounted JOIN programme_measure AS r ON r.source_id = d.source_id AND r.figure = s.undiscounted WHERE d.value >= r.value
