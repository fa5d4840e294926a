-- promise: The funding transferred to an organisation in its first year equals the cost transferred to it in that year.
SELECT f.source_id, f.source_line, f.printed, f.scenario || '.' || f.organisation || '.' || f.line || ' ' || f.financial_year AS subject,
  format('The cost on line {} is {}; {} prints {} on line {}.', c.source_line, c.printed, f.locator, f.printed, f.source_line) AS detail
FROM budget_line AS f JOIN budget_line AS c ON (c.source_id, c.locator, c.scenario, c.organisation, c.financial_year) = (f.source_id, f.locator, f.scenario, f.organisation, f.financial_year) AND c.line = 'transfer_of_costs'
WHERE f.line = 'transfer_of_funding' AND abs(abs(f.amount_gbp_m) - abs(c.amount_gbp_m)) > 0.05
  AND f.financial_year = (SELECT min(x.financial_year) FROM budget_line AS x WHERE x.source_id = f.source_id AND x.locator = f.locator AND x.organisation = f.organisation AND x.line = f.line AND x.amount_gbp_m <> 0)
