-- Who governs the delivery model, why services go where they go, and what the plan rests on. Text is in our own words; only dates are figures.

-- One row per body that would govern or run services.
CREATE TABLE governing_body (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  body VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  standing VARCHAR NOT NULL CHECK (standing IN ('new', 'shadow', 'existing')),
  sequence INTEGER NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, body)
);
COMMENT ON TABLE governing_body IS 'One row per body that would govern or run services.';
COMMENT ON COLUMN governing_body.body IS 'Short name of the body.';
COMMENT ON COLUMN governing_body.standing IS 'new, shadow (set up, not yet running services) or existing.';
COMMENT ON COLUMN governing_body.sequence IS 'Place in the order of the document, from 1.';

-- One row per future home of services, with the body that would run them.
CREATE TABLE service_home (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  future_home VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  move VARCHAR NOT NULL CHECK (move IN ('leaves', 'moves', 'stays')),
  sequence INTEGER NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, future_home)
);
COMMENT ON TABLE service_home IS 'One row per future home of services, with the body that would run them.';
COMMENT ON COLUMN service_home.future_home IS 'Future home, as in service_mapping.';
COMMENT ON COLUMN service_home.body IS 'Body that runs it; names a row of governing_body.';
COMMENT ON COLUMN service_home.move IS 'leaves for new bodies, moves to a body of councils, or stays with the council; our words.';
COMMENT ON COLUMN service_home.sequence IS 'Place in the order of the document, from 1.';

-- One row per body, subject and statement about how it is made up and governed.
CREATE TABLE governing_body_statement (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  body VARCHAR NOT NULL,
  aspect VARCHAR NOT NULL CHECK (aspect IN ('membership', 'voting', 'answers_for', 'answers_to', 'principle', 'open')),
  sequence INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, body, aspect, sequence)
);
COMMENT ON TABLE governing_body_statement IS 'One row per body, subject and statement about how it is made up and governed.';
COMMENT ON COLUMN governing_body_statement.body IS 'Body it is about; names a row of governing_body.';
COMMENT ON COLUMN governing_body_statement.aspect IS 'membership, voting, answers_for, answers_to, principle, or open (not settled).';
COMMENT ON COLUMN governing_body_statement.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN governing_body_statement.summary IS 'What is said, in our own words.';

-- One row per area of service.
CREATE TABLE service_area (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  service_area VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, service_area)
);
COMMENT ON TABLE service_area IS 'One row per area of service.';
COMMENT ON COLUMN service_area.service_area IS 'Short name of the area, as in service_mapping.';

-- One row per area of service that stays with the council, with the reason given.
CREATE TABLE service_rationale (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  service_area VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, service_area)
);
COMMENT ON TABLE service_rationale IS 'One row per area of service that stays with the council, with the reason given.';
COMMENT ON COLUMN service_rationale.service_area IS 'Short name of the area; democratic_core has no services of its own.';
COMMENT ON COLUMN service_rationale.summary IS 'What is said, in our own words.';

-- One row per programme of the plan.
CREATE TABLE plan_programme (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  sequence INTEGER NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme)
);
COMMENT ON TABLE plan_programme IS 'One row per programme of the plan.';
COMMENT ON COLUMN plan_programme.programme IS 'Short name, as in milestone and plan_phase.';
COMMENT ON COLUMN plan_programme.sequence IS 'Place in the order of the document, from 1.';

-- One row per further place that dates a milestone.
CREATE TABLE milestone_restated (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  milestone VARCHAR NOT NULL,
  period VARCHAR NOT NULL,
  precision VARCHAR NOT NULL CHECK (precision IN ('by_month', 'month')),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, milestone, source_line)
);
COMMENT ON TABLE milestone_restated IS 'One row per further place that dates a milestone.';
COMMENT ON COLUMN milestone_restated.programme IS 'Programme of the milestone.';
COMMENT ON COLUMN milestone_restated.milestone IS 'Milestone that is dated; key of milestone.';
COMMENT ON COLUMN milestone_restated.period IS 'Month as 2017-04.';
COMMENT ON COLUMN milestone_restated.precision IS 'by_month or month.';

-- One row per condition that a programme or its dates depend on.
CREATE TABLE plan_dependency (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  dependency VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, dependency)
);
COMMENT ON TABLE plan_dependency IS 'One row per condition that a programme or its dates depend on.';
COMMENT ON COLUMN plan_dependency.programme IS 'Programme that depends on it.';
COMMENT ON COLUMN plan_dependency.dependency IS 'Short name of the condition.';
COMMENT ON COLUMN plan_dependency.summary IS 'What is said, in our own words.';

-- One row per principle behind the model.
CREATE TABLE model_principle (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  kind VARCHAR NOT NULL CHECK (kind IN ('design', 'prerequisite', 'system', 'implementation')),
  sequence INTEGER NOT NULL,
  focus VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, kind, sequence)
);
COMMENT ON TABLE model_principle IS 'One row per principle behind the model.';
COMMENT ON COLUMN model_principle.kind IS 'design, prerequisite (set by the council), system (governance of the whole) or implementation.';
COMMENT ON COLUMN model_principle.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN model_principle.focus IS 'What it is about.';
COMMENT ON COLUMN model_principle.summary IS 'What is said, in our own words.';

-- One row per feature of the future front office.
CREATE TABLE front_office_feature (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  sequence INTEGER NOT NULL,
  feature VARCHAR NOT NULL,
  benefit VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, sequence)
);
COMMENT ON TABLE front_office_feature IS 'One row per feature of the future front office.';
COMMENT ON COLUMN front_office_feature.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN front_office_feature.feature IS 'The feature, in our own words.';
COMMENT ON COLUMN front_office_feature.benefit IS 'What it is to bring, in our own words.';

-- One row per partner, subject and change.
CREATE TABLE partner_change (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  partner VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  aspect VARCHAR NOT NULL CHECK (aspect IN ('change', 'action', 'benefit')),
  sequence INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, partner, aspect, sequence)
);
COMMENT ON TABLE partner_change IS 'One row per partner, subject and change.';
COMMENT ON COLUMN partner_change.partner IS 'Short name of the partner.';
COMMENT ON COLUMN partner_change.aspect IS 'change, action it must take, or benefit.';
COMMENT ON COLUMN partner_change.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN partner_change.summary IS 'What is said, in our own words.';

-- One row per outcome, priority or goal of an organisation.
CREATE TABLE strategic_outcome (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  organisation VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('outcome', 'priority', 'goal', 'clinical_and_care', 'self_care')),
  sequence INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, organisation, kind, sequence)
);
COMMENT ON TABLE strategic_outcome IS 'One row per outcome, priority or goal of an organisation.';
COMMENT ON COLUMN strategic_outcome.organisation IS 'Short name of the organisation.';
COMMENT ON COLUMN strategic_outcome.kind IS 'outcome, priority, goal, or a clinical_and_care or self_care outcome that the corporations are to support.';
COMMENT ON COLUMN strategic_outcome.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN strategic_outcome.summary IS 'What is said, in our own words.';
COMMENT ON COLUMN strategic_outcome.note IS 'What a star after it or after its heading leads to, in our own words, with its line.';

-- One row per component of the model and source of data behind it.
CREATE TABLE model_data_source (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  component VARCHAR NOT NULL,
  sequence INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, component, sequence)
);
COMMENT ON TABLE model_data_source IS 'One row per component of the model and source of data behind it.';
COMMENT ON COLUMN model_data_source.component IS 'Part of the model the data serves.';
COMMENT ON COLUMN model_data_source.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN model_data_source.summary IS 'Name of the data, in plain words.';
COMMENT ON COLUMN model_data_source.reason IS 'What it is used for, in our own words.';

-- One row per assumption behind costs, benefits and dates.
CREATE TABLE model_assumption (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  component VARCHAR NOT NULL,
  sequence INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, component, sequence)
);
COMMENT ON TABLE model_assumption IS 'One row per assumption behind costs, benefits and dates.';
COMMENT ON COLUMN model_assumption.component IS 'Part of the model it belongs to.';
COMMENT ON COLUMN model_assumption.sequence IS 'Place in the order of the document, from 1.';
COMMENT ON COLUMN model_assumption.summary IS 'What is said, in our own words.';

-- One row per step and item of work: how the model was made, and how a corporation would start.
CREATE TABLE model_step (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  plan VARCHAR NOT NULL CHECK (plan IN ('approach', 'start_up')),
  step VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  sequence INTEGER NOT NULL,
  aspect VARCHAR NOT NULL CHECK (aspect IN ('outcome', 'activity', 'deliverable')),
  place INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, plan, step, aspect, place)
);
COMMENT ON TABLE model_step IS 'One row per step and item of work: how the model was made, and how a corporation would start.';
COMMENT ON COLUMN model_step.plan IS 'approach (how the model was made) or start_up (the first months of a wellbeing corporation).';
COMMENT ON COLUMN model_step.step IS 'Short name of the step; for start_up a phase of plan_phase.';
COMMENT ON COLUMN model_step.sequence IS 'Place of the step, from 1.';
COMMENT ON COLUMN model_step.aspect IS 'outcome, activity or deliverable.';
COMMENT ON COLUMN model_step.place IS 'Place of the item within the step, from 1.';
COMMENT ON COLUMN model_step.summary IS 'What is said, in our own words.';

-- One row per priority and level of the maturity scale, with what the level means.
CREATE TABLE maturity_description (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  priority VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  level INTEGER NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, priority, level)
);
COMMENT ON TABLE maturity_description IS 'One row per priority and level of the maturity scale, with what the level means.';
COMMENT ON COLUMN maturity_description.priority IS 'Short name of the priority.';
COMMENT ON COLUMN maturity_description.level IS 'Level from 1, low, to 4, high.';
COMMENT ON COLUMN maturity_description.summary IS 'What is said, in our own words.';

-- One row per support process, with the comment beside it.
CREATE TABLE activity_comment (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  process VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, process)
);
COMMENT ON TABLE activity_comment IS 'One row per support process, with the comment beside it.';
COMMENT ON COLUMN activity_comment.process IS 'Short name of the process, as in activity_analysis.';
COMMENT ON COLUMN activity_comment.summary IS 'What is said, in our own words.';

-- One row per service with the words of its area and future home.
CREATE VIEW delivery_service AS
SELECT m.source_id, m.service, m.label, m.reference, m.service_area, a.label AS area_label, m.future_home, h.label AS home_label, h.sequence AS home_order, h.move, h.body, m.printed, m.source_line, m.locator, m.status
FROM service_mapping AS m JOIN service_area AS a USING (source_id, service_area) JOIN service_home AS h USING (source_id, future_home);
COMMENT ON VIEW delivery_service IS 'One row per service with the words of its area and future home.';
COMMENT ON COLUMN delivery_service.service IS 'Short name of the service.';
COMMENT ON COLUMN delivery_service.reference IS 'Number in the base budget review; may be a pair or carry a letter.';
COMMENT ON COLUMN delivery_service.service_area IS 'Area of service it is listed under.';
COMMENT ON COLUMN delivery_service.area_label IS 'Name of the area.';
COMMENT ON COLUMN delivery_service.future_home IS 'Future home of the service.';
COMMENT ON COLUMN delivery_service.home_label IS 'Name of the future home.';
COMMENT ON COLUMN delivery_service.home_order IS 'Place of the home in the order shown.';
COMMENT ON COLUMN delivery_service.move IS 'leaves, moves or stays.';
COMMENT ON COLUMN delivery_service.body IS 'Body that would run it.';

-- One row per import and milestone: how it stands.
CREATE TABLE milestone_status (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  plan VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  milestone VARCHAR NOT NULL,
  as_at VARCHAR NOT NULL,
  state VARCHAR NOT NULL CHECK (state IN ('not_started', 'on_track', 'late', 'done', 'dropped')),
  period VARCHAR,
  note VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, milestone)
);
COMMENT ON TABLE milestone_status IS 'One row per import and milestone: how it stands on a day, as an officer says; no document says it.';
COMMENT ON COLUMN milestone_status.plan IS 'Document whose milestone it is; key of source.';
COMMENT ON COLUMN milestone_status.programme IS 'Programme the milestone belongs to.';
COMMENT ON COLUMN milestone_status.milestone IS 'Short name of the milestone.';
COMMENT ON COLUMN milestone_status.as_at IS 'Day for which it is said, as 2017-06-30.';
COMMENT ON COLUMN milestone_status.state IS 'not_started, on_track, late, done or dropped.';
COMMENT ON COLUMN milestone_status.period IS 'Month in which it was done or is now expected, as 2018-05; empty where none is said.';
COMMENT ON COLUMN milestone_status.note IS 'What a board should know.';

-- One row per milestone: what was said of it last.
CREATE VIEW milestone_standing AS
SELECT plan, programme, milestone, as_at, state, period,
  12 * TRY_CAST(left(period, 4) AS INTEGER) + TRY_CAST(substr(period, 6, 2) AS INTEGER) - 1 AS said_month,
  note, source_id, source_line
FROM milestone_status QUALIFY row_number() OVER (PARTITION BY plan, programme, milestone ORDER BY as_at DESC, source_id) = 1;
COMMENT ON VIEW milestone_standing IS 'One row per milestone of which a status was imported: the latest.';
COMMENT ON COLUMN milestone_standing.plan IS 'Document whose milestone it is; key of source.';
COMMENT ON COLUMN milestone_standing.programme IS 'Programme the milestone belongs to.';
COMMENT ON COLUMN milestone_standing.milestone IS 'Short name of the milestone.';
COMMENT ON COLUMN milestone_standing.as_at IS 'Day for which it is said.';
COMMENT ON COLUMN milestone_standing.state IS 'not_started, on_track, late, done or dropped.';
COMMENT ON COLUMN milestone_standing.period IS 'Month in which it was done or is now expected.';
COMMENT ON COLUMN milestone_standing.said_month IS 'That month, counted as twelve times the year and the months before it.';
COMMENT ON COLUMN milestone_standing.note IS 'What a board should know.';
