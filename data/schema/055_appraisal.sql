-- Appraisals of options: what was weighed, on which criteria, with which scores, for and against.

-- One row per scale and level of a score; the numbers are ours.
CREATE TABLE appraisal_scale (
  scale VARCHAR NOT NULL,
  level VARCHAR NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  number DOUBLE NOT NULL,
  note VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL,
  PRIMARY KEY (scale, level),
  UNIQUE (scale, place)
);
COMMENT ON TABLE appraisal_scale IS 'One row per scale and level of a score, worst first, with the number it counts unless a reader chooses another; the numbers are ours.';
COMMENT ON COLUMN appraisal_scale.scale IS 'Short name of the scale, such as rag.';
COMMENT ON COLUMN appraisal_scale.level IS 'Level, such as red.';
COMMENT ON COLUMN appraisal_scale.place IS 'Place of the level, from 1, the worst.';
COMMENT ON COLUMN appraisal_scale.number IS 'What the level counts by default.';
COMMENT ON COLUMN appraisal_scale.note IS 'Why it counts that.';
COMMENT ON COLUMN appraisal_scale.decided_by IS 'Who decided the number; no document prints one.';

-- One row per appraisal.
CREATE TABLE appraisal (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  appraisal VARCHAR PRIMARY KEY,
  title VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  scale VARCHAR,
  programme VARCHAR,
  note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL
);
COMMENT ON TABLE appraisal IS 'One row per appraisal of options.';
COMMENT ON COLUMN appraisal.appraisal IS 'Short name of the appraisal.';
COMMENT ON COLUMN appraisal.title IS 'What is appraised, in our own words.';
COMMENT ON COLUMN appraisal.question IS 'What the appraisal was to answer, in our own words.';
COMMENT ON COLUMN appraisal.scale IS 'Scale of its scores; empty where no scores are printed.';
COMMENT ON COLUMN appraisal.programme IS 'Programme it belongs to; key of programme. Empty where the document keeps none.';
COMMENT ON COLUMN appraisal.note IS 'What to know before relying on it.';

-- One row per appraisal and option.
CREATE TABLE appraisal_option (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  appraisal VARCHAR NOT NULL,
  option VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  standing VARCHAR NOT NULL CHECK (standing IN ('preferred', 'recommended', 'rejected', 'undecided')),
  standing_note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (appraisal, option)
);
COMMENT ON TABLE appraisal_option IS 'One row per appraisal and option, in the order printed.';
COMMENT ON COLUMN appraisal_option.option IS 'Short name of the option.';
COMMENT ON COLUMN appraisal_option.title IS 'Name of the option.';
COMMENT ON COLUMN appraisal_option.summary IS 'What it would be, in our own words.';
COMMENT ON COLUMN appraisal_option.standing IS 'preferred (chosen by those who appraised), recommended, rejected or undecided.';
COMMENT ON COLUMN appraisal_option.standing_note IS 'How the standing is known, with its line.';

-- One row per appraisal and criterion.
CREATE TABLE appraisal_criterion (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  appraisal VARCHAR NOT NULL,
  criterion VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  note VARCHAR,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (appraisal, criterion)
);
COMMENT ON TABLE appraisal_criterion IS 'One row per appraisal and criterion, in the order printed.';
COMMENT ON COLUMN appraisal_criterion.criterion IS 'Short name of the criterion.';
COMMENT ON COLUMN appraisal_criterion.title IS 'Name of the criterion.';
COMMENT ON COLUMN appraisal_criterion.note IS 'What it means, or what is odd about it.';

-- One row per appraisal, option and criterion.
CREATE TABLE appraisal_score (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  appraisal VARCHAR NOT NULL,
  option VARCHAR NOT NULL,
  criterion VARCHAR NOT NULL,
  level VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (appraisal, option, criterion)
);
COMMENT ON TABLE appraisal_score IS 'One row per appraisal, option and criterion: the score as printed.';
COMMENT ON COLUMN appraisal_score.option IS 'Short name of the option.';
COMMENT ON COLUMN appraisal_score.criterion IS 'Short name of the criterion.';
COMMENT ON COLUMN appraisal_score.level IS 'Level on the scale of the appraisal; empty where none is given.';

-- One row per appraisal, option and argument.
CREATE TABLE appraisal_argument (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  appraisal VARCHAR NOT NULL,
  option VARCHAR NOT NULL,
  side VARCHAR NOT NULL CHECK (side IN ('feature', 'pro', 'con')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  summary VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (appraisal, option, side, sequence)
);
COMMENT ON TABLE appraisal_argument IS 'One row per appraisal, option and argument: a feature, a pro or a con, in our own words.';
COMMENT ON COLUMN appraisal_argument.option IS 'Short name of the option.';
COMMENT ON COLUMN appraisal_argument.side IS 'feature (what it would be), pro or con.';
COMMENT ON COLUMN appraisal_argument.sequence IS 'Place among the arguments of its side, from 1.';
COMMENT ON COLUMN appraisal_argument.summary IS 'The argument in our own words.';
