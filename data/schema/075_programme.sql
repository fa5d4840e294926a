-- Change programmes of other places: who asked for what, what it costs, what it is said to bring, and by when.

-- One row per theme of programmes; the grouping is ours.
CREATE TABLE programme_theme (
  theme VARCHAR PRIMARY KEY,
  label VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL
);
COMMENT ON TABLE programme_theme IS 'One row per theme of change programmes; the grouping is ours.';
COMMENT ON COLUMN programme_theme.theme IS 'Short name of the theme.';
COMMENT ON COLUMN programme_theme.label IS 'Name of the theme.';
COMMENT ON COLUMN programme_theme.note IS 'What it holds.';
COMMENT ON COLUMN programme_theme.decided_by IS 'Who made the grouping; no document prints one.';

-- One row per organisation, board or group of organisations that a programme names.
CREATE TABLE body (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  body VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  body_type VARCHAR NOT NULL CHECK (body_type IN ('county', 'unitary', 'district', 'metropolitan', 'london_borough', 'fire', 'police', 'police_commissioner', 'probation', 'health_commissioner', 'health_provider', 'ambulance',
    'housing', 'university', 'voluntary', 'company', 'government', 'board', 'group')),
  region VARCHAR CHECK (region IN ('North East', 'North West', 'Yorkshire and the Humber', 'East Midlands', 'West Midlands', 'East of England', 'London', 'South East', 'South West')),
  PRIMARY KEY (source_id, body)
);
COMMENT ON TABLE body IS 'One row per organisation, board or group of organisations that a programme names; posts and persons are none.';
COMMENT ON COLUMN body.body IS 'Short name of the body.';
COMMENT ON COLUMN body.label IS 'Name of the body.';
COMMENT ON COLUMN body.body_type IS 'Kind of body: a council by its tier, fire, police, police_commissioner, probation, health_commissioner, health_provider, ambulance, housing, university, voluntary, company, government, board (set up to decide or steer) or group (several bodies under one name). Our reading.';
COMMENT ON COLUMN body.region IS 'Region of England the body lies in, our reading; empty where it lies in several or in none.';

-- One row per programme, and per work stream or project it is divided into.
CREATE TABLE programme (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  level VARCHAR NOT NULL CHECK (level IN ('bid', 'portfolio', 'programme', 'workstream', 'project')),
  parent VARCHAR,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  label VARCHAR NOT NULL,
  theme VARCHAR REFERENCES programme_theme (theme),
  award_category VARCHAR CHECK (award_category IN ('smaller', 'authority', 'major_multi_authority')),
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme),
  CHECK (level NOT IN ('bid', 'portfolio') OR parent IS NULL),
  CHECK (level <> 'bid' OR theme IS NOT NULL)
);
COMMENT ON TABLE programme IS 'One row per bid or programme, and per work stream or project it is divided into.';
COMMENT ON COLUMN programme.programme IS 'Short name of the programme, ours.';
COMMENT ON COLUMN programme.level IS 'bid (an application for an award), portfolio, programme, workstream or project.';
COMMENT ON COLUMN programme.parent IS 'Programme it is a part of; empty at the top.';
COMMENT ON COLUMN programme.sequence IS 'Place among the parts of the same parent, or of the document, from 1.';
COMMENT ON COLUMN programme.theme IS 'Theme, a grouping of our own; key of programme_theme. A part without one has that of its parent.';
COMMENT ON COLUMN programme.award_category IS 'Kind of award applied for, where printed: smaller, authority or major_multi_authority.';
COMMENT ON COLUMN programme.summary IS 'What it is to do, in our own words.';
COMMENT ON COLUMN programme.source_line IS 'Line it begins on or is named on.';

-- One row per programme, body and role.
CREATE TABLE programme_body (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  role VARCHAR NOT NULL CHECK (role IN ('lead', 'partner', 'supporter', 'sponsor', 'decides', 'steers', 'delivers')),
  note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, body, role)
);
COMMENT ON TABLE programme_body IS 'One row per programme, body and role; a body may have several.';
COMMENT ON COLUMN programme_body.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_body.body IS 'Body; key of body.';
COMMENT ON COLUMN programme_body.role IS 'lead (applies or answers for it), partner (takes part), supporter, sponsor, decides, steers, or delivers (does the work for the partners).';
COMMENT ON COLUMN programme_body.note IS 'How the document names it, where it names it in several ways.';

-- One row per programme and case its figures are worked out for.
CREATE TABLE programme_scenario (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  scenario VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('base', 'sensitivity', 'counterfactual', 'illustration')),
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, scenario)
);
COMMENT ON TABLE programme_scenario IS 'One row per programme and case that differs from the plan; figures of the plan itself carry the scenario plan, which needs no row.';
COMMENT ON COLUMN programme_scenario.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_scenario.scenario IS 'Short name of the case.';
COMMENT ON COLUMN programme_scenario.kind IS 'base (the case others are measured against), sensitivity, counterfactual (without the award, or with a smaller one) or illustration.';
COMMENT ON COLUMN programme_scenario.summary IS 'What differs, in our own words.';

-- One row per printed occurrence of a sum of money.
CREATE TABLE programme_money (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  figure VARCHAR NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence > 0),
  measure VARCHAR NOT NULL CHECK (measure IN ('ask', 'cost', 'match', 'saving', 'income', 'benefit', 'net', 'present_value', 'capital_receipt', 'financing', 'need', 'dependency', 'spend')),
  basis VARCHAR NOT NULL CHECK (basis IN ('annual', 'one_off', 'in_year', 'incremental', 'full_year_effect', 'run_rate', 'cumulative', 'total', 'unit', 'unstated')),
  claim VARCHAR NOT NULL CHECK (claim IN ('expected', 'achieved', 'already_budgeted', 'avoided', 'illustrative', 'baseline', 'benchmark')),
  label VARCHAR NOT NULL,
  beneficiary VARCHAR NOT NULL,
  scenario VARCHAR NOT NULL,
  bound VARCHAR NOT NULL CHECK (bound IN ('point', 'low', 'average', 'high')),
  period VARCHAR,
  period_kind VARCHAR NOT NULL CHECK (period_kind IN ('financial_year', 'programme_year', 'programme_quarter', 'span', 'unstated')),
  qualifier VARCHAR CHECK (qualifier IN ('about', 'over', 'at_least', 'up_to', 'nearly', 'under')),
  layer VARCHAR NOT NULL CHECK (layer IN ('summary', 'business_case', 'appendix')),
  headline BOOLEAN NOT NULL,
  adds_to VARCHAR,
  row_total VARCHAR,
  weight DECIMAL(10, 4),
  amount_gbp_literal DECIMAL(18, 4),
  amount_gbp DECIMAL(18, 2),
  unit VARCHAR NOT NULL CHECK (unit IN ('£', '£k', '£m', '£bn')),
  note VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, figure, bound, source_line, occurrence),
  CHECK ((period IS NULL) = (period_kind = 'unstated')),
  CHECK (period_kind <> 'financial_year' OR regexp_full_match(period, '20\d\d/\d\d')),
  CHECK (period_kind <> 'programme_year' OR regexp_full_match(period, 'Year \d+')),
  CHECK (period_kind <> 'programme_quarter' OR regexp_full_match(period, 'Q\d+')),
  CHECK ((amount_gbp IS NULL) = (amount_gbp_literal IS NULL))
);
COMMENT ON TABLE programme_money IS 'One row per printed occurrence of a sum of money; a range has a row for each end. Sums of different measure, basis, claim, beneficiary, scenario or layer are never added up or drawn as one.';
COMMENT ON COLUMN programme_money.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_money.figure IS 'What the figure is; the same name wherever the same figure recurs.';
COMMENT ON COLUMN programme_money.occurrence IS 'First, second or later time the figure stands on the line.';
COMMENT ON COLUMN programme_money.measure IS 'ask (the award applied for), cost, match (paid by the partners), saving (spending that falls), income (more of it), benefit (savings and income not told apart), net (benefit less cost), present_value, capital_receipt, financing (borrowing and interest), need (a gap or a saving required), dependency (on government grant), or spend (what is spent today).';
COMMENT ON COLUMN programme_money.basis IS 'annual (every year), one_off, in_year (falls in its period), incremental (added in its period and lasting), full_year_effect, run_rate (yearly level once reached), cumulative (added up to its period), total (over its period), unit (for one of something) or unstated. Our reading where no word says so.';
COMMENT ON COLUMN programme_money.claim IS 'expected, achieved (track record), already_budgeted (in a budget before the programme), avoided (a cost that would otherwise come), illustrative, baseline (the position today) or benchmark (of others).';
COMMENT ON COLUMN programme_money.beneficiary IS 'Who pays or gains: a body, or partners (together), each_partner, public_sector (all of it), wider_public_sector (beyond the partners), society (private cost included), users.';
COMMENT ON COLUMN programme_money.scenario IS 'Case it is worked out for: plan, or a key of programme_scenario.';
COMMENT ON COLUMN programme_money.bound IS 'point, or low, average or high of a printed range.';
COMMENT ON COLUMN programme_money.period IS 'Financial year as 2013/14, programme year as Year 0, quarter as Q1, or a span in words; empty where none is stated.';
COMMENT ON COLUMN programme_money.period_kind IS 'financial_year, programme_year (counted from the start), programme_quarter, span or unstated.';
COMMENT ON COLUMN programme_money.qualifier IS 'How exact the text says it is: about, over, at_least, up_to, nearly or under; empty where it says nothing.';
COMMENT ON COLUMN programme_money.layer IS 'Part of the document: summary (foreword and summary included), business_case or appendix; the same measure may differ between layers.';
COMMENT ON COLUMN programme_money.headline IS 'Whether programmes are compared by this figure; our choice, at most one per programme, measure, basis, claim, beneficiary, scenario, bound and period.';
COMMENT ON COLUMN programme_money.adds_to IS 'Figure it is a part of: the total of its column or list.';
COMMENT ON COLUMN programme_money.row_total IS 'Figure it is a part of: the total of its row.';
COMMENT ON COLUMN programme_money.weight IS 'How many times it counts in those totals, where not once: years of a yearly sum, units of a unit cost, a share, or minus one.';
COMMENT ON COLUMN programme_money.amount_gbp_literal IS '£, as the printed text reads literally; empty where it is blacked out. Cost is positive under measure cost, also where it is printed in brackets.';
COMMENT ON COLUMN programme_money.amount_gbp IS '£, as used here: the literal reading, or the corrected one where a correction says why.';
COMMENT ON COLUMN programme_money.unit IS 'Unit it is printed in: £, £k, £m or £bn; from the head of its table where the cell has none.';
COMMENT ON COLUMN programme_money.note IS 'What the figure covers or what is odd about it.';

-- One row per indicator that a programme names.
CREATE TABLE programme_indicator (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  indicator VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('outcome', 'experience', 'activity', 'demand', 'output', 'resource')),
  better VARCHAR CHECK (better IN ('higher', 'lower')),
  code VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, indicator)
);
COMMENT ON TABLE programme_indicator IS 'One row per indicator that a programme names, whether or not it prints a value.';
COMMENT ON COLUMN programme_indicator.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_indicator.indicator IS 'Short name of the indicator.';
COMMENT ON COLUMN programme_indicator.kind IS 'outcome, experience (what people say), activity, demand, output or resource.';
COMMENT ON COLUMN programme_indicator.better IS 'Which way is better, higher or lower; empty where neither is. Our reading.';
COMMENT ON COLUMN programme_indicator.code IS 'Code of a national framework, as printed.';

-- One row per printed occurrence of a number that is no sum of money.
CREATE TABLE programme_measure (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  figure VARCHAR NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence > 0),
  indicator VARCHAR,
  kind VARCHAR NOT NULL CHECK (kind IN ('baseline', 'target', 'actual', 'forecast', 'benchmark', 'return', 'payback', 'assumption', 'resource', 'estate', 'score', 'change')),
  label VARCHAR NOT NULL,
  beneficiary VARCHAR NOT NULL,
  scenario VARCHAR NOT NULL,
  bound VARCHAR NOT NULL CHECK (bound IN ('point', 'low', 'average', 'high')),
  period VARCHAR,
  qualifier VARCHAR CHECK (qualifier IN ('about', 'over', 'at_least', 'up_to', 'nearly', 'under')),
  layer VARCHAR NOT NULL CHECK (layer IN ('summary', 'business_case', 'appendix')),
  adds_to VARCHAR,
  weight DECIMAL(10, 4),
  value DECIMAL(20, 9),
  unit VARCHAR NOT NULL,
  note VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, figure, bound, source_line, occurrence)
);
COMMENT ON TABLE programme_measure IS 'One row per printed occurrence of a number that is no sum of money: values of indicators, returns, paybacks, assumptions, posts, buildings.';
COMMENT ON COLUMN programme_measure.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_measure.figure IS 'What the figure is; the same name wherever the same figure recurs.';
COMMENT ON COLUMN programme_measure.occurrence IS 'First, second or later time the figure stands on the line.';
COMMENT ON COLUMN programme_measure.indicator IS 'Indicator it is a value of; key of programme_indicator.';
COMMENT ON COLUMN programme_measure.kind IS 'baseline, target, actual (achieved), forecast, benchmark (of others), return, payback, assumption (a number others rest on), resource (people and parts of the programme), estate (buildings and land), score or change (a target printed as a change from its baseline).';
COMMENT ON COLUMN programme_measure.beneficiary IS 'Whom it is about: a body, or a group as in programme_money.';
COMMENT ON COLUMN programme_measure.scenario IS 'Case it is worked out for: plan, or a key of programme_scenario.';
COMMENT ON COLUMN programme_measure.bound IS 'point, or low, average or high of a printed range.';
COMMENT ON COLUMN programme_measure.period IS 'When, where the text says.';
COMMENT ON COLUMN programme_measure.qualifier IS 'How exact the text says it is: about, over, at_least, up_to, nearly or under; empty where it says nothing.';
COMMENT ON COLUMN programme_measure.layer IS 'Part of the document: summary, business_case or appendix.';
COMMENT ON COLUMN programme_measure.adds_to IS 'Figure it is a part of.';
COMMENT ON COLUMN programme_measure.weight IS 'How many times it counts in that figure, where not once; a share, or minus one where it is taken away.';
COMMENT ON COLUMN programme_measure.note IS 'What the figure covers or what is odd about it.';

-- One row per statement of a programme.
CREATE TABLE programme_statement (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('aim', 'scope', 'exclusion', 'benefit', 'disbenefit', 'assumption', 'dependency', 'risk', 'mitigation', 'governance', 'evaluation', 'estate', 'learning', 'absent', 'oddity')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  summary VARCHAR NOT NULL,
  body VARCHAR,
  other_programme VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, kind, sequence)
);
COMMENT ON TABLE programme_statement IS 'One row per statement of a programme, in short and in our own words.';
COMMENT ON COLUMN programme_statement.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_statement.kind IS 'aim, scope, exclusion, benefit (not in money), disbenefit, assumption, dependency, risk, mitigation (of the risk of the same sequence), governance, evaluation, estate, learning (what it offers others), absent (what it does not print) or oddity (of the text).';
COMMENT ON COLUMN programme_statement.sequence IS 'Place among the statements of its kind, from 1.';
COMMENT ON COLUMN programme_statement.summary IS 'What it says, in our own words.';
COMMENT ON COLUMN programme_statement.body IS 'Body it is about; key of body.';
COMMENT ON COLUMN programme_statement.other_programme IS 'Programme it depends on or refers to, by name where it is none of those kept here.';

-- One row per programme, matrix of responsibilities, actor, task and role.
CREATE TABLE programme_responsibility (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  matrix VARCHAR NOT NULL CHECK (matrix IN ('stakeholders', 'staff', 'partners', 'communities', 'members', 'activities')),
  actor_group VARCHAR,
  actor VARCHAR NOT NULL,
  task VARCHAR,
  role VARCHAR NOT NULL CHECK (role IN ('responsible', 'accountable', 'consulted', 'informed')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, programme, matrix, sequence)
);
COMMENT ON TABLE programme_responsibility IS 'One row per mark in a matrix of responsibilities: who does the work, who answers for it, who is asked and who is told.';
COMMENT ON COLUMN programme_responsibility.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_responsibility.matrix IS 'Matrix it stands in: stakeholders (one list of all), staff, partners, communities or members (lists of engagement), or activities (tasks against bodies).';
COMMENT ON COLUMN programme_responsibility.actor_group IS 'Group the actor is listed under, where one is printed.';
COMMENT ON COLUMN programme_responsibility.actor IS 'Body, group of people or post; never a person.';
COMMENT ON COLUMN programme_responsibility.task IS 'Task, where the matrix has tasks; else it is the programme as a whole.';
COMMENT ON COLUMN programme_responsibility.role IS 'responsible (does the work), accountable (answers for it), consulted or informed.';
COMMENT ON COLUMN programme_responsibility.sequence IS 'Place among the marks of the matrix, from 1.';

-- One row per heading of a column or label of a table that says how its figures are to be read.
CREATE TABLE programme_heading (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence > 0),
  kind VARCHAR NOT NULL CHECK (kind IN ('period', 'unit', 'basis')),
  reading VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, source_line, kind, occurrence)
);
COMMENT ON TABLE programme_heading IS 'One row per heading of a column or label of a table of a programme that says which year, unit or basis its figures have, with how it is read.';
COMMENT ON COLUMN programme_heading.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_heading.occurrence IS 'Place among the headings of its kind on the line, from 1.';
COMMENT ON COLUMN programme_heading.kind IS 'period, unit or basis.';
COMMENT ON COLUMN programme_heading.reading IS 'What the figures under it are kept as.';
COMMENT ON COLUMN programme_heading.anchor IS 'The heading or label as printed.';

-- One row per programme, layer, aspect, year and printed figure that stands for it.
CREATE TABLE programme_profile (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  programme VARCHAR NOT NULL,
  layer VARCHAR NOT NULL CHECK (layer IN ('summary', 'business_case')),
  aspect VARCHAR NOT NULL CHECK (aspect IN ('benefit', 'cost')),
  financial_year VARCHAR NOT NULL,
  figure VARCHAR NOT NULL,
  note VARCHAR,
  decided_by VARCHAR NOT NULL,
  PRIMARY KEY (source_id, programme, layer, aspect, financial_year, figure)
);
COMMENT ON TABLE programme_profile IS 'One row per programme, layer of the document, aspect, year and printed figure that stands for it; the choice is ours. Where several figures stand for one year their sum is derived.';
COMMENT ON COLUMN programme_profile.programme IS 'Programme the figure is charted for; key of programme. The figure may belong to a part of it.';
COMMENT ON COLUMN programme_profile.layer IS 'summary or business_case.';
COMMENT ON COLUMN programme_profile.aspect IS 'benefit (savings and income) or cost.';
COMMENT ON COLUMN programme_profile.figure IS 'Figure; key of programme_money.';
COMMENT ON COLUMN programme_profile.note IS 'What to know about the choice.';
COMMENT ON COLUMN programme_profile.decided_by IS 'Who made the choice; no document prints one.';

-- One row per programme or part of one, with the programme at the top of it.
CREATE VIEW programme_tree AS
WITH RECURSIVE branch AS (
  SELECT source_id, programme, programme AS root, theme, 0 AS depth FROM programme WHERE parent IS NULL
  UNION ALL
  SELECT p.source_id, p.programme, b.root, coalesce(p.theme, b.theme), b.depth + 1 FROM programme AS p JOIN branch AS b ON b.source_id = p.source_id AND b.programme = p.parent
)
SELECT source_id, programme, root, theme, depth FROM branch;
COMMENT ON VIEW programme_tree IS 'One row per programme or part of one, with the programme at the top of it.';
COMMENT ON COLUMN programme_tree.programme IS 'Programme or part of one; key of programme.';
COMMENT ON COLUMN programme_tree.root IS 'Programme at the top of it; itself where it is no part.';
COMMENT ON COLUMN programme_tree.theme IS 'Theme, its own or that of the nearest programme above it.';
COMMENT ON COLUMN programme_tree.depth IS 'Steps to the top; 0 at the top.';

-- One row per indicator: what it was, what it is to become, what it became.
CREATE VIEW programme_indicator_record AS
SELECT i.source_id, i.programme, i.indicator, i.label, i.kind, i.better, i.code, any_value(m.unit) FILTER (m.kind <> 'change') AS unit,
  any_value(m.value) FILTER (m.kind = 'baseline')::DOUBLE AS baseline, any_value(m.value) FILTER (m.kind = 'target')::DOUBLE AS target,
  any_value(m.value) FILTER (m.kind = 'actual')::DOUBLE AS actual, any_value(m.source_line) FILTER (m.kind = 'baseline') AS baseline_line,
  any_value(m.source_line) FILTER (m.kind = 'target') AS target_line, any_value(m.source_line) FILTER (m.kind = 'actual') AS actual_line,
  i.source_line, i.locator, i.status,
  arg_min(CASE m.unit WHEN '% lower' THEN -m.value ELSE m.value END, m.source_line) FILTER (m.kind = 'change')::DOUBLE AS target_change, min(m.source_line) FILTER (m.kind = 'change') AS target_change_line
FROM programme_indicator AS i LEFT JOIN programme_measure AS m ON m.source_id = i.source_id AND m.indicator = i.indicator AND m.bound = 'point' AND m.scenario = 'plan'
GROUP BY ALL;
COMMENT ON VIEW programme_indicator_record IS 'One row per indicator, with its baseline, target and actual value where printed.';
COMMENT ON COLUMN programme_indicator_record.programme IS 'Programme that names it; key of programme.';
COMMENT ON COLUMN programme_indicator_record.indicator IS 'Short name of the indicator.';
COMMENT ON COLUMN programme_indicator_record.label IS 'Name of the indicator.';
COMMENT ON COLUMN programme_indicator_record.kind IS 'outcome, experience, activity, demand, output or resource.';
COMMENT ON COLUMN programme_indicator_record.better IS 'Which way is better, higher or lower; empty where neither is.';
COMMENT ON COLUMN programme_indicator_record.code IS 'Code of a national framework, as printed.';
COMMENT ON COLUMN programme_indicator_record.unit IS 'Unit of the values; empty where none is printed.';
COMMENT ON COLUMN programme_indicator_record.baseline IS 'Value before the programme; empty where none is printed.';
COMMENT ON COLUMN programme_indicator_record.target IS 'Value aimed at; empty where none is printed.';
COMMENT ON COLUMN programme_indicator_record.actual IS 'Value reached; empty where none is printed.';
COMMENT ON COLUMN programme_indicator_record.baseline_line IS 'Line of the baseline.';
COMMENT ON COLUMN programme_indicator_record.target_line IS 'Line of the target.';
COMMENT ON COLUMN programme_indicator_record.actual_line IS 'Line of the actual value.';
COMMENT ON COLUMN programme_indicator_record.target_change IS 'Change from the baseline aimed at, in %, negative where the value is to fall; whether it is a share of the baseline or percentage points is not printed. The first where several are printed.';
COMMENT ON COLUMN programme_indicator_record.target_change_line IS 'Line of that change.';

-- One row per programme, layer, aspect and year, with what the other layer prints.
CREATE VIEW programme_profile_record AS
WITH chosen AS (
  SELECT f.source_id, f.programme, f.layer, f.aspect, f.financial_year, f.figure, f.note, m.basis, m.amount_gbp, m.printed, m.source_line
  FROM programme_profile AS f JOIN programme_money AS m USING (source_id, figure, layer)
  QUALIFY row_number() OVER (PARTITION BY f.source_id, f.programme, f.layer, f.aspect, f.financial_year, f.figure ORDER BY m.period IS NOT DISTINCT FROM f.financial_year DESC, m.headline DESC, m.unit = '£' DESC, m.source_line) = 1
), added AS (
  SELECT source_id, programme, layer, aspect, financial_year, sum(amount_gbp) AS amount_gbp, CASE count(*) WHEN 1 THEN 'printed' ELSE 'derived' END AS amount_state, string_agg(DISTINCT basis, ', ' ORDER BY basis) AS basis,
    list({'figure': figure, 'printed': printed, 'source_line': source_line} ORDER BY source_line) AS figures, string_agg(DISTINCT note, ' ') AS note
  FROM chosen GROUP BY ALL
)
SELECT a.source_id, a.programme, a.layer, a.aspect, a.financial_year, a.amount_gbp, a.amount_state, a.basis, a.figures, a.note, o.amount_gbp AS other_amount_gbp, coalesce(o.amount_gbp <> a.amount_gbp, false) AS conflict
FROM added AS a LEFT JOIN added AS o ON o.source_id = a.source_id AND o.programme = a.programme AND o.aspect = a.aspect AND o.financial_year = a.financial_year AND o.layer <> a.layer;
COMMENT ON VIEW programme_profile_record IS 'One row per programme, layer, aspect and year, with what the other layer prints for it. Years of different basis are not added up: an incremental year lasts, a run rate is a level.';
COMMENT ON COLUMN programme_profile_record.programme IS 'Programme; key of programme.';
COMMENT ON COLUMN programme_profile_record.layer IS 'summary or business_case.';
COMMENT ON COLUMN programme_profile_record.aspect IS 'benefit or cost.';
COMMENT ON COLUMN programme_profile_record.amount_gbp IS '£, as used here.';
COMMENT ON COLUMN programme_profile_record.amount_state IS 'printed, or derived where it is the sum of several printed figures.';
COMMENT ON COLUMN programme_profile_record.basis IS 'Basis of the figures, as in programme_money.';
COMMENT ON COLUMN programme_profile_record.figures IS 'The printed figures with their lines.';
COMMENT ON COLUMN programme_profile_record.note IS 'What to know about the choice.';
COMMENT ON COLUMN programme_profile_record.other_amount_gbp IS '£, in the other layer; empty where it prints nothing for the year.';
COMMENT ON COLUMN programme_profile_record.conflict IS 'Whether the two layers differ.';

-- One row per risk that a programme tells of without scoring it.
CREATE VIEW programme_risk AS
SELECT r.source_id, r.programme, r.sequence, r.summary AS risk, m.summary AS mitigation, r.source_line, r.locator, r.status
FROM programme_statement AS r
LEFT JOIN programme_statement AS m ON m.source_id = r.source_id AND m.programme = r.programme AND m.kind = 'mitigation' AND m.sequence = r.sequence
WHERE r.kind = 'risk';
COMMENT ON VIEW programme_risk IS 'One row per risk that a programme tells of without impact, likelihood, score or owner; scored registers are in risk_assessment.';
COMMENT ON COLUMN programme_risk.programme IS 'Programme that tells of it; key of programme.';
COMMENT ON COLUMN programme_risk.sequence IS 'Place among the risks of the programme, from 1.';
COMMENT ON COLUMN programme_risk.risk IS 'The risk in our own words.';
COMMENT ON COLUMN programme_risk.mitigation IS 'What is to be done about it, in our own words; empty where nothing is printed.';
