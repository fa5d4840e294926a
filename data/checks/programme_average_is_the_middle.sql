-- promise: Where a lower, an upper and an average sum stand on one line, the average is the middle of the two.
WITH line AS (
  SELECT source_id, figure, source_line, max(amount_gbp) FILTER (bound = 'low') AS low, max(amount_gbp) FILTER (bound = 'high') AS high, max(amount_gbp) FILTER (bound = 'average') AS average,
    any_value(printed) FILTER (bound = 'average') AS printed, any_value(CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 ELSE 1 END) AS scale
  FROM programme_money GROUP BY ALL
)
SELECT source_id, source_line, printed, figure AS subject, format('The middle of £{:.10g} and £{:.10g} is £{:.10g}; line {} prints {}.', low::DOUBLE, high::DOUBLE, ((low + high) / 2)::DOUBLE, source_line, printed) AS detail
FROM line WHERE abs((low + high) / 2 - average) > scale * 0.5
