-- promise: Income from council tax rises each year by the rate of increase the text says is planned.
WITH growth AS (
  SELECT source_id, locator, financial_year, source_line, 100 * (amount_gbp_m / lag(amount_gbp_m) OVER (PARTITION BY source_id, locator ORDER BY financial_year) - 1) AS percent
  FROM budget_line WHERE line = 'council_tax'
), span AS (
  SELECT source_id, locator, min(source_line) AS line, min(percent) AS low, max(percent) AS high FROM growth WHERE percent IS NOT NULL GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  'Line ' || n.source_line || ' plans ' || n.printed || ' a year; income from council tax grows by '
    || string_agg(format('{:.1f}% to {:.1f}% in {} (line {})', s.low::DOUBLE, s.high::DOUBLE, s.locator, s.line), ' and by ' ORDER BY s.line) || '.' AS detail
FROM narrative_figure AS n JOIN span AS s USING (source_id)
WHERE n.figure = 'council_tax_increase_planned' AND (abs(s.low - n.value) > 0.3 OR abs(s.high - n.value) > 0.3)
GROUP BY n.source_id, n.source_line, n.printed, n.figure
