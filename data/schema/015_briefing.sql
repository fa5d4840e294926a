-- One row per briefing: its Markdown as written, with calls in the place of figures.
CREATE TABLE briefing (
  briefing VARCHAR PRIMARY KEY CHECK (regexp_full_match(briefing, '[a-z0-9]+(-[a-z0-9]+)*')),
  markdown VARCHAR NOT NULL
);
COMMENT ON TABLE briefing IS 'One row per briefing: its Markdown as written, with calls in the place of figures.';
COMMENT ON COLUMN briefing.briefing IS 'Name of the briefing, which is that of its file.';
COMMENT ON COLUMN briefing.markdown IS 'The text of the file; figures, findings and charts are called in it and put in when it is read.';
