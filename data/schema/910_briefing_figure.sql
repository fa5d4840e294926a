-- One row per named figure that briefings call and nobody printed: counted here from figures in the store.
CREATE VIEW briefing_figure AS
WITH register AS (
  SELECT * FROM risk_assessment
  WHERE source_id = 'lcc-risk-2019q3'
),
options_saving AS (
  SELECT source_id, option_id, sum(value)::DOUBLE AS saving FROM savings_profile
  WHERE source_id = 'lcc-savings-2018' AND measure = 'budget_change' GROUP BY source_id, option_id
)
SELECT 'risks' AS figure, count(*)::DOUBLE AS value, 'risks' AS unit, any_value(source_id) AS source_id,
  'Entries of the register that are risks, not opportunities.' AS meaning FROM register WHERE kind = 'risk'
UNION ALL SELECT 'risks_of_major_or_more', count(*)::DOUBLE, 'risks', any_value(source_id),
  'Risks that stand at a score of 16 or more of 25 now.' FROM register WHERE kind = 'risk' AND current_score >= 16
UNION ALL SELECT 'risks_still_high', count(*)::DOUBLE, 'risks', any_value(source_id),
  'Risks that are to stand at 16 or more of 25 after the actions planned.' FROM register WHERE kind = 'risk' AND residual_score >= 16
UNION ALL SELECT 'risks_to_fall', count(*)::DOUBLE, 'risks', any_value(source_id),
  'Risks whose score is to be lower after the actions planned.' FROM register WHERE kind = 'risk' AND residual_score < current_score
UNION ALL SELECT 'risks_without_direction', count(*)::DOUBLE, 'entries', any_value(source_id),
  'Risks and opportunities for which the register says no direction of travel in a word.' FROM register WHERE direction IS NULL OR direction = 'narrative'
UNION ALL SELECT 'opportunities', count(*)::DOUBLE, 'opportunities', any_value(source_id),
  'Entries of the register that are opportunities.' FROM register WHERE kind = 'opportunity'
UNION ALL SELECT 'savings_options', count(*)::DOUBLE, 'options', any_value(source_id),
  'Savings options in the document.' FROM savings_option WHERE source_id = 'lcc-savings-2018'
UNION ALL SELECT 'savings_in_all', sum(saving), '£m', any_value(source_id),
  'Discrete-year budget changes of every option and year added up; minus is a saving.' FROM options_saving
UNION ALL SELECT 'savings_largest', min(saving), '£m', any_value(source_id),
  'Budget change of the option that saves most, all years added up; minus is a saving.' FROM options_saving
UNION ALL SELECT 'savings_first_year', sum(value)::DOUBLE, '£m', any_value(source_id),
  'Budget changes of the first year of the document added up; minus is a saving.' FROM savings_profile
  WHERE source_id = 'lcc-savings-2018' AND measure = 'budget_change'
    AND financial_year = (SELECT min(financial_year) FROM savings_profile WHERE source_id = 'lcc-savings-2018' AND measure = 'budget_change')
UNION ALL SELECT 'health_measures', count(DISTINCT measure)::DOUBLE, 'measures', any_value(source_id),
  'Health measures that the report sets against England.' FROM outcome_comparison WHERE source_id = 'psdm-2017'
UNION ALL SELECT 'services_moving_to_corporations', count(*)::DOUBLE, 'services', any_value(source_id),
  'Services mapped to the wellbeing corporations.' FROM service_mapping WHERE source_id = 'psdm-2017' AND future_home = 'wellbeing_corporations';
COMMENT ON VIEW briefing_figure IS 'One row per named figure that briefings call and nobody printed: counted or added up here from figures in the store.';
COMMENT ON COLUMN briefing_figure.figure IS 'Name by which a briefing calls it.';
COMMENT ON COLUMN briefing_figure.meaning IS 'What is counted or added up, in one sentence.';
