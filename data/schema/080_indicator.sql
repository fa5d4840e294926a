-- Public health indicators as downloaded from Fingertips, and what follows from them.
-- The tables of values hold millions of rows. They have no keys, since an index over seven columns of text would
-- cost more memory and time than the figures; checks promise what keys would. Their rows lie in the order in which
-- they are asked for, so that a question about one indicator reads a small part of the table.

CREATE TYPE indicator_sex AS ENUM ('Persons', 'Female', 'Male', 'Not applicable');
CREATE TYPE indicator_standing AS ENUM (
  'better', 'similar', 'worse', 'lower', 'higher',
  'lowest quintile', '2nd lowest quintile', 'middle quintile', '2nd highest quintile', 'highest quintile',
  'not compared'
);
CREATE TYPE indicator_trend AS ENUM (
  'increasing and getting better', 'increasing and getting worse', 'increasing',
  'decreasing and getting better', 'decreasing and getting worse', 'decreasing',
  'no significant change', 'cannot be calculated'
);

-- One row per indicator.
CREATE TABLE indicator (
  indicator_id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  unit VARCHAR,
  value_type VARCHAR,
  polarity VARCHAR,
  method VARCHAR,
  period_type VARCHAR,
  frequency VARCHAR,
  definition VARCHAR,
  source_text VARCHAR,
  caveats VARCHAR,
  source_id VARCHAR NOT NULL,
  PRIMARY KEY (indicator_id)
);
COMMENT ON TABLE indicator IS 'One row per public health indicator. What its metadata does not say is empty.';
COMMENT ON COLUMN indicator.indicator_id IS 'Number of the indicator in Fingertips.';
COMMENT ON COLUMN indicator.name IS 'Name of the indicator.';
COMMENT ON COLUMN indicator.unit IS 'Unit of the value: %, per 100,000 and so on; empty for a score or where no metadata was given.';
COMMENT ON COLUMN indicator.value_type IS 'Kind of statistic, such as proportion, crude rate or directly standardised rate.';
COMMENT ON COLUMN indicator.polarity IS 'Whether low is good, high is good, or no judgement is made.';
COMMENT ON COLUMN indicator.method IS 'Benchmarking method as published: by confidence interval with its level, or by quintile.';
COMMENT ON COLUMN indicator.period_type IS 'Kind of year the periods are: calendar, financial, academic.';
COMMENT ON COLUMN indicator.frequency IS 'How often it is published.';
COMMENT ON COLUMN indicator.definition IS 'What it measures, in our own words; empty until somebody wrote it.';
COMMENT ON COLUMN indicator.source_text IS 'Where its publisher has the figures from.';
COMMENT ON COLUMN indicator.caveats IS 'What its publisher warns of.';

-- One row per area, area type and parent area the values are given for.
CREATE TABLE indicator_area (
  area_code VARCHAR NOT NULL,
  area_name VARCHAR NOT NULL,
  area_type VARCHAR NOT NULL,
  parent_code VARCHAR,
  parent_name VARCHAR,
  source_id VARCHAR NOT NULL
);
COMMENT ON TABLE indicator_area IS 'One row per area, area type and parent area the values are given for; a unitary authority can be of two types.';
COMMENT ON COLUMN indicator_area.area_code IS 'Code of the area, GSS or NHS.';
COMMENT ON COLUMN indicator_area.area_name IS 'Name of the area.';
COMMENT ON COLUMN indicator_area.area_type IS 'Type of the area as Fingertips names it.';
COMMENT ON COLUMN indicator_area.parent_code IS 'Code of the area it was downloaded as part of; empty for the country.';
COMMENT ON COLUMN indicator_area.parent_name IS 'Name of that area.';

-- One row per indicator, area, period, sex, age and category; no category type is the whole of the area.
CREATE TABLE indicator_value (
  indicator_id INTEGER NOT NULL,
  area_code VARCHAR NOT NULL,
  area_name VARCHAR NOT NULL,
  area_type VARCHAR NOT NULL,
  period VARCHAR NOT NULL,
  time_period_sortable INTEGER NOT NULL,
  time_period_range VARCHAR,
  sex indicator_sex NOT NULL,
  age VARCHAR NOT NULL,
  category_type VARCHAR,
  category VARCHAR,
  value DOUBLE,
  lower_ci DOUBLE,
  upper_ci DOUBLE,
  ci_level DOUBLE,
  count DOUBLE,
  denominator DOUBLE,
  value_note VARCHAR,
  published_trend VARCHAR,
  source_id VARCHAR NOT NULL,
  source_line INTEGER NOT NULL
);
COMMENT ON TABLE indicator_value IS 'One row per indicator, area, period, sex, age and category. A value nobody published is empty, never nought.';
COMMENT ON COLUMN indicator_value.indicator_id IS 'Number of the indicator; key of indicator.';
COMMENT ON COLUMN indicator_value.area_code IS 'Code of the area, GSS or NHS.';
COMMENT ON COLUMN indicator_value.area_name IS 'Name of the area.';
COMMENT ON COLUMN indicator_value.area_type IS 'Type of the area; the first given where the same figures are given for two types.';
COMMENT ON COLUMN indicator_value.period IS 'Period as published: a year, a financial year, a quarter, a span of years.';
COMMENT ON COLUMN indicator_value.time_period_sortable IS 'Number that puts the periods of an indicator in order.';
COMMENT ON COLUMN indicator_value.time_period_range IS 'Length of the period where it is published: 1y a year, 3y three years together.';
COMMENT ON COLUMN indicator_value.sex IS 'Sex the figure is for.';
COMMENT ON COLUMN indicator_value.age IS 'Age group the figure is for.';
COMMENT ON COLUMN indicator_value.category_type IS 'How people or places are divided in a row about inequality; empty for the whole of the area.';
COMMENT ON COLUMN indicator_value.category IS 'The part the row is about; empty for the whole of the area.';
COMMENT ON COLUMN indicator_value.value IS 'Value in the unit of the indicator; empty where none is published.';
COMMENT ON COLUMN indicator_value.lower_ci IS 'Lower limit of the confidence interval.';
COMMENT ON COLUMN indicator_value.upper_ci IS 'Upper limit of the confidence interval.';
COMMENT ON COLUMN indicator_value.ci_level IS 'Level of the interval, 95 or 99.8; where both are given, the one the benchmarking method asks for.';
COMMENT ON COLUMN indicator_value.count IS 'Number of events or people counted.';
COMMENT ON COLUMN indicator_value.denominator IS 'Number the count is out of.';
COMMENT ON COLUMN indicator_value.value_note IS 'Note to the value as published.';
COMMENT ON COLUMN indicator_value.published_trend IS 'Recent trend as published with the latest period; empty where none is.';
COMMENT ON COLUMN indicator_value.source_line IS 'Row of the received file, the header being row 1.';

-- One row per indicator, area, period, sex, age and benchmark, without the rows about inequality.
CREATE TABLE indicator_comparison (
  indicator_id INTEGER NOT NULL,
  area_code VARCHAR NOT NULL,
  period VARCHAR NOT NULL,
  time_period_sortable INTEGER NOT NULL,
  sex indicator_sex NOT NULL,
  age VARCHAR NOT NULL,
  benchmark_code VARCHAR NOT NULL,
  value DOUBLE,
  benchmark_value DOUBLE,
  method VARCHAR,
  comparison indicator_standing NOT NULL,
  areas_ranked INTEGER,
  trend indicator_trend,
  latest BOOLEAN NOT NULL
);
COMMENT ON TABLE indicator_comparison IS 'One row per indicator, area, period, sex, age and benchmark: how the area stands and which way it goes. Derived by us from indicator_value by Fingertips'' rules.';
COMMENT ON COLUMN indicator_comparison.indicator_id IS 'Number of the indicator; key of indicator.';
COMMENT ON COLUMN indicator_comparison.area_code IS 'Code of the area, GSS or NHS.';
COMMENT ON COLUMN indicator_comparison.period IS 'Period as published.';
COMMENT ON COLUMN indicator_comparison.time_period_sortable IS 'Number that puts the periods of an indicator in order.';
COMMENT ON COLUMN indicator_comparison.sex IS 'Sex the figure is for.';
COMMENT ON COLUMN indicator_comparison.age IS 'Age group the figure is for.';
COMMENT ON COLUMN indicator_comparison.benchmark_code IS 'Area it is compared with.';
COMMENT ON COLUMN indicator_comparison.value IS 'Value of the area; empty where none is published.';
COMMENT ON COLUMN indicator_comparison.benchmark_value IS 'Value of the benchmark for the same period, sex and age.';
COMMENT ON COLUMN indicator_comparison.method IS 'Benchmarking method as published; empty where no metadata was given, when the interval decides without judgement.';
COMMENT ON COLUMN indicator_comparison.comparison IS 'better, similar or worse; lower, similar or higher where no judgement is made; the quintile where that is the method; or not compared.';
COMMENT ON COLUMN indicator_comparison.areas_ranked IS 'Number of areas ranked together, districts with unitaries, where the method is quintiles.';
COMMENT ON COLUMN indicator_comparison.trend IS 'Recent trend, in the row of the latest period only.';
COMMENT ON COLUMN indicator_comparison.latest IS 'Whether it is the latest period of its indicator, area, sex, age and length of period.';
