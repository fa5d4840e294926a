-- promise: A return that a bid prints is what its benefit and its cost give.
SELECT m.source_id, m.source_line, m.printed, m.figure AS subject, format('{} over {} gives {:.4g}; line {} prints {}.', benefit, cost, recalculated, m.source_line, m.printed) AS detail
FROM programme_return_record AS m
WHERE recalculated IS NOT NULL AND NOT CASE m.qualifier WHEN 'over' THEN recalculated BETWEEN m.value AND m.value + 1 WHEN 'under' THEN recalculated BETWEEN m.value - 1 AND m.value ELSE abs(recalculated - m.value) < 0.5 END
