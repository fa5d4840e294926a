-- What others query: every printed figure, whatever table it is kept in.

-- One row per printed figure.
CREATE VIEW figure AS
SELECT source_id, source_line, locator, scenario || '.' || organisation AS subject, line AS measure, financial_year AS period, amount_gbp_m::DOUBLE AS value, '£m' AS unit, printed, status, label, 'budget_line' AS table_name FROM budget_line
UNION ALL SELECT source_id, source_line, locator, organisation, 'uplift.' || driver, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, 'Uplift in cost', 'uplift' FROM uplift
UNION ALL SELECT source_id, source_line, locator, organisation, measure, financial_year, value::DOUBLE, unit, printed, status, 'Allocation of the budget', 'allocation' FROM allocation
UNION ALL SELECT source_id, source_line, locator, project, 'recurring_planned_saving', financial_year, amount_gbp_k::DOUBLE, '£000', printed, status, label, 'delayed_project' FROM delayed_project
UNION ALL SELECT source_id, source_line, locator, component || '.' || line, measure, 'steady state', amount_gbp_m::DOUBLE, '£m', printed, status, label, 'benefit_summary' FROM benefit_summary
UNION ALL SELECT source_id, source_line, locator, component || '.planned_savings_' || planned_savings, line, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, label, 'benefit_profile' FROM benefit_profile
UNION ALL SELECT source_id, source_line, locator, 'stp_integration', activity, financial_year, value::DOUBLE, unit, printed, status, label, 'activity_change' FROM activity_change
UNION ALL SELECT source_id, source_line, locator, 'council', reserve || CASE basis WHEN 'restated' THEN '.restated' ELSE '' END, strftime(at_date, '%Y-%m-%d'), amount_gbp_k::DOUBLE, '£000', printed, status, label, 'reserve_outturn' FROM reserve_outturn
UNION ALL SELECT source_id, source_line, locator, subject, measure, period, value::DOUBLE, unit, printed, status, label, 'narrative_figure' FROM narrative_figure
UNION ALL SELECT source_id, source_line, locator, area, measure, NULL, value::DOUBLE, unit, printed, status, label, 'outcome_comparison' FROM outcome_comparison
UNION ALL SELECT source_id, source_line, locator, hospital || '.' || district, 'population', NULL, population::DOUBLE, 'people', printed, status, district_label, 'hospital_district' FROM hospital_district
UNION ALL SELECT source_id, source_line, locator, future_home || '.' || service, 'budget_review_reference', NULL, TRY_CAST(reference AS DOUBLE), 'reference number', printed, status, label, 'service_mapping' FROM service_mapping
UNION ALL SELECT s.source_id, s.source_line, s.locator, s.appraisal || '.' || s.option, s.criterion, NULL, NULL, a.scale, s.printed, s.status, o.title || ': ' || c.title, 'appraisal_score' FROM appraisal_score AS s JOIN appraisal AS a USING (appraisal) JOIN appraisal_option AS o USING (appraisal, option) JOIN appraisal_criterion AS c USING (appraisal, criterion)
UNION ALL SELECT source_id, source_line, locator, process, measure, NULL, value::DOUBLE, unit, printed, status, label, 'activity_analysis' FROM activity_analysis
UNION ALL SELECT source_id, source_line, locator, priority, 'maturity_level', NULL, level::DOUBLE, 'level', printed, status, label, 'maturity_level' FROM maturity_level
UNION ALL SELECT source_id, source_line, locator, option, attribute, NULL, value::DOUBLE, unit, printed, status, label, 'delivery_model_attribute' FROM delivery_model_attribute
UNION ALL SELECT source_id, source_line, locator, programme || '.' || milestone, 'date', period, NULL, 'date', printed, status, label, 'milestone' FROM milestone
UNION ALL SELECT source_id, source_line, locator, programme || '.' || milestone, 'state', as_at, NULL, 'status', printed, status, 'Status of a milestone', 'milestone_status' FROM milestone_status
UNION ALL SELECT source_id, source_line, locator, programme || '.' || milestone, 'date', period, NULL, 'date', printed, status, 'Date printed again', 'milestone_restated' FROM milestone_restated
UNION ALL SELECT source_id, source_line, locator, programme || '.' || phase, 'duration', NULL, value_low::DOUBLE, unit, printed, status, 'Length of phase', 'plan_phase' FROM plan_phase
UNION ALL SELECT source_id, source_line, locator, option_id, 'start_year', financial_year, NULL, 'financial year', printed, status, 'Stated start year', 'savings_start_year' FROM savings_start_year
UNION ALL SELECT source_id, source_line, locator, option_id, 'budget_' || measure, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, CASE measure WHEN 'gross' THEN 'Gross budget' WHEN 'net' THEN 'Net budget' ELSE 'Income' END, 'savings_budget' FROM savings_budget
UNION ALL SELECT source_id, source_line, locator, option_id, measure || CASE nature WHEN 'unstated' THEN '' ELSE '.' || nature END, financial_year, value::DOUBLE, CASE measure WHEN 'fte' THEN 'FTE' ELSE '£m' END, printed, status, CASE measure WHEN 'fte' THEN 'Change in posts' WHEN 'investment' THEN 'Investment' ELSE 'Budget change' END || CASE nature WHEN 'unstated' THEN '' ELSE ', ' || nature END, 'savings_profile' FROM savings_profile
UNION ALL SELECT source_id, source_line, locator, option_id, measure || CASE nature WHEN 'unstated' THEN '' ELSE '.' || nature END || '.total', 'all years', value::DOUBLE, CASE measure WHEN 'fte' THEN 'FTE' ELSE '£m' END, printed, status, CASE measure WHEN 'fte' THEN 'Change in posts' WHEN 'investment' THEN 'Investment' ELSE 'Budget change' END || CASE nature WHEN 'unstated' THEN '' ELSE ', ' || nature END || ', total as printed', 'savings_total' FROM savings_total
UNION ALL SELECT source_id, source_line, locator, risk_id, score_kind || '_score', quarter, value::DOUBLE, 'score', printed, status, CASE score_kind WHEN 'current' THEN 'Current score' ELSE 'Residual score' END, 'risk_score' FROM risk_score
UNION ALL SELECT source_id, source_line, locator, risk_id, score_kind || '_' || dimension, quarter, level::DOUBLE, 'level', printed, status, CASE dimension WHEN 'impact' THEN 'Impact' ELSE 'Likelihood' END, 'risk_level' FROM risk_level
UNION ALL SELECT source_id, source_line, locator, risk_id, 'rating', quarter, NULL, 'rating', printed, status, 'Rating as printed', 'risk_rating' FROM risk_rating
UNION ALL SELECT source_id, source_line, locator, scale_version || '.' || dimension, 'risk_scale', NULL, level::DOUBLE, 'level', printed, status, word, 'risk_scale' FROM risk_scale
UNION ALL SELECT source_id, source_line, locator, scale_version || '.impact_' || impact || '.likelihood_' || likelihood, 'risk_scale_score', NULL, score::DOUBLE, 'score', printed, status, 'Score on the scale', 'risk_scale_score' FROM risk_scale_score
UNION ALL SELECT source_id, source_line, locator, programme || '.' || figure || CASE bound WHEN 'point' THEN '' ELSE '.' || bound END, measure || '.' || basis || '.' || claim, period, amount_gbp_literal::DOUBLE / CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 WHEN '£bn' THEN 1000000000 ELSE 1 END, unit, printed, status, label, 'programme_money' FROM programme_money
UNION ALL SELECT source_id, source_line, locator, programme || '.' || figure || CASE bound WHEN 'point' THEN '' ELSE '.' || bound END, kind, period, value::DOUBLE, unit, printed, status, label, 'programme_measure' FROM programme_measure;
COMMENT ON VIEW figure IS 'One row per printed figure, with its label and the table it is kept in.';
COMMENT ON COLUMN figure.subject IS 'Who or what the figure is about.';
COMMENT ON COLUMN figure.measure IS 'What is measured.';
COMMENT ON COLUMN figure.period IS 'Financial year, date or span; empty where none is printed.';
COMMENT ON COLUMN figure.table_name IS 'Table of this store that keeps it.';

-- One row per printed figure: the public contract.
CREATE VIEW fact AS
SELECT source_id, source_line, locator, subject, measure, period, value, unit, printed, status FROM figure;
COMMENT ON VIEW fact IS 'One row per printed figure in the store, of whatever table. Stable: others query it.';
COMMENT ON COLUMN fact.subject IS 'Who or what the figure is about.';
COMMENT ON COLUMN fact.measure IS 'What is measured.';
COMMENT ON COLUMN fact.period IS 'Financial year, date or span; empty where none is printed.';
