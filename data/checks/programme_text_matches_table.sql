-- promise: A sum that the text of a bid gives for several years is what its table by year gives.
WITH told AS (
  SELECT m.source_id, m.source_line, m.printed, m.figure AS subject, m.amount_gbp::DOUBLE AS told, 50000 AS slack, (SELECT -sum(t.amount_gbp)::DOUBLE FROM programme_money AS t WHERE t.source_id = m.source_id AND t.figure IN ('cheshire_net_year_0', 'cheshire_net_year_1')) AS tabled, 'lines 1217 and 1265' AS lines
  FROM programme_money AS m WHERE m.figure = 'cheshire_net_investment'
  UNION ALL
  SELECT s.source_id, s.source_line, s.printed, s.figure || ' ' || s.bound, (s.value / 100 * n.amount_gbp)::DOUBLE, 0, (SELECT sum(t.amount_gbp)::DOUBLE FROM programme_money AS t WHERE t.source_id = s.source_id AND t.bound = s.bound AND regexp_full_match(t.figure, 'swindon_savings_20[0-9_]+')), 'line 3218'
  FROM programme_measure AS s JOIN programme_money AS n ON n.source_id = s.source_id AND n.figure = 'swindon_need' AND n.headline WHERE s.figure = 'swindon_share' AND s.layer = 'summary'
)
SELECT source_id, source_line, printed, subject, format('The table by year ({}) gives £{:.10g}; line {} prints {}, which is £{:.10g}.', lines, tabled, source_line, printed, told) AS detail
FROM told WHERE abs(told - tabled) > slack + 0.0000001
