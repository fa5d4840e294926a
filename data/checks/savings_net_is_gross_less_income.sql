-- promise: The net budget of every option is its gross budget less its income.
-- in an import: conflict
WITH budget AS (
  SELECT source_id, option_id, financial_year, sum(amount_gbp_m) FILTER (measure = 'gross') AS gross, sum(amount_gbp_m) FILTER (measure = 'income') AS income,
    string_agg(source_line::VARCHAR, ', ' ORDER BY source_line) FILTER (measure <> 'net') AS lines
  FROM savings_budget GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, upper(n.option_id) || '.net' AS subject,
  format('Gross less income gives {:.10g} (lines {}); line {} prints {}.', (b.gross - coalesce(b.income, 0))::DOUBLE, b.lines, n.source_line, n.printed) AS detail
FROM savings_budget AS n JOIN budget AS b USING (source_id, option_id, financial_year) WHERE n.measure = 'net' AND n.amount_gbp_m <> b.gross - coalesce(b.income, 0)
