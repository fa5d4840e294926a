-- promise: A benefit after adjustments is the benefit before them, less each adjustment in turn.
WITH stated(adjusted, before, first_cut, second_cut) AS (
  VALUES ('ihwb_benefit', 'ihwb_benefit_before', 'ihwb_double_counting', 'ihwb_optimism')
), cut AS (
  SELECT source_id, figure, max(value) AS value FROM programme_measure WHERE bound = 'average' GROUP BY ALL
)
SELECT a.source_id, a.source_line, a.printed, a.figure AS subject, format('£{:.10g} less {:.10g}% and {:.10g}% in turn is £{:.10g}; line {} prints {}.', b.amount_gbp::DOUBLE, f.value::DOUBLE, g.value::DOUBLE, (b.amount_gbp * (1 - f.value / 100) * (1 - g.value / 100))::DOUBLE, a.source_line, a.printed) AS detail
FROM stated AS s JOIN programme_money AS a ON a.figure = s.adjusted AND a.unit = '£' JOIN programme_money AS b ON b.source_id = a.source_id AND b.figure = s.before AND b.bound = 'average'
JOIN cut AS f ON f.source_id = a.source_id AND f.figure = s.first_cut JOIN cut AS g ON g.source_id = a.source_id AND g.figure = s.second_cut
WHERE abs(b.amount_gbp * (1 - f.value / 100) * (1 - g.value / 100) - a.amount_gbp) > 1
