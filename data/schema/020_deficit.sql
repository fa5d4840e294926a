-- The council's money: forecasts, reserves, pressures, and the whole system's costs and benefits.

-- One row per table, scenario, line, organisation and financial year.
CREATE TABLE budget_line (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  scenario VARCHAR NOT NULL CHECK (scenario IN ('do_nothing', 'new_model')),
  line VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  organisation VARCHAR NOT NULL CHECK (organisation IN ('council', 'council_direct', 'combined_authority', 'wellbeing_corporations', 'all')),
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  amount_gbp_m DECIMAL(12, 3),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, locator, scenario, line, organisation, financial_year)
);
COMMENT ON TABLE budget_line IS 'One row per table, scenario, line, organisation and financial year of the council''s forecasts.';
COMMENT ON COLUMN budget_line.scenario IS 'do_nothing (the current medium term financial strategy) or new_model.';
COMMENT ON COLUMN budget_line.line IS 'Line of the table: in_year, cumulative, council_tax, opening_balance and so on.';

-- One row per table, driver, organisation and financial year.
CREATE TABLE uplift (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  driver VARCHAR NOT NULL,
  organisation VARCHAR NOT NULL,
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  amount_gbp_m DECIMAL(12, 3),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, locator, driver, organisation, financial_year)
);
COMMENT ON TABLE uplift IS 'One row per table, driver of cost, organisation and financial year: the cost added in that year.';
COMMENT ON COLUMN uplift.driver IS 'What drives the cost: pay_pensions, price_inflation, demand_pressures, loss_of_grant, other; all is their total.';

-- One row per organisation and measure.
CREATE TABLE allocation (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  organisation VARCHAR NOT NULL,
  measure VARCHAR NOT NULL CHECK (measure IN ('net_expenditure', 'share_of_budget')),
  financial_year VARCHAR NOT NULL,
  value DECIMAL(14, 3),
  unit VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, organisation, measure, financial_year)
);
COMMENT ON TABLE allocation IS 'One row per organisation and measure: where the budget would sit under the new model.';
COMMENT ON COLUMN allocation.measure IS 'net_expenditure or share_of_budget.';

-- One row per change project that the report advises to delay.
CREATE TABLE delayed_project (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  project VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  financial_year VARCHAR NOT NULL,
  amount_gbp_k DECIMAL(12, 0),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, project, financial_year)
);
COMMENT ON TABLE delayed_project IS 'One row per change project that the report advises to delay, and their total.';
COMMENT ON COLUMN delayed_project.project IS 'Short name of the project; total for the printed total.';
COMMENT ON COLUMN delayed_project.amount_gbp_k IS 'Recurring planned saving, £ thousand, negative as printed.';

-- One row per table, component, line and measure of the steady-state costs and benefits.
CREATE TABLE benefit_summary (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  component VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  measure VARCHAR NOT NULL,
  amount_gbp_m DECIMAL(12, 3),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, locator, component, line, measure)
);
COMMENT ON TABLE benefit_summary IS 'One row per table, component, line and measure: benefits in the steady state and costs.';
COMMENT ON COLUMN benefit_summary.line IS 'Category of benefit or cost; total for the component''s own figure.';
COMMENT ON COLUMN benefit_summary.measure IS 'gross_annual_benefit, derisked_annual_benefit (planned elsewhere, only made safer here), total_annual_benefit, implementation_cost, stp_capital_cost, total_implementation_cost or recurring_annual_cost.';

-- One row per table, component, line and financial year of the costs and benefits by year.
CREATE TABLE benefit_profile (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  planned_savings VARCHAR NOT NULL CHECK (planned_savings IN ('excluded', 'included')),
  component VARCHAR NOT NULL,
  line VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  financial_year VARCHAR NOT NULL CHECK (regexp_full_match(financial_year, '20\d\d/\d\d')),
  amount_gbp_m DECIMAL(12, 3),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, locator, component, line, financial_year)
);
COMMENT ON TABLE benefit_profile IS 'One row per table, component, line and financial year: costs and benefits by year.';
COMMENT ON COLUMN benefit_profile.planned_savings IS 'Whether the savings planned by the health system (STP) and Newton Europe are included or excluded.';
COMMENT ON COLUMN benefit_profile.line IS 'gross_benefit, cost, net_benefit, their cumulative forms, or the parts printed beside them.';

-- One row per activity and financial year.
CREATE TABLE activity_change (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  activity VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  financial_year VARCHAR NOT NULL,
  value DECIMAL(14, 3),
  unit VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, activity, financial_year)
);
COMMENT ON TABLE activity_change IS 'One row per activity and financial year: change forecast by the health system''s plan.';
COMMENT ON COLUMN activity_change.activity IS 'Kind of hospital activity or spending.';

-- One row per kind of reserve and date, as reported in official returns.
CREATE TABLE reserve_outturn (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  reserve VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  at_date DATE NOT NULL,
  basis VARCHAR NOT NULL CHECK (basis IN ('reported', 'restated')),
  amount_gbp_k DECIMAL(14, 0),
  printed VARCHAR NOT NULL,
  source_line INTEGER,
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, reserve, at_date, basis)
);
COMMENT ON TABLE reserve_outturn IS 'One row per kind of reserve, date and basis, as the council reported it to government.';
COMMENT ON COLUMN reserve_outturn.reserve IS 'earmarked, unallocated, or net_revenue_expenditure of the year that ended then.';
COMMENT ON COLUMN reserve_outturn.at_date IS 'Date of the balance; for expenditure, the last day of the year.';
COMMENT ON COLUMN reserve_outturn.basis IS 'reported, or restated in the next return.';
COMMENT ON COLUMN reserve_outturn.amount_gbp_k IS '£ thousand.';
