-- Health outcomes, hospitals and districts.

-- One row per measure and area.
CREATE TABLE outcome_comparison (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  goal VARCHAR NOT NULL,
  measure VARCHAR NOT NULL,
  label VARCHAR NOT NULL,
  area VARCHAR NOT NULL,
  area_code VARCHAR NOT NULL REFERENCES area (area_code),
  value DECIMAL(12, 3),
  unit VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, measure, area_code)
);
COMMENT ON TABLE outcome_comparison IS 'One row per health measure and area, without period or confidence interval, since none is printed.';
COMMENT ON COLUMN outcome_comparison.goal IS 'Goal the measure is printed under.';
COMMENT ON COLUMN outcome_comparison.measure IS 'Short name of the measure.';
COMMENT ON COLUMN outcome_comparison.area IS 'Name of the area.';

-- One row per hospital and district it covers.
CREATE TABLE hospital_district (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  hospital VARCHAR NOT NULL,
  hospital_label VARCHAR NOT NULL,
  district VARCHAR NOT NULL,
  district_label VARCHAR NOT NULL,
  area_code VARCHAR REFERENCES area (area_code),
  population INTEGER,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, hospital, district)
);
COMMENT ON TABLE hospital_district IS 'One row per hospital or trust and district it covers; a district covered by two hospitals has two rows.';
COMMENT ON COLUMN hospital_district.hospital IS 'Short name of the hospital or trust.';
COMMENT ON COLUMN hospital_district.hospital_label IS 'Name of the hospital or trust.';
COMMENT ON COLUMN hospital_district.district IS 'Short name of the district; all_lancashire_districts for the printed total.';
COMMENT ON COLUMN hospital_district.district_label IS 'Name of the district as printed.';
COMMENT ON COLUMN hospital_district.population IS 'People living in the district.';
