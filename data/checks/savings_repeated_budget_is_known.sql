-- promise: Options that print the same gross and net budget are listed as sharing one budget, so that it is shown once.
-- in an import: gap
WITH triple AS (
  SELECT source_id, option_id, financial_year, min(source_line) FILTER (measure = 'gross') AS source_line, any_value(printed) FILTER (measure = 'gross') AS printed,
    sum(amount_gbp_m) FILTER (measure = 'gross') AS gross, sum(amount_gbp_m) FILTER (measure = 'net') AS net
  FROM savings_budget GROUP BY ALL
), listed AS (
  SELECT t.*, s.budget FROM triple AS t LEFT JOIN savings_shared_budget AS s ON s.source_id = t.source_id AND s.option_id = t.option_id AND s.relation = 'same'
)
SELECT b.source_id, b.source_line, b.printed, upper(b.option_id) || ' and ' || upper(a.option_id) AS subject,
  format('Lines {} and {} print the same budget; the two are {} as sharing one.', a.source_line, b.source_line, CASE WHEN a.budget IS NULL OR b.budget IS NULL THEN 'not listed' ELSE 'listed apart' END) AS detail
FROM listed AS a JOIN listed AS b USING (source_id, financial_year, gross, net) WHERE a.option_id < b.option_id AND gross <> 0 AND a.budget IS DISTINCT FROM b.budget OR a.option_id < b.option_id AND gross <> 0 AND a.budget IS NULL
UNION ALL
SELECT source_id, source_line, anchor, budget || '.' || option_id, format('Only one option is listed for the budget {}.', budget)
FROM savings_shared_budget WHERE relation = 'same' QUALIFY count(*) OVER (PARTITION BY source_id, budget) = 1
