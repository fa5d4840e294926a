-- promise: Each row of a forecast table has a figure for every year from its first to the last year of its table.
WITH ending AS (
  SELECT source_id, locator, scenario, max(substr(financial_year, 1, 4)::INTEGER) AS final_year
  FROM budget_line GROUP BY ALL
), row AS (
  SELECT source_id, locator, scenario, line, organisation, min(source_line) AS source_line, count(*) AS figures,
    min(substr(financial_year, 1, 4)::INTEGER) AS first_year, max(substr(financial_year, 1, 4)::INTEGER) AS last_year, arg_max(printed, financial_year) AS printed
  FROM budget_line GROUP BY ALL
)
SELECT row.source_id, row.source_line, row.printed, row.scenario || '.' || row.organisation || '.' || row.line AS subject,
  format('{} runs to {}/{:02d}; the row on line {} holds {} figures, the last for {}/{:02d}.',
    row.locator, ending.final_year, (ending.final_year + 1) % 100, row.source_line, row.figures, row.last_year, (row.last_year + 1) % 100) AS detail
FROM row JOIN ending USING (source_id, locator, scenario)
WHERE row.figures <> ending.final_year - row.first_year + 1
