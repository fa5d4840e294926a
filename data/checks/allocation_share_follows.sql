-- promise: Each share of the budget is the expenditure of the organisation over the total, rounded as printed.
SELECT s.source_id, s.source_line, s.printed, s.organisation || '.' || s.measure AS subject,
  format('The expenditure on lines {} and {} gives {:.1f}%; {} prints {} on line {}.', e.source_line, t.source_line, (100 * e.value / t.value)::DOUBLE, s.locator, s.printed, s.source_line) AS detail
FROM allocation AS s
JOIN allocation AS e ON (e.source_id, e.organisation, e.financial_year) = (s.source_id, s.organisation, s.financial_year) AND e.measure = 'net_expenditure'
JOIN allocation AS t ON (t.source_id, t.financial_year) = (s.source_id, s.financial_year) AND t.measure = 'net_expenditure' AND t.organisation = 'all'
WHERE s.measure = 'share_of_budget' AND abs(s.value - 100 * e.value / t.value) > 0.5
