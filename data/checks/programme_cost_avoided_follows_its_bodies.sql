-- promise: A cost that a pilot avoids for each of its bodies is the yearly cost of one, times the bodies, times the years of the pilot.
WITH each_body AS (
  SELECT source_id, programme AS root, amount_gbp FROM programme_money WHERE claim = 'avoided' AND basis = 'annual' AND beneficiary = 'each_partner'
), bodies AS (
  SELECT source_id, programme, count(*) AS number FROM programme_body WHERE role = 'partner' GROUP BY ALL
)
SELECT m.source_id, m.source_line, m.printed, m.figure AS subject,
  format('{} bodies at £{:.10g} for {:.10g} years give £{:.10g}; line {} prints {}.', b.number, e.amount_gbp::DOUBLE, f.value_high::DOUBLE, (b.number * e.amount_gbp * f.value_high)::DOUBLE, m.source_line, m.printed) AS detail
FROM programme_money AS m JOIN programme_tree AS t USING (source_id, programme) JOIN each_body AS e ON e.source_id = m.source_id AND e.root = t.root
JOIN bodies AS b ON b.source_id = m.source_id AND b.programme = m.programme JOIN plan_phase AS f ON f.source_id = m.source_id AND f.programme = t.root AND f.unit = 'years'
WHERE m.claim = 'avoided' AND m.basis = 'total' AND m.amount_gbp <> b.number * e.amount_gbp * f.value_high
