-- The delivery model: services, plans and the organisation's own analysis.

-- One row per service of the base budget review and its future home.
CREATE TABLE service_mapping (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  future_home VARCHAR NOT NULL CHECK (future_home IN ('wellbeing_corporations', 'council_direct', 'combined_authority', 'professional_support')),
  service_area VARCHAR NOT NULL,
  service VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  reference VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, future_home, service)
);
COMMENT ON TABLE service_mapping IS 'One row per service and the body it would move to or stay with.';
COMMENT ON COLUMN service_mapping.future_home IS 'Body that would provide the service.';
COMMENT ON COLUMN service_mapping.service_area IS 'Area of service it is listed under.';
COMMENT ON COLUMN service_mapping.service IS 'Short name of the service.';
COMMENT ON COLUMN service_mapping.reference IS 'Number in the base budget review; may be a pair or carry a letter.';

-- One row per process and measure.
CREATE TABLE activity_analysis (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  process VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  measure VARCHAR NOT NULL CHECK (measure IN ('fte', 'spread_of_activity', 'applications')),
  value DECIMAL(12, 3),
  unit VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, process, measure)
);
COMMENT ON TABLE activity_analysis IS 'One row per support process and measure of the council''s activity analysis.';
COMMENT ON COLUMN activity_analysis.process IS 'Short name of the process.';
COMMENT ON COLUMN activity_analysis.measure IS 'fte (posts), spread_of_activity (share of interviews) or applications (IT systems).';

-- One row per level of the maturity scale.
CREATE TABLE maturity_level (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  priority VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  level_label VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, priority, level)
);
COMMENT ON TABLE maturity_level IS 'One row per level of the maturity scale; where the council stood on it was lost with the diagram.';
COMMENT ON COLUMN maturity_level.priority IS 'Short name of the scale.';
COMMENT ON COLUMN maturity_level.level IS 'Level from 1, low, to 4, high.';
COMMENT ON COLUMN maturity_level.level_label IS 'Name of the level, where one is printed.';

-- One row per option and attribute that holds a number.
CREATE TABLE delivery_model_attribute (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  option VARCHAR NOT NULL,
  attribute VARCHAR NOT NULL,
  value DECIMAL(14, 3),
  unit VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, option, attribute, source_line)
);
COMMENT ON TABLE delivery_model_attribute IS 'One row per delivery option and attribute that holds a number.';
COMMENT ON COLUMN delivery_model_attribute.option IS 'Short name of the option.';
COMMENT ON COLUMN delivery_model_attribute.attribute IS 'What the number says about it.';

-- One row per milestone or decision.
CREATE TABLE milestone (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  milestone VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  body VARCHAR,
  period VARCHAR,
  precision VARCHAR NOT NULL CHECK (precision IN ('by_month', 'day', 'month', 'quarter', 'season', 'year', 'inferred', 'tbc', 'relative', 'chart')),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, milestone)
);
COMMENT ON TABLE milestone IS 'One row per milestone of a programme or key decision.';
COMMENT ON COLUMN milestone.programme IS 'Programme the milestone belongs to, or key_decisions.';
COMMENT ON COLUMN milestone.milestone IS 'Short name of the milestone.';
COMMENT ON COLUMN milestone.body IS 'Who decides, where printed.';
COMMENT ON COLUMN milestone.period IS 'Month as 2017-04, or year as 2017 where no month is printed; empty where neither is.';
COMMENT ON COLUMN milestone.precision IS 'How exact the date is: by_month, day, month, quarter, season, year, inferred (no year printed, read from the text around it), tbc, relative or chart (read from the column a mark of a plan stands in).';

-- One row per programme and phase of its plan.
CREATE TABLE plan_phase (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  phase VARCHAR NOT NULL,
  sequence INTEGER NOT NULL,
  value_low DECIMAL(8, 2),
  value_high DECIMAL(8, 2),
  unit VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, phase, source_line)
);
COMMENT ON TABLE plan_phase IS 'One row per programme and phase, with how long it is planned to last.';
COMMENT ON COLUMN plan_phase.programme IS 'Programme the plan belongs to.';
COMMENT ON COLUMN plan_phase.phase IS 'Short name of the phase.';
COMMENT ON COLUMN plan_phase.sequence IS 'Place of the phase in the plan, from 1.';
COMMENT ON COLUMN plan_phase.value_low IS 'Shortest planned length.';
COMMENT ON COLUMN plan_phase.value_high IS 'Longest planned length.';
