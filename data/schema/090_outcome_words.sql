-- What we say of measures, indicators and footprints: our own words and judgements, which an officer can edit.

-- One row per measure of the report's table of outcomes.
CREATE TABLE outcome_measure (
  measure VARCHAR PRIMARY KEY,
  short_label VARCHAR NOT NULL,
  good VARCHAR NOT NULL CHECK (good IN ('low', 'high', 'none')),
  reason VARCHAR NOT NULL
);
COMMENT ON TABLE outcome_measure IS 'One row per measure of outcome_comparison: its short name and polarity. Ours; the document prints no polarity.';
COMMENT ON COLUMN outcome_measure.measure IS 'Short name of the measure, as in outcome_comparison.';
COMMENT ON COLUMN outcome_measure.short_label IS 'Name for charts.';
COMMENT ON COLUMN outcome_measure.good IS 'Whether low or high is good; none where no judgement is made.';
COMMENT ON COLUMN outcome_measure.reason IS 'Why.';

-- One row per footprint.
CREATE TABLE footprint (
  footprint VARCHAR PRIMARY KEY,
  label VARCHAR NOT NULL,
  letter VARCHAR NOT NULL UNIQUE CHECK (length(letter) = 1),
  sequence INTEGER NOT NULL UNIQUE
);
COMMENT ON TABLE footprint IS 'One row per footprint of a wellbeing corporation. Ours, from public knowledge; no document prints names or boundaries.';
COMMENT ON COLUMN footprint.footprint IS 'Short name of the footprint.';
COMMENT ON COLUMN footprint.label IS 'Name of the footprint.';
COMMENT ON COLUMN footprint.letter IS 'Letter that stands for it on maps.';
COMMENT ON COLUMN footprint.sequence IS 'Place in lists, from 1; it ranks nothing.';

-- One row per area in a footprint.
CREATE TABLE footprint_member (
  footprint VARCHAR NOT NULL REFERENCES footprint (footprint),
  area_code VARCHAR PRIMARY KEY REFERENCES area (area_code)
);
COMMENT ON TABLE footprint_member IS 'One row per area in a footprint; an area is in one at most. Ours, from public knowledge; no document prints names or boundaries.';
COMMENT ON COLUMN footprint_member.footprint IS 'Footprint; key of footprint.';

-- One row per neighbour of the place.
CREATE TABLE neighbour (
  area_code VARCHAR PRIMARY KEY REFERENCES area (area_code),
  region VARCHAR NOT NULL
);
COMMENT ON TABLE neighbour IS 'One row per area outside the county that a hospital or a footprint joins to it. Ours, from public knowledge.';
COMMENT ON COLUMN neighbour.region IS 'Where it lies.';

-- One row per indicator that we have words for.
CREATE TABLE indicator_words (
  indicator_id INTEGER PRIMARY KEY,
  short_name VARCHAR NOT NULL,
  definition VARCHAR NOT NULL,
  remark VARCHAR CHECK (remark IS NOT NULL OR NOT polarity_doubted),
  polarity_doubted BOOLEAN NOT NULL
);
COMMENT ON TABLE indicator_words IS 'One row per indicator that we have words for, loaded or not.';
COMMENT ON COLUMN indicator_words.indicator_id IS 'Number of the indicator in Fingertips.';
COMMENT ON COLUMN indicator_words.short_name IS 'Name for the heads of tables and for charts.';
COMMENT ON COLUMN indicator_words.definition IS 'What it measures, in our own words.';
COMMENT ON COLUMN indicator_words.remark IS 'What a reader must know of its metadata as received; empty where nothing.';
COMMENT ON COLUMN indicator_words.polarity_doubted IS 'Whether we doubt the published polarity and show no judgement, only higher and lower; the remark says why.';

-- Rank 1 is the series shown where none is chosen: all persons first, then all ages, then most figures, then the
-- widest age group. Its latest period is the latest in which an area below the country has a value, since those
-- of the country can be ahead.
-- One row per indicator, sex and age, without rows about inequality.
CREATE VIEW indicator_series AS
WITH plain AS (
  SELECT value.*, value.value IS NOT NULL AND country.area_code IS NULL AS local
  FROM indicator_value AS value
  LEFT JOIN (SELECT DISTINCT area_code FROM indicator_area WHERE parent_code IS NULL) AS country USING (area_code)
  WHERE category_type IS NULL
)
SELECT indicator_id, sex, age, count(*) AS figures,
  coalesce(max(time_period_sortable) FILTER (local), max(time_period_sortable)) AS last_sortable,
  coalesce(max_by(period, time_period_sortable) FILTER (local), max_by(period, time_period_sortable)) AS last_period,
  row_number() OVER (
    PARTITION BY indicator_id ORDER BY sex <> 'Persons', age <> 'All ages', count(*) DESC, age_span(age) DESC, sex, age
  ) AS rank
FROM plain GROUP BY indicator_id, sex, age;
COMMENT ON VIEW indicator_series IS 'One row per indicator, sex and age, without rows about inequality; rank 1 is shown where none is chosen.';
COMMENT ON COLUMN indicator_series.indicator_id IS 'Number of the indicator.';
COMMENT ON COLUMN indicator_series.sex IS 'Sex the figures are for.';
COMMENT ON COLUMN indicator_series.age IS 'Age group the figures are for.';
COMMENT ON COLUMN indicator_series.figures IS 'Number of rows.';
COMMENT ON COLUMN indicator_series.last_sortable IS 'Latest period in which an area below the country has a value, as a number in order.';
COMMENT ON COLUMN indicator_series.last_period IS 'That period as published.';
COMMENT ON COLUMN indicator_series.rank IS 'Place of the series within its indicator.';
