-- Levers of the council's budget, presets of them, and the printed figures that scenarios start from.

-- One row per lever.
CREATE TABLE lever (
  lever VARCHAR PRIMARY KEY CHECK (regexp_full_match(lever, '[a-z_]+')),
  position INTEGER NOT NULL UNIQUE,
  lever_group VARCHAR NOT NULL,
  group_label VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  unit VARCHAR NOT NULL CHECK (unit IN ('%', 'years', '£m')),
  lowest DOUBLE NOT NULL,
  highest DOUBLE NOT NULL CHECK (highest > lowest),
  step DOUBLE NOT NULL CHECK (step > 0),
  default_value DOUBLE CHECK (default_value BETWEEN lowest AND highest),
  default_words VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  range_low DOUBLE CHECK (range_low BETWEEN lowest AND highest),
  range_high DOUBLE CHECK (range_high BETWEEN lowest AND highest),
  source_id VARCHAR REFERENCES source (source_id),
  source_line INTEGER CHECK (source_line > 0),
  decided_by VARCHAR NOT NULL,
  CHECK ((source_id IS NULL) = (source_line IS NULL)),
  CHECK ((range_low IS NULL) = (range_high IS NULL))
);
COMMENT ON TABLE lever IS 'One row per lever: what a scenario may change, how far, and what stands when nobody touches it.';
COMMENT ON COLUMN lever.lever IS 'Short name of the lever; it ends in its unit.';
COMMENT ON COLUMN lever.position IS 'Its place in the list of levers.';
COMMENT ON COLUMN lever.lever_group IS 'Short name of the group it stands in.';
COMMENT ON COLUMN lever.group_label IS 'Name of the group.';
COMMENT ON COLUMN lever.label IS 'Name of the lever.';
COMMENT ON COLUMN lever.unit IS '%, years or £m.';
COMMENT ON COLUMN lever.lowest IS 'The lowest value it takes; our judgement.';
COMMENT ON COLUMN lever.highest IS 'The highest value it takes; our judgement.';
COMMENT ON COLUMN lever.step IS 'By how much it moves at a time.';
COMMENT ON COLUMN lever.default_value IS 'Where it stands in the published scenario; empty where that is as printed, year by year.';
COMMENT ON COLUMN lever.default_words IS 'The default in words.';
COMMENT ON COLUMN lever.note IS 'What it does, and what in that is our reading.';
COMMENT ON COLUMN lever.range_low IS 'Low end of the range it is drawn from when a reader gives no other; empty where it is not drawn. Our judgement.';
COMMENT ON COLUMN lever.range_high IS 'High end of that range.';
COMMENT ON COLUMN lever.source_id IS 'Document that prints the default; empty where the lever is ours.';
COMMENT ON COLUMN lever.source_line IS 'Line of that document.';
COMMENT ON COLUMN lever.decided_by IS 'Who chose the ends, the step and the range; no document prints them.';

-- One row per preset and lever it moves.
CREATE TABLE scenario_preset (
  preset VARCHAR NOT NULL CHECK (regexp_full_match(preset, '[a-z_]+')),
  position INTEGER NOT NULL,
  label VARCHAR NOT NULL,
  words VARCHAR NOT NULL,
  lever VARCHAR NOT NULL REFERENCES lever (lever),
  value DOUBLE NOT NULL,
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  PRIMARY KEY (preset, lever)
);
COMMENT ON TABLE scenario_preset IS 'One row per preset and lever it moves: scenarios that the documents speak of themselves.';
COMMENT ON COLUMN scenario_preset.preset IS 'Short name of the preset.';
COMMENT ON COLUMN scenario_preset.position IS 'Its place in the list of presets.';
COMMENT ON COLUMN scenario_preset.label IS 'Name of the preset.';
COMMENT ON COLUMN scenario_preset.words IS 'What the document says of it, and which amount is ours.';
COMMENT ON COLUMN scenario_preset.lever IS 'Lever that it moves; key of lever.';
COMMENT ON COLUMN scenario_preset.value IS 'Where it sets the lever.';
COMMENT ON COLUMN scenario_preset.source_id IS 'Document that speaks of it.';
COMMENT ON COLUMN scenario_preset.source_line IS 'Line of that document.';

-- One row per part, item, organisation and financial year.
CREATE VIEW scenario_baseline AS
SELECT 'base' AS part, line AS item, organisation, financial_year, amount_gbp_m::DOUBLE AS value, '£m' AS unit,
  printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 42' AND line = 'allocated_expenditure' AND organisation <> 'all'
UNION ALL
SELECT 'uplift', driver, organisation, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM uplift WHERE locator = 'Appendix 12.15' AND driver <> 'all' AND organisation <> 'all'
UNION ALL
SELECT 'funding', line, organisation, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 45' AND line = 'total_funding'
UNION ALL
SELECT 'stream', line, organisation, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 40' AND line IN ('council_tax', 'business_rates', 'revenue_support_grant')
UNION ALL
SELECT 'reduction', line, organisation, financial_year, 0 - amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 45' AND line = 'funding_adjustment'
UNION ALL
SELECT 'saving', replace(line, '_savings', ''), organisation, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM budget_line WHERE locator = 'Table 46' AND line IN ('front_office_savings', 'professional_support_savings', 'additional_savings')
UNION ALL
SELECT 'rate', 'additional', 'council_direct', period, value::DOUBLE, unit, printed, status, source_id, source_line, locator
FROM narrative_figure WHERE figure = 'council_direct_savings_target_rate' AND period LIKE '% to %'
UNION ALL
SELECT 'published', line, organisation, financial_year, amount_gbp_m::DOUBLE, '£m', printed, status, source_id, source_line, locator
FROM budget_line WHERE scenario = 'new_model' AND (locator, line) IN (('Table 46', 'in_year'), ('Table 50', 'drawdown'));
COMMENT ON VIEW scenario_baseline IS 'One row per part, item, organisation and financial year: the printed figures that every scenario starts from.';
COMMENT ON COLUMN scenario_baseline.part IS 'base (cost before uplift), uplift, funding, stream (of income), reduction (of funding passed on), saving, rate (of the savings target), published (results).';
COMMENT ON COLUMN scenario_baseline.item IS 'Line of the table, driver of cost, stream of income or kind of saving.';
COMMENT ON COLUMN scenario_baseline.value IS 'In the unit of the row; reductions are positive.';

-- One row per measure and financial year.
CREATE VIEW scenario_published AS
SELECT CASE line WHEN 'closing_balance' THEN 'reserves' ELSE line END AS measure, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m,
  printed, status, source_id, source_line, locator
FROM budget_line
WHERE scenario = 'new_model' AND (locator, line) IN (('Table 46', 'in_year'), ('Table 48', 'cumulative'), ('Table 50', 'closing_balance'));
COMMENT ON VIEW scenario_published IS 'One row per measure and financial year: the results of the new model as its own three tables print them.';
COMMENT ON COLUMN scenario_published.measure IS 'in_year, cumulative or reserves.';

-- One row per line of the workings and financial year.
CREATE VIEW scenario_working AS
SELECT CASE locator || '.' || line || '.' || organisation
    WHEN 'Table 45.funding.combined_authority' THEN 'to_authority'
    WHEN 'Table 45.funding.wellbeing_corporations' THEN 'to_corporations'
    WHEN 'Table 45.funding_adjustment.wellbeing_corporations' THEN 'reduction'
    WHEN 'Table 45.total_funding.all' THEN 'total_funding'
    WHEN 'Table 48.council_expenditure.council_direct' THEN 'spent'
    ELSE replace(line, '_savings', '') END AS line,
  financial_year, CASE WHEN line IN ('expenditure', 'funding_adjustment') THEN 0 - amount_gbp_m ELSE amount_gbp_m END::DOUBLE AS amount_gbp_m,
  printed, status, source_id, source_line, locator
FROM budget_line
WHERE (locator = 'Table 45' AND (line, organisation) IN (('total_funding', 'all'), ('funding', 'combined_authority'),
    ('funding', 'wellbeing_corporations'), ('funding_adjustment', 'wellbeing_corporations')))
  OR (locator = 'Table 46' AND line IN ('expenditure', 'funding', 'front_office_savings', 'professional_support_savings', 'additional_savings'))
  OR (locator = 'Table 48' AND scenario = 'new_model' AND line = 'council_expenditure');
COMMENT ON VIEW scenario_working IS 'One row per line of the workings and financial year, where a table prints it.';
COMMENT ON COLUMN scenario_working.line IS 'total_funding, to_authority, to_corporations, reduction, funding (what is left), expenditure, spent (expenditure after savings), or a saving.';
COMMENT ON COLUMN scenario_working.amount_gbp_m IS '£ million; costs and reductions are positive here.';

-- One row per line of the workings and financial year, where a second table prints it.
CREATE VIEW scenario_elsewhere AS
SELECT CASE line WHEN 'council_expenditure' THEN 'spent' ELSE line END AS line, financial_year, amount_gbp_m::DOUBLE AS amount_gbp_m,
  printed, status, source_id, source_line, locator
FROM budget_line
WHERE scenario = 'new_model'
  AND (locator, line) IN (('Table 3', 'council_expenditure'), ('Table 3', 'in_year'), ('Table 48', 'in_year'), ('Table 48', 'cumulative'));
COMMENT ON VIEW scenario_elsewhere IS 'One row per line of the workings and financial year: what a second table of the same document prints for it.';
COMMENT ON COLUMN scenario_elsewhere.line IS 'spent, in_year or cumulative, as in the workings.';
COMMENT ON COLUMN scenario_elsewhere.amount_gbp_m IS '£ million; costs are positive here.';
