-- promise: A return that a bid prints is what its benefit and its cost give.
WITH sum_of AS (
  SELECT source_id, figure, mode(amount_gbp ORDER BY source_line)::DOUBLE AS amount_gbp FROM programme_money WHERE bound = 'point' GROUP BY ALL
)
SELECT m.source_id, m.source_line, m.printed, m.figure AS subject, format('£{:.10g} over £{:.10g} gives {:.4g}; line {} prints {}.', b.amount_gbp, c.amount_gbp, s.times * b.amount_gbp / c.amount_gbp, m.source_line, m.printed) AS detail
FROM programme_return AS s JOIN programme_measure AS m USING (figure)
JOIN sum_of AS b ON b.source_id = m.source_id AND b.figure = s.benefit JOIN sum_of AS c ON c.source_id = m.source_id AND c.figure = s.cost
WHERE NOT CASE m.qualifier WHEN 'over' THEN s.times * b.amount_gbp / c.amount_gbp BETWEEN m.value AND m.value + 1 WHEN 'under' THEN s.times * b.amount_gbp / c.amount_gbp BETWEEN m.value - 1 AND m.value ELSE abs(s.times * b.amount_gbp / c.amount_gbp - m.value) < 0.5 END
