-- promise: Transitional funding covers what the reserves under the new model fall short by, in the first year, the three years after, and in all.
WITH balance AS (
  SELECT source_id, financial_year, amount_gbp_m, source_line, locator FROM budget_line WHERE scenario = 'new_model' AND line = 'closing_balance'
), drawdown AS (
  SELECT source_id, financial_year, amount_gbp_m, source_line FROM budget_line WHERE scenario = 'new_model' AND line = 'drawdown'
), need AS (
  SELECT source_id, 'transitional_funding_first_year' AS figure, -amount_gbp_m AS expected, 'reserves close ' || financial_year || ' short by ' AS told, source_line FROM balance
  WHERE amount_gbp_m < 0 QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY financial_year) = 1
  UNION ALL
  SELECT source_id, 'transitional_funding_total', -min(amount_gbp_m), 'reserves are at their lowest short by ', min(source_line) FROM balance GROUP BY source_id
  UNION ALL
  SELECT d.source_id, 'transitional_funding_following_years', -sum(d.amount_gbp_m), 'the drawdowns that follow until reserves rise again are ', min(d.source_line)
  FROM drawdown AS d WHERE d.amount_gbp_m < 0 AND d.financial_year > (SELECT min(b.financial_year) FROM balance AS b WHERE b.source_id = d.source_id AND b.amount_gbp_m < 0) GROUP BY d.source_id
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('In the forecast {}{:.10g} (line {}); line {} prints {}.', e.told, e.expected::DOUBLE, e.source_line, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN need AS e USING (source_id, figure) WHERE abs(n.value - e.expected) > 0.5
