-- Which printed table each view of the product draws on, where the report prints a figure more than once.

-- One row per scenario, measure and financial year, from the table that prints it most fully.
CREATE VIEW trajectory AS
SELECT scenario, CASE line WHEN 'closing_balance' THEN 'reserves' ELSE line END AS measure, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m,
  printed, status, source_id, source_line, locator
FROM budget_line
WHERE (line, scenario, locator) IN (
  ('in_year', 'do_nothing', 'Table 40'), ('in_year', 'new_model', 'Table 46'),
  ('cumulative', 'do_nothing', 'Table 40'), ('cumulative', 'new_model', 'Table 3'),
  ('closing_balance', 'do_nothing', 'Table 49'), ('closing_balance', 'new_model', 'Table 50'));
COMMENT ON VIEW trajectory IS 'One row per published scenario, measure and financial year: the figures that are charted.';
COMMENT ON COLUMN trajectory.scenario IS 'do_nothing or new_model.';
COMMENT ON COLUMN trajectory.measure IS 'in_year (surplus or deficit), cumulative, or reserves (closing balance).';

-- One row per line of the medium term financial strategy and financial year.
CREATE VIEW strategy_line AS
SELECT line, label, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 40';
COMMENT ON VIEW strategy_line IS 'One row per line of the medium term financial strategy and financial year.';
COMMENT ON COLUMN strategy_line.line IS 'Line of the strategy: council_tax, total_income and so on.';

-- One row per way of splitting the uplift, part and financial year.
CREATE VIEW uplift_part AS
SELECT 'driver' AS split, driver AS part, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM uplift WHERE locator = 'Appendix 12.15' AND organisation = 'all'
UNION ALL
SELECT 'organisation', organisation, financial_year, amount_gbp_m::DOUBLE, printed, status, source_id, source_line, locator
FROM uplift WHERE locator = 'Table 43';
COMMENT ON VIEW uplift_part IS 'One row per way of splitting the yearly uplift in cost, part and financial year.';
COMMENT ON COLUMN uplift_part.split IS 'driver or organisation.';
COMMENT ON COLUMN uplift_part.part IS 'The driver or organisation; all is the total.';

-- One row per kind of money, organisation and financial year.
CREATE VIEW organisation_money AS
SELECT CASE locator WHEN 'Table 42' THEN 'allocated' WHEN 'Table 44' THEN 'forecast' ELSE 'funding' END AS kind,
  organisation, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM budget_line
WHERE (locator, line) IN (('Table 42', 'allocated_expenditure'), ('Table 44', 'total_expenditure'), ('Table 45', 'total_funding'), ('Table 45', 'revised_funding'))
   OR (locator = 'Table 45' AND line = 'funding' AND organisation <> 'wellbeing_corporations')
UNION ALL
SELECT 'today', organisation, financial_year, value::DOUBLE / 1000, printed, status, source_id, source_line, locator
FROM allocation WHERE measure = 'net_expenditure';
COMMENT ON VIEW organisation_money IS 'One row per kind of money, organisation and financial year: who would spend or receive what.';
COMMENT ON COLUMN organisation_money.kind IS 'today (net budget, stored in £ thousand), allocated (before uplift), forecast (with uplift, while the council pays) or funding.';

-- One row per treatment of planned savings, part and financial year.
CREATE VIEW benefit_by_year AS
SELECT planned_savings, component || '.' || line AS part, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM benefit_profile WHERE locator IN ('Table 25', 'Table 26');
COMMENT ON VIEW benefit_by_year IS 'One row per treatment of planned savings, part of the whole system and financial year.';
COMMENT ON COLUMN benefit_by_year.planned_savings IS 'Whether the savings planned elsewhere are included or excluded.';
COMMENT ON COLUMN benefit_by_year.part IS 'component.line, as wellbeing_corporations.gross_benefit.';

-- One row per treatment of planned savings, component and financial year.
CREATE VIEW cumulative_net_benefit AS
SELECT planned_savings, component, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM benefit_profile WHERE line = 'cumulative_net';
COMMENT ON VIEW cumulative_net_benefit IS 'One row per treatment of planned savings, component and financial year: benefits less costs so far.';
COMMENT ON COLUMN cumulative_net_benefit.planned_savings IS 'Whether the savings planned elsewhere are included or excluded.';

-- One row per component and measure.
CREATE VIEW steady_state AS
SELECT component, measure, amount_gbp_m::DOUBLE AS amount_gbp_m, printed, status, source_id, source_line, locator
FROM benefit_summary WHERE locator IN ('Table 23', 'Table 24') AND line = 'total';
COMMENT ON VIEW steady_state IS 'One row per component and measure: yearly benefits once the model runs in full, and what it costs.';
COMMENT ON COLUMN steady_state.measure IS 'As in benefit_summary.';
