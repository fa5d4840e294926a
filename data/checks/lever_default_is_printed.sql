-- promise: A lever that stands at an amount of money or a rate stands where its line prints it.
SELECT lever.source_id, lever.source_line, string_agg(DISTINCT fact.printed, ', ') AS printed, lever.lever AS subject,
  'The lever stands at ' || lever.default_value || ' and its line does not print that.' AS detail
FROM lever JOIN fact ON fact.source_id = lever.source_id AND fact.source_line = lever.source_line
WHERE lever.lever IN ('opening_reserves_gbp_m', 'planned_drawdown_gbp_m', 'additional_target_pct')
GROUP BY ALL HAVING NOT bool_or(abs(fact.value) = lever.default_value)
