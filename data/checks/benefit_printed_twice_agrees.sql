-- promise: A benefit or cost printed in several summary tables is the same in each, whatever its sign.
WITH named AS (
  SELECT *, abs(amount_gbp_m) AS size,
    CASE WHEN line LIKE '%total' OR line IN ('one_off_implementation', 'recurring', 'stp_capital') THEN 'total' ELSE line END AS shared_line,
    CASE WHEN measure = 'total_implementation_cost' AND component NOT IN ('all', 'wellbeing_corporations') THEN 'implementation_cost' ELSE measure END AS shared_measure
  FROM benefit_summary WHERE line NOT IN ('ict_implementation', 'non_ict_implementation')
), judged AS (
  SELECT *, first_value({'size': size, 'printed': printed, 'locator': locator, 'source_line': source_line}) OVER (
    PARTITION BY source_id, component, shared_line, shared_measure ORDER BY source_line) AS model
  FROM named
)
SELECT source_id, source_line, printed, component || '.' || line || ' ' || measure AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', locator, printed, source_line, model.locator, model.printed, model.source_line) AS detail
FROM judged WHERE abs(size - model.size) > 0.05
