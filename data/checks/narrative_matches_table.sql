-- promise: A figure in the text that a table also gives agrees with the table at the precision it is printed with.
WITH forecast AS (
  SELECT source_id, scenario, line, organisation, financial_year, amount_gbp_m, source_line, locator FROM budget_line
), in_table AS (
  SELECT source_id, line || '_deficit_' || scenario AS figure, financial_year AS period, abs(amount_gbp_m) AS expected, source_line::VARCHAR AS lines FROM forecast WHERE line IN ('in_year', 'cumulative')
  UNION ALL
  SELECT source_id, 'in_year_deficit_' || scenario, financial_year, abs(amount_gbp_m), source_line::VARCHAR FROM forecast WHERE line = 'in_year'
  UNION ALL
  SELECT source_id, 'cumulative_deficit_' || scenario, financial_year, abs(amount_gbp_m), source_line::VARCHAR FROM forecast WHERE line = 'cumulative'
  UNION ALL
  SELECT source_id, 'cumulative_deficit_new_model_peak', 'at its peak', max(so_far), min(source_line)::VARCHAR FROM (
    SELECT source_id, source_line, -sum(amount_gbp_m) OVER (PARTITION BY source_id, locator ORDER BY financial_year) AS so_far FROM forecast WHERE scenario = 'new_model' AND line = 'in_year' AND organisation = 'council_direct') GROUP BY source_id
  UNION ALL
  SELECT source_id, 'cost_pressures_do_nothing', financial_year, amount_gbp_m, source_line::VARCHAR FROM forecast WHERE scenario = 'do_nothing' AND line = 'uplift_cumulative'
  UNION ALL
  SELECT source_id, 'income_increase_do_nothing', financial_year, amount_gbp_m - first_value(amount_gbp_m) OVER (PARTITION BY source_id, locator ORDER BY financial_year), source_line::VARCHAR FROM forecast WHERE scenario = 'do_nothing' AND line = 'total_income'
  UNION ALL
  SELECT source_id, 'net_expenditure_' || replace(financial_year, '/', '_'), financial_year, amount_gbp_m, source_line::VARCHAR FROM forecast WHERE organisation = 'council' AND line = 'net_expenditure' OR organisation = 'all' AND line = 'allocated_expenditure'
  UNION ALL
  SELECT source_id, 'net_expenditure_' || replace(financial_year, '/', '_'), financial_year, value / 1000, source_line::VARCHAR FROM allocation WHERE organisation = 'all' AND measure = 'net_expenditure'
  UNION ALL
  SELECT source_id, 'delayed_savings_reserves_effect', NULL, abs(amount_gbp_k) / 1000, source_line::VARCHAR FROM delayed_project WHERE project = 'total'
  UNION ALL
  SELECT source_id, 'stp_integration_savings', NULL, amount_gbp_m, source_line::VARCHAR FROM benefit_summary WHERE line = 'stp_submission'
  UNION ALL
  SELECT source_id, 'newton_europe_savings_low', NULL, amount_gbp_m, source_line::VARCHAR FROM benefit_summary WHERE line = 'newton_europe'
  UNION ALL
  SELECT source_id, 'wellbeing_implementation_cost', NULL, abs(amount_gbp_m), source_line::VARCHAR FROM benefit_summary WHERE component = 'wellbeing_corporations' AND measure = 'implementation_cost'
  UNION ALL
  SELECT source_id, 'front_office_ict_cost', NULL, abs(amount_gbp_m), source_line::VARCHAR FROM benefit_summary WHERE line = 'ict_implementation'
  UNION ALL
  SELECT h.source_id, 'council_population', NULL, sum(DISTINCT_district.population) / 1000000, string_agg(DISTINCT_district.source_line::VARCHAR, ', ' ORDER BY DISTINCT_district.source_line)
  FROM (SELECT DISTINCT source_id FROM hospital_district) AS h
  JOIN (SELECT source_id, district, min(population) AS population, min(source_line) AS source_line FROM hospital_district JOIN area USING (area_code) JOIN place ON area.parent_code = place.area_code GROUP BY ALL) AS DISTINCT_district USING (source_id) GROUP BY h.source_id
), text_figure AS (
  SELECT *, length(split_part(regexp_extract(printed, '[0-9][0-9.,]*'), '.', 2)) AS decimals FROM narrative_figure
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The tables give {:.10g} (lines {}); line {} prints {}.', round(any_value(t.expected), 4)::DOUBLE, string_agg(DISTINCT t.lines, ', '), n.source_line, n.printed) AS detail
FROM text_figure AS n JOIN in_table AS t ON t.source_id = n.source_id AND t.figure = n.figure AND coalesce(t.period = n.period, true)
WHERE abs(n.value - t.expected) > 0.5 * pow(10, -n.decimals) + 0.000001
GROUP BY n.source_id, n.source_line, n.printed, n.figure
