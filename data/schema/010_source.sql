-- One row per document or return that figures are taken from.
CREATE TABLE source (
  source_id VARCHAR PRIMARY KEY,
  title VARCHAR NOT NULL,
  publisher VARCHAR NOT NULL,
  published VARCHAR NOT NULL,
  published_text VARCHAR NOT NULL,
  status VARCHAR NOT NULL CHECK (status IN ('draft', 'final', 'return', 'import')),
  vintage VARCHAR NOT NULL,
  place VARCHAR NOT NULL,
  rights VARCHAR NOT NULL,
  caution VARCHAR NOT NULL,
  line_count INTEGER
);
COMMENT ON TABLE source IS 'One row per document or return that figures are taken from.';
COMMENT ON COLUMN source.source_id IS 'Short, stable name of the source.';
COMMENT ON COLUMN source.title IS 'Title of the source.';
COMMENT ON COLUMN source.publisher IS 'Who published it.';
COMMENT ON COLUMN source.published IS 'Date of publication as an ISO date, month or year.';
COMMENT ON COLUMN source.published_text IS 'The date in words.';
COMMENT ON COLUMN source.status IS 'draft, final, return (an official statistical return) or import (a file that an officer loaded).';
COMMENT ON COLUMN source.vintage IS 'Short text for the badge beside every view of it.';
COMMENT ON COLUMN source.place IS 'The place it is about.';
COMMENT ON COLUMN source.rights IS 'Who holds the rights and on what terms figures are used.';
COMMENT ON COLUMN source.caution IS 'What a reader must know before relying on it.';
COMMENT ON COLUMN source.line_count IS 'Lines in the text of the document, or rows in the sheet of an import; empty for a return.';

-- One row per import: the file as it was received, and who loaded it.
CREATE TABLE imported_file (
  source_id VARCHAR PRIMARY KEY REFERENCES source (source_id),
  kind VARCHAR NOT NULL CHECK (kind IN ('risk-register', 'savings-options', 'appraisal', 'milestone-status', 'fingertips', 'boundaries')),
  contents VARCHAR NOT NULL,
  file_name VARCHAR NOT NULL,
  sha256 VARCHAR NOT NULL CHECK (regexp_full_match(sha256, '[0-9a-f]{64}')),
  size_bytes BIGINT NOT NULL,
  imported_by VARCHAR NOT NULL,
  imported_at TIMESTAMP NOT NULL,
  arguments VARCHAR NOT NULL
);
COMMENT ON TABLE imported_file IS 'One row per import: the file as it was received, and who loaded it; the file itself is kept beside the import.';
COMMENT ON COLUMN imported_file.kind IS 'risk-register, savings-options, appraisal, milestone-status, fingertips or boundaries.';
COMMENT ON COLUMN imported_file.contents IS 'What it holds: the register and quarter, the programme, the day of a status, the name of an appraisal or a download, or boundaries.';
COMMENT ON COLUMN imported_file.file_name IS 'Name of the file as received.';
COMMENT ON COLUMN imported_file.sha256 IS 'SHA-256 of the file as received.';
COMMENT ON COLUMN imported_file.size_bytes IS 'Size of the file as received.';
COMMENT ON COLUMN imported_file.imported_by IS 'Who loaded it, a post or a user name.';
COMMENT ON COLUMN imported_file.imported_at IS 'When it was loaded, UTC.';
COMMENT ON COLUMN imported_file.arguments IS 'What the command was told, besides the file.';

-- One row: the place this store is about.
CREATE TABLE place (
  name VARCHAR PRIMARY KEY,
  council VARCHAR NOT NULL,
  area_code VARCHAR NOT NULL
);
COMMENT ON TABLE place IS 'One row: the place this store is about.';
COMMENT ON COLUMN place.name IS 'Name of the place, shown in the header.';
COMMENT ON COLUMN place.council IS 'Name of its council.';
COMMENT ON COLUMN place.area_code IS 'GSS code of the place.';

-- One row per area that figures are given for.
CREATE TABLE area (
  area_code VARCHAR PRIMARY KEY,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('country', 'county', 'unitary', 'district', 'metropolitan_borough')),
  parent_code VARCHAR,
  valid_until DATE,
  note VARCHAR
);
COMMENT ON TABLE area IS 'One row per area that figures are given for.';
COMMENT ON COLUMN area.name IS 'Name of the area.';
COMMENT ON COLUMN area.kind IS 'country, county, unitary, district or metropolitan_borough.';
COMMENT ON COLUMN area.parent_code IS 'GSS code of the county the area lies in, where it lies in one.';
COMMENT ON COLUMN area.valid_until IS 'Last day of the area, where it has been abolished.';
COMMENT ON COLUMN area.note IS 'What became of it.';

-- One row per term explained to readers.
CREATE TABLE glossary (
  term VARCHAR PRIMARY KEY,
  meaning VARCHAR NOT NULL
);
COMMENT ON TABLE glossary IS 'One row per term explained to readers.';
COMMENT ON COLUMN glossary.term IS 'The term.';
COMMENT ON COLUMN glossary.meaning IS 'What it means here, in our own words.';

-- One row per part or word of a short name that readers see written another way.
CREATE TABLE spelling (
  short_name VARCHAR NOT NULL,
  scope VARCHAR NOT NULL CHECK (scope IN ('part', 'word')),
  words VARCHAR,
  PRIMARY KEY (short_name, scope)
);
COMMENT ON TABLE spelling IS 'One row per part or word of a short name that readers see written another way.';
COMMENT ON COLUMN spelling.short_name IS 'The part or word as it stands in short names, such as fte.';
COMMENT ON COLUMN spelling.scope IS 'part (a whole part between two dots) or word (a word of any part).';
COMMENT ON COLUMN spelling.words IS 'What readers see instead; empty where it says nothing and is left out.';

-- One row per misprint or conflict: what is printed, and how we read it.
CREATE TABLE correction (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  source_line INTEGER NOT NULL,
  printed VARCHAR NOT NULL,
  reading VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('conflict', 'misprint', 'rounding', 'gap', 'basis')),
  check_name VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  PRIMARY KEY (check_name, source_id, source_line, printed, subject)
);
COMMENT ON TABLE correction IS 'One row per misprint or conflict, with what is printed and how it is read.';
COMMENT ON COLUMN correction.source_line IS 'Line that holds the printed text in question.';
COMMENT ON COLUMN correction.reading IS 'The other reading: what the parts give, or what the other place prints; not decided where a check found it in an import and nobody has judged it yet.';
COMMENT ON COLUMN correction.reason IS 'Why the two differ, as far as can be told, and which one is charted.';
COMMENT ON COLUMN correction.decided_by IS 'Who decided the reading; of one not decided, who loaded the import.';
COMMENT ON COLUMN correction.kind IS 'conflict between two places, misprint, rounding, gap (something missing) or basis (two things measured differently).';
COMMENT ON COLUMN correction.check_name IS 'The check that finds it.';
COMMENT ON COLUMN correction.subject IS 'Which figure on the line: the row and year as the check names it.';

-- One row per check that was run when the release was built.
CREATE TABLE check_result (
  name VARCHAR PRIMARY KEY,
  promise VARCHAR NOT NULL,
  passed BOOLEAN NOT NULL,
  failures STRUCT(source_id VARCHAR, source_line INTEGER, printed VARCHAR, subject VARCHAR, detail VARCHAR, corrected BOOLEAN)[] NOT NULL
);
COMMENT ON TABLE check_result IS 'One row per check, run when the release was built.';
COMMENT ON COLUMN check_result.name IS 'Name of the check.';
COMMENT ON COLUMN check_result.promise IS 'What it promises, in one sentence.';
COMMENT ON COLUMN check_result.passed IS 'Whether every row that breaks the promise is listed as a correction.';
COMMENT ON COLUMN check_result.failures IS 'The rows that break the promise; corrected says that the row is listed in correction.';

-- One row: how and from what this release was built.
CREATE TABLE release (
  release_id VARCHAR PRIMARY KEY,
  built_at TIMESTAMP NOT NULL,
  data_hash VARCHAR NOT NULL,
  product_version VARCHAR NOT NULL
);
COMMENT ON TABLE release IS 'One row: how and from what this release was built.';
COMMENT ON COLUMN release.release_id IS 'Name of the release file without its ending.';
COMMENT ON COLUMN release.built_at IS 'When it was built, Coordinated Universal Time.';
COMMENT ON COLUMN release.data_hash IS 'SHA-256 over every file of data/ that it was built from.';
COMMENT ON COLUMN release.product_version IS 'Version of the product that built it.';
