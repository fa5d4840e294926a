-- promise: The full yearly benefit is first reached in the year of the business case that the text states.
WITH reached AS (
  SELECT source_id, locator, source_line, component, line, financial_year,
    dense_rank() OVER (PARTITION BY source_id, locator ORDER BY financial_year) AS place,
    amount_gbp_m = max(amount_gbp_m) OVER (PARTITION BY source_id, locator) AS full_benefit
  FROM benefit_profile WHERE component = 'all' AND line = 'gross_benefit' AND planned_savings = 'excluded'
), first_full AS (
  SELECT source_id, locator, source_line, min(place) AS place, min(financial_year) AS financial_year FROM reached WHERE full_benefit GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('{} reaches its highest benefit in {}, year {}, on line {}; line {} prints {}.', f.locator, f.financial_year, f.place, f.source_line, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN first_full AS f USING (source_id) WHERE n.figure = 'full_savings_year' AND n.value <> f.place
