-- promise: After its first year the funding of an organisation falls by the benefit its services are forecast to bring.
WITH benefit AS (
  SELECT source_id, CASE component WHEN 'transferred_services' THEN 'combined_authority' ELSE component END AS organisation, financial_year, amount_gbp_m, printed, source_line, locator
  FROM benefit_profile WHERE planned_savings = 'excluded' AND line = 'gross_benefit' AND component IN ('wellbeing_corporations', 'transferred_services')
  QUALIFY row_number() OVER (PARTITION BY source_id, component, financial_year ORDER BY source_line) = 1
), funding AS (
  SELECT source_id, locator, scenario, organisation, financial_year, source_line, printed, amount_gbp_m,
    min(financial_year) OVER (PARTITION BY source_id, locator, organisation) AS first_year
  FROM budget_line WHERE line = 'funding' AND organisation IN ('wellbeing_corporations', 'combined_authority')
), change AS (
  SELECT f.source_id, f.scenario, f.organisation, f.financial_year, f.locator, f.first_year,
    coalesce(a.source_line, f.source_line) AS source_line, coalesce(a.printed, f.printed) AS printed, coalesce(a.line, 'funding') AS line, coalesce(a.amount_gbp_m, 0) AS fall
  FROM funding AS f LEFT JOIN budget_line AS a ON (a.source_id, a.locator, a.organisation, a.financial_year) = (f.source_id, f.locator, f.organisation, f.financial_year) AND a.line = 'funding_adjustment'
)
SELECT c.source_id, c.source_line, c.printed, c.scenario || '.' || c.organisation || '.' || c.line || ' ' || c.financial_year AS subject,
  format('{} forecasts a benefit of {} on line {}; {} takes off {:.10g} on line {}.', b.locator, b.printed, b.source_line, c.locator, abs(c.fall)::DOUBLE, c.source_line) AS detail
FROM change AS c JOIN benefit AS b USING (source_id, organisation, financial_year)
WHERE abs(b.amount_gbp_m + c.fall) > 0.05 AND (c.line = 'funding_adjustment' OR c.financial_year > c.first_year)
