-- promise: A year that one forecast table marks as extrapolated is so marked in every forecast table.
WITH starred AS (
  SELECT source_id, scenario, financial_year, string_agg(DISTINCT locator, ', ' ORDER BY locator) AS tables FROM budget_line WHERE status = 'extrapolated' GROUP BY ALL
)
SELECT b.source_id, b.source_line, b.printed, b.scenario || '.' || b.line || ' ' || b.financial_year AS subject,
  format('{} is marked as extrapolated in {}; {} prints it without a mark.', b.financial_year, s.tables, b.locator) AS detail
FROM budget_line AS b JOIN starred AS s USING (source_id, scenario, financial_year) WHERE b.status = 'printed'
