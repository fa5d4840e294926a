-- promise: Each part of the bridge is the figure the forecast tables give for that organisation in the same year.
WITH table_part AS (
  SELECT source_id, 'deficit_bridge_wellbeing_funding' AS figure, financial_year, abs(amount_gbp_m) AS expected, source_line::VARCHAR AS lines, locator FROM budget_line WHERE line = 'funding_adjustment'
  UNION ALL SELECT source_id, 'deficit_bridge_front_office', financial_year, amount_gbp_m, source_line::VARCHAR, locator FROM budget_line WHERE line = 'front_office_savings'
  UNION ALL SELECT source_id, 'deficit_bridge_professional_support', financial_year, amount_gbp_m, source_line::VARCHAR, locator FROM budget_line WHERE line = 'professional_support_savings'
  UNION ALL SELECT source_id, 'deficit_bridge_council_direct_savings', financial_year, amount_gbp_m, source_line::VARCHAR, locator FROM budget_line WHERE line = 'additional_savings'
  UNION ALL
  SELECT c.source_id, 'deficit_bridge_pressures_transferred', c.financial_year, abs(c.amount_gbp_m) - abs(f.amount_gbp_m), c.source_line || ', ' || f.source_line, f.locator
  FROM budget_line AS c JOIN budget_line AS f ON (f.source_id, f.organisation, f.financial_year) = (c.source_id, c.organisation, c.financial_year) AND f.line = 'funding'
  WHERE c.line = 'transfer_of_costs' AND c.organisation = 'wellbeing_corporations'
  QUALIFY row_number() OVER (PARTITION BY c.source_id, c.financial_year ORDER BY c.source_line DESC) = 1
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The tables give {:.10g} for {} (lines {}); line {} prints {}.', t.expected::DOUBLE, t.financial_year, t.lines, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN table_part AS t ON (t.source_id, t.figure, t.financial_year) = (n.source_id, n.figure, n.period)
WHERE abs(n.value - t.expected) > 0.5
