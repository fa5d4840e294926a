-- promise: Front office and professional and support savings in the council forecast equal the net benefit of the same component in its business case.
SELECT t.source_id, t.source_line, t.printed, t.scenario || '.' || t.line || ' ' || t.financial_year AS subject,
  format('The net benefit in {} is {} on line {}; {} prints {} on line {}.', b.locator, b.printed, b.source_line, t.locator, t.printed, t.source_line) AS detail
FROM budget_line AS t
JOIN benefit_profile AS b ON b.source_id = t.source_id AND b.financial_year = t.financial_year AND b.component || '_savings' = t.line AND b.line = 'net_benefit'
WHERE abs(t.amount_gbp_m - b.amount_gbp_m) > 0.05
