-- Types and words that every table shares.

CREATE TYPE fact_status AS ENUM ('printed', 'extrapolated', 'unreadable');

-- One row per column name that means the same in every table; the build copies it to each such column.
CREATE TABLE shared_column (
  column_name VARCHAR PRIMARY KEY,
  description VARCHAR NOT NULL
);
COMMENT ON TABLE shared_column IS 'One row per column name that means the same wherever it occurs.';
COMMENT ON COLUMN shared_column.column_name IS 'Name of the column.';
COMMENT ON COLUMN shared_column.description IS 'What it holds, copied to every column of that name that has no description of its own.';

INSERT INTO shared_column VALUES
  ('source_id', 'Document the figure was printed in; key of source.'),
  ('source_line', 'Line of the document, counted from 1; empty where the source is not one of the documents kept with the project.'),
  ('locator', 'Table, section or appendix as the document numbers it.'),
  ('printed', 'The text as printed, notes and brackets included.'),
  ('status', 'printed; extrapolated where the document marks the year as extrapolated; unreadable where the text cannot be read.'),
  ('label', 'Name of the row in plain words.'),
  ('financial_year', 'Financial year from April to March, as 2019/20.'),
  ('organisation', 'Body that carries the amount: council the council as a whole, council_direct the services it keeps, combined_authority, wellbeing_corporations, all their total.'),
  ('component', 'Part of the delivery model the amount belongs to; all is the whole system.'),
  ('amount_gbp_m', '£ million, cash terms, with the sign as printed; a negative balance is a deficit.'),
  ('value', 'The number in the stated unit; empty where it cannot be read or is no number.'),
  ('unit', 'Unit of the value.'),
  ('area_code', 'GSS code of the area; empty for a total over areas.'),
  ('option_id', 'Short name of the savings option; key of savings_option together with source_id.'),
  ('risk_id', 'Short name of the risk or opportunity, the same in every quarter; key of risk.'),
  ('quarter', 'Quarter of the financial year the register reports on, as 2019/20-Q3.'),
  ('appraisal', 'Short name of the appraisal; key of appraisal.'),
  ('anchor', 'Words that stand on the line, by which the passage is found; they are no figure.');
