-- Figures that stand in running text.

-- One row per printed occurrence of a figure in the text.
CREATE TABLE narrative_figure (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  figure VARCHAR NOT NULL,
  occurrence INTEGER NOT NULL CHECK (occurrence > 0),
  subject VARCHAR NOT NULL,
  measure VARCHAR NOT NULL,
  period VARCHAR,
  value DECIMAL(18, 4),
  unit VARCHAR NOT NULL,
  qualifier VARCHAR,
  label VARCHAR NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, figure, source_line, occurrence)
);
COMMENT ON TABLE narrative_figure IS 'One row per printed occurrence of a figure in running text.';
COMMENT ON COLUMN narrative_figure.figure IS 'What the figure is; the same name wherever the same figure recurs.';
COMMENT ON COLUMN narrative_figure.occurrence IS 'First, second or later time the figure stands on the line.';
COMMENT ON COLUMN narrative_figure.subject IS 'Who or what it is about.';
COMMENT ON COLUMN narrative_figure.measure IS 'What is measured.';
COMMENT ON COLUMN narrative_figure.period IS 'When, where the text says.';
COMMENT ON COLUMN narrative_figure.qualifier IS 'How exact the text says it is: circa, over, up to and the like.';
