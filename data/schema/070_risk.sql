-- Registers of risks and opportunities: what they are, how each quarter scores them, and the scale it uses.

-- One row per scheme and band of risk scores; the schemes are ours.
CREATE TABLE risk_band (
  scheme VARCHAR NOT NULL,
  scheme_label VARCHAR NOT NULL,
  band INTEGER NOT NULL CHECK (band > 0),
  word VARCHAR NOT NULL,
  score_from INTEGER NOT NULL,
  score_to INTEGER NOT NULL,
  note VARCHAR NOT NULL,
  decided_by VARCHAR NOT NULL,
  PRIMARY KEY (scheme, band),
  CHECK (score_from <= score_to)
);
COMMENT ON TABLE risk_band IS 'One row per scheme and band of risk scores; the schemes are ours: where a register prints colours it does not say at which scores they begin.';
COMMENT ON COLUMN risk_band.scheme IS 'Short name of the scheme.';
COMMENT ON COLUMN risk_band.scheme_label IS 'Name of the scheme.';
COMMENT ON COLUMN risk_band.band IS 'Place of the band in the scheme, from 1, the lowest.';
COMMENT ON COLUMN risk_band.word IS 'Word for the band.';
COMMENT ON COLUMN risk_band.score_from IS 'Lowest score in the band.';
COMMENT ON COLUMN risk_band.score_to IS 'Highest score in the band.';
COMMENT ON COLUMN risk_band.note IS 'Whose bands they are.';
COMMENT ON COLUMN risk_band.decided_by IS 'Who decided the bands.';

-- One row per risk or opportunity, whatever number it carries in a quarter.
CREATE TABLE risk (
  risk_id VARCHAR PRIMARY KEY,
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  register VARCHAR NOT NULL,
  kind VARCHAR NOT NULL CHECK (kind IN ('risk', 'opportunity')),
  title VARCHAR NOT NULL,
  note VARCHAR
);
COMMENT ON TABLE risk IS 'One row per risk or opportunity; its identity lasts over the quarters, while its printed number does not.';
COMMENT ON COLUMN risk.source_id IS 'Document it was first kept from; key of source.';
COMMENT ON COLUMN risk.register IS 'Register that holds it.';
COMMENT ON COLUMN risk.kind IS 'risk or opportunity.';
COMMENT ON COLUMN risk.title IS 'What it is, in our own words.';
COMMENT ON COLUMN risk.note IS 'Its parts, and numbers it carried in other registers.';

-- One row per version of the scale, dimension and level.
CREATE TABLE risk_scale (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  scale_version VARCHAR NOT NULL,
  dimension VARCHAR NOT NULL CHECK (dimension IN ('impact', 'likelihood')),
  level INTEGER NOT NULL CHECK (level > 0),
  word VARCHAR NOT NULL,
  word_opportunity VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (scale_version, dimension, level)
);
COMMENT ON TABLE risk_scale IS 'One row per version of the risk scale, dimension and level.';
COMMENT ON COLUMN risk_scale.scale_version IS 'Version of the scale.';
COMMENT ON COLUMN risk_scale.dimension IS 'impact or likelihood.';
COMMENT ON COLUMN risk_scale.level IS 'Level from 1, the lowest; its place on the printed axis.';
COMMENT ON COLUMN risk_scale.word IS 'Word for the level.';
COMMENT ON COLUMN risk_scale.word_opportunity IS 'Word for the level of an opportunity, where it differs.';

-- One row per version of the scale, impact and likelihood: the score printed in that cell.
CREATE TABLE risk_scale_score (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  scale_version VARCHAR NOT NULL,
  impact INTEGER NOT NULL CHECK (impact > 0),
  likelihood INTEGER NOT NULL CHECK (likelihood > 0),
  score INTEGER NOT NULL,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (scale_version, impact, likelihood)
);
COMMENT ON TABLE risk_scale_score IS 'One row per version of the risk scale and cell of its grid.';
COMMENT ON COLUMN risk_scale_score.scale_version IS 'Version of the scale.';
COMMENT ON COLUMN risk_scale_score.impact IS 'Level of impact.';
COMMENT ON COLUMN risk_scale_score.likelihood IS 'Level of likelihood.';
COMMENT ON COLUMN risk_scale_score.score IS 'Score printed in the cell.';

-- One row per register, quarter and entry.
CREATE TABLE risk_entry (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  register VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL CHECK (regexp_full_match(quarter, '20\d\d/\d\d-Q[1-4]')),
  printed_id VARCHAR NOT NULL,
  id_as_printed VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  owner VARCHAR,
  owner_state VARCHAR NOT NULL CHECK (owner_state IN ('legible', 'inferred', 'missing')),
  direction VARCHAR CHECK (direction IN ('level', 'static', 'reducing', 'increasing', 'narrative')),
  direction_state VARCHAR NOT NULL CHECK (direction_state IN ('legible', 'inferred', 'missing')),
  risk_type VARCHAR,
  risk_type_state VARCHAR NOT NULL CHECK (risk_type_state IN ('legible', 'inferred', 'missing')),
  scale_version VARCHAR NOT NULL,
  note VARCHAR,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter),
  UNIQUE (source_id, quarter, printed_id),
  CHECK ((owner IS NULL) = (owner_state = 'missing')),
  CHECK ((direction IS NULL) = (direction_state = 'missing')),
  CHECK ((risk_type IS NULL) = (risk_type_state = 'missing'))
);
COMMENT ON TABLE risk_entry IS 'One row per register, quarter and entry: what it is called, who owns it and which way it moves.';
COMMENT ON COLUMN risk_entry.register IS 'Register the entry stands in.';
COMMENT ON COLUMN risk_entry.printed_id IS 'Number of the entry in that quarter, reading faults mended; numbers are reused and are no key over time.';
COMMENT ON COLUMN risk_entry.id_as_printed IS 'Number as the text prints it, reading faults included.';
COMMENT ON COLUMN risk_entry.title IS 'What it is called that quarter, in our own words.';
COMMENT ON COLUMN risk_entry.owner IS 'Post or team that owns it, never a person; empty where none can be read.';
COMMENT ON COLUMN risk_entry.owner_state IS 'legible, inferred (damaged, read with the help of another entry) or missing.';
COMMENT ON COLUMN risk_entry.direction IS 'level, static, reducing, increasing, or narrative where only words without a direction are printed; empty where nothing is.';
COMMENT ON COLUMN risk_entry.direction_state IS 'legible, inferred or missing.';
COMMENT ON COLUMN risk_entry.risk_type IS 'Type of the risk as printed, spellings made alike; empty where none is printed.';
COMMENT ON COLUMN risk_entry.risk_type_state IS 'legible, inferred or missing.';
COMMENT ON COLUMN risk_entry.scale_version IS 'Version of the scale its scores are on.';
COMMENT ON COLUMN risk_entry.note IS 'Where the parts of the entry stand and how they were read.';
COMMENT ON COLUMN risk_entry.source_line IS 'Line that holds the number, the first of the entry.';

-- One row per entry and kind of score.
CREATE TABLE risk_score (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  score_kind VARCHAR NOT NULL CHECK (score_kind IN ('current', 'residual')),
  value INTEGER,
  impact_word VARCHAR,
  likelihood_word VARCHAR,
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter, score_kind)
);
COMMENT ON TABLE risk_score IS 'One row per entry of a quarter and kind of score.';
COMMENT ON COLUMN risk_score.score_kind IS 'current (with the controls in place) or residual (after the actions planned).';
COMMENT ON COLUMN risk_score.value IS 'The score as printed.';
COMMENT ON COLUMN risk_score.impact_word IS 'Word for the impact, as in risk_scale; empty where only the score is printed.';
COMMENT ON COLUMN risk_score.likelihood_word IS 'Word for the likelihood, as in risk_scale; empty where only the score is printed.';

-- One row per statement of an entry.
CREATE TABLE risk_statement (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  field VARCHAR NOT NULL CHECK (field IN ('description', 'consequence', 'control', 'mitigation', 'benefit', 'progress', 'maximising')),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  summary VARCHAR NOT NULL,
  flag VARCHAR CHECK (flag IN ('repeated', 'control_is_a_gap', 'garbled', 'stale_date', 'contradiction')),
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter, field, sequence)
);
COMMENT ON TABLE risk_statement IS 'One row per statement of an entry, in short and in our own words.';
COMMENT ON COLUMN risk_statement.field IS 'description, consequence, control, mitigation; for an opportunity benefit, progress, maximising in the place of the last three.';
COMMENT ON COLUMN risk_statement.sequence IS 'Place of the statement in its field, from 1.';
COMMENT ON COLUMN risk_statement.summary IS 'What it says, in our own words.';
COMMENT ON COLUMN risk_statement.flag IS 'What is odd about it: repeated, control_is_a_gap, garbled, stale_date or contradiction.';

-- One row per oddity of an entry.
CREATE TABLE risk_flag (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  flag VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  PRIMARY KEY (source_id, risk_id, quarter, flag, source_line, summary)
);
COMMENT ON TABLE risk_flag IS 'One row per oddity of an entry: something missing, damaged, stale, repeated or hard to believe.';
COMMENT ON COLUMN risk_flag.flag IS 'Kind of oddity.';
COMMENT ON COLUMN risk_flag.summary IS 'What is odd, in our own words.';

-- One row per entry of a quarter that an officer has tied to a risk known before, or declared new.
CREATE TABLE risk_match (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  earlier_title VARCHAR,
  similarity DOUBLE CHECK (similarity BETWEEN 0 AND 100),
  decision VARCHAR NOT NULL CHECK (decision IN ('same', 'new')),
  decided_by VARCHAR NOT NULL,
  decided_at TIMESTAMP NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter),
  CHECK ((decision = 'same') = (earlier_title IS NOT NULL))
);
COMMENT ON TABLE risk_match IS 'One row per entry of a quarter that an officer has tied to a risk known before, or declared new.';
COMMENT ON COLUMN risk_match.earlier_title IS 'Title of the risk in the quarter it was matched with; empty where it is new.';
COMMENT ON COLUMN risk_match.similarity IS 'How alike the two titles are, from 0 to 100; of a new risk, how alike the nearest title is. Empty where there was nothing to compare.';
COMMENT ON COLUMN risk_match.decision IS 'same (the risk known before) or new.';
COMMENT ON COLUMN risk_match.decided_by IS 'Who confirmed it, a post or a user name.';
COMMENT ON COLUMN risk_match.decided_at IS 'When it was confirmed, UTC.';

-- One row per register and column of a full register that it does not print.
CREATE TABLE risk_register_omission (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  register VARCHAR NOT NULL,
  part VARCHAR NOT NULL CHECK (part IN ('owner', 'direction', 'type', 'current score', 'residual score', 'description', 'consequence', 'control', 'mitigation', 'benefit', 'progress', 'maximising')),
  note VARCHAR NOT NULL,
  anchor VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, register, part)
);
COMMENT ON TABLE risk_register_omission IS 'One row per register and part of a full entry that the register has no column for; only what a register has a column for can be missing from an entry.';
COMMENT ON COLUMN risk_register_omission.register IS 'Register the part is left out of; one without rows here is expected to print everything.';
COMMENT ON COLUMN risk_register_omission.part IS 'owner, direction, type, a score, or a field of statements.';
COMMENT ON COLUMN risk_register_omission.note IS 'What it prints instead, or where the document says that it keeps it elsewhere.';
COMMENT ON COLUMN risk_register_omission.source_line IS 'Line with the headings of the register.';

-- One row per entry, kind of score and dimension: a level printed as a number, where no score is printed.
CREATE TABLE risk_level (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  score_kind VARCHAR NOT NULL CHECK (score_kind IN ('current', 'residual')),
  dimension VARCHAR NOT NULL CHECK (dimension IN ('impact', 'likelihood')),
  level INTEGER NOT NULL CHECK (level > 0),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter, score_kind, dimension)
);
COMMENT ON TABLE risk_level IS 'One row per entry, kind of score and dimension, for registers that print levels as numbers and no score; the score is then derived.';
COMMENT ON COLUMN risk_level.score_kind IS 'current (as the register scores it) or residual (after the actions planned).';
COMMENT ON COLUMN risk_level.dimension IS 'impact or likelihood.';
COMMENT ON COLUMN risk_level.level IS 'Level as printed, on the scale of the entry.';

-- One row per entry whose register rates it with a colour or a word.
CREATE TABLE risk_rating (
  source_id VARCHAR NOT NULL REFERENCES source (source_id),
  risk_id VARCHAR NOT NULL,
  quarter VARCHAR NOT NULL,
  rating VARCHAR NOT NULL CHECK (rating IN ('green', 'yellow', 'amber', 'orange', 'red')),
  printed VARCHAR NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line > 0),
  locator VARCHAR NOT NULL,
  status fact_status NOT NULL,
  PRIMARY KEY (source_id, risk_id, quarter)
);
COMMENT ON TABLE risk_rating IS 'One row per entry whose register rates it with a colour; the document does not say which scores a colour stands for.';
COMMENT ON COLUMN risk_rating.rating IS 'Colour as printed, in small letters.';

-- One row per score and cell it can stand in: by its printed words, or else every cell of the scale that gives it.
CREATE VIEW risk_score_cell AS
SELECT s.source_id, s.risk_id, s.quarter, s.score_kind, s.value, i.level AS impact, l.level AS likelihood, 'printed' AS basis
FROM risk_score AS s JOIN risk_entry AS e USING (source_id, risk_id, quarter)
JOIN risk_scale AS i ON i.scale_version = e.scale_version AND i.dimension = 'impact' AND s.impact_word IN (i.word, i.word_opportunity)
JOIN risk_scale AS l ON l.scale_version = e.scale_version AND l.dimension = 'likelihood' AND s.likelihood_word IN (l.word, l.word_opportunity)
UNION ALL
SELECT s.source_id, s.risk_id, s.quarter, s.score_kind, s.value, g.impact, g.likelihood, 'inferred'
FROM risk_score AS s JOIN risk_entry AS e USING (source_id, risk_id, quarter)
JOIN risk_scale_score AS g ON g.scale_version = e.scale_version AND g.score = s.value
WHERE s.impact_word IS NULL OR s.likelihood_word IS NULL;
COMMENT ON VIEW risk_score_cell IS 'One row per score and cell of the grid it can stand in; a score with several cells cannot be placed.';
COMMENT ON COLUMN risk_score_cell.score_kind IS 'current or residual.';
COMMENT ON COLUMN risk_score_cell.value IS 'The score as printed.';
COMMENT ON COLUMN risk_score_cell.impact IS 'Level of impact.';
COMMENT ON COLUMN risk_score_cell.likelihood IS 'Level of likelihood.';
COMMENT ON COLUMN risk_score_cell.basis IS 'printed (the words are printed) or inferred (the cell gives the score).';

-- One row per register, quarter and entry: the public contract.
CREATE VIEW risk_assessment AS
WITH placed AS (
  SELECT source_id, risk_id, quarter, score_kind,
    CASE count(*) WHEN 1 THEN any_value(impact) END AS impact, CASE count(*) WHEN 1 THEN any_value(likelihood) END AS likelihood,
    CASE count(*) WHEN 1 THEN any_value(basis) ELSE 'ambiguous' END AS cell
  FROM risk_score_cell GROUP BY ALL
), score AS (
  SELECT s.source_id, s.risk_id, s.quarter, s.score_kind, s.value, p.impact, p.likelihood, coalesce(p.cell, 'missing') AS cell, s.source_line, 'printed' AS score_state
  FROM risk_score AS s LEFT JOIN placed AS p USING (source_id, risk_id, quarter, score_kind)
  UNION ALL
  SELECT i.source_id, i.risk_id, i.quarter, i.score_kind, i.level * l.level, i.level, l.level, 'printed', i.source_line, 'derived'
  FROM risk_level AS i JOIN risk_level AS l USING (source_id, risk_id, quarter, score_kind) ANTI JOIN risk_score AS s USING (source_id, risk_id, quarter, score_kind)
  WHERE i.dimension = 'impact' AND l.dimension = 'likelihood'
)
SELECT e.risk_id, e.source_id, e.register, e.quarter, e.printed_id, r.kind, e.title,
  c.value AS current_score, c.impact AS current_impact, c.likelihood AS current_likelihood,
  d.value AS residual_score, d.impact AS residual_impact, d.likelihood AS residual_likelihood,
  e.owner, e.direction, e.risk_type, coalesce(c.cell, 'missing') AS current_cell, coalesce(d.cell, 'missing') AS residual_cell,
  e.owner_state, e.direction_state, e.risk_type_state, e.scale_version, e.note, e.id_as_printed,
  c.source_line AS current_line, d.source_line AS residual_line, e.source_line, e.locator, e.status,
  coalesce(c.score_state, 'missing') AS current_state, coalesce(d.score_state, 'missing') AS residual_state, t.rating
FROM risk_entry AS e JOIN risk AS r USING (risk_id)
LEFT JOIN score AS c ON c.source_id = e.source_id AND c.risk_id = e.risk_id AND c.quarter = e.quarter AND c.score_kind = 'current'
LEFT JOIN score AS d ON d.source_id = e.source_id AND d.risk_id = e.risk_id AND d.quarter = e.quarter AND d.score_kind = 'residual'
LEFT JOIN risk_rating AS t ON t.source_id = e.source_id AND t.risk_id = e.risk_id AND t.quarter = e.quarter;
COMMENT ON VIEW risk_assessment IS 'One row per register, quarter and entry: a risk or opportunity as that quarter assesses it. Stable: others query it.';
COMMENT ON COLUMN risk_assessment.register IS 'Register the entry stands in.';
COMMENT ON COLUMN risk_assessment.printed_id IS 'Number of the entry in that quarter; numbers are reused and are no key over time.';
COMMENT ON COLUMN risk_assessment.kind IS 'risk or opportunity.';
COMMENT ON COLUMN risk_assessment.title IS 'What it is called that quarter, in our own words.';
COMMENT ON COLUMN risk_assessment.current_score IS 'Score with the controls in place, as printed; where only impact and likelihood are printed it is their product, and current_state says derived.';
COMMENT ON COLUMN risk_assessment.current_impact IS 'Level of impact; empty where several cells of the grid give the score and no words say which.';
COMMENT ON COLUMN risk_assessment.current_likelihood IS 'Level of likelihood; empty where several cells of the grid give the score and no words say which.';
COMMENT ON COLUMN risk_assessment.residual_score IS 'Score after the actions planned, as printed; where only impact and likelihood are printed it is their product, and residual_state says derived.';
COMMENT ON COLUMN risk_assessment.residual_impact IS 'Level of impact after the actions planned.';
COMMENT ON COLUMN risk_assessment.residual_likelihood IS 'Level of likelihood after the actions planned.';
COMMENT ON COLUMN risk_assessment.owner IS 'Post or team that owns it; empty where none can be read.';
COMMENT ON COLUMN risk_assessment.direction IS 'level, static, reducing, increasing, or narrative; empty where none is printed.';
COMMENT ON COLUMN risk_assessment.risk_type IS 'Type of the risk; empty where none is printed.';
COMMENT ON COLUMN risk_assessment.current_cell IS 'How the current cell is known: printed (in words), inferred (only one cell gives the score), ambiguous (several do) or missing.';
COMMENT ON COLUMN risk_assessment.residual_cell IS 'How the residual cell is known: printed, inferred, ambiguous or missing.';
COMMENT ON COLUMN risk_assessment.owner_state IS 'legible, inferred or missing.';
COMMENT ON COLUMN risk_assessment.direction_state IS 'legible, inferred or missing.';
COMMENT ON COLUMN risk_assessment.risk_type_state IS 'legible, inferred or missing.';
COMMENT ON COLUMN risk_assessment.scale_version IS 'Version of the scale its scores are on.';
COMMENT ON COLUMN risk_assessment.note IS 'Where the parts of the entry stand and how they were read.';
COMMENT ON COLUMN risk_assessment.id_as_printed IS 'Number as the text prints it, reading faults included.';
COMMENT ON COLUMN risk_assessment.current_line IS 'Line that holds the current score.';
COMMENT ON COLUMN risk_assessment.residual_line IS 'Line that holds the residual score.';
COMMENT ON COLUMN risk_assessment.current_state IS 'How the current score is known: printed, derived (impact times likelihood, both printed) or missing.';
COMMENT ON COLUMN risk_assessment.residual_state IS 'How the residual score is known: printed, derived or missing.';
COMMENT ON COLUMN risk_assessment.rating IS 'Colour the register gives it; empty where it prints none.';

-- One row per version of the scale and cell of its grid, whether or not scores are printed in its cells.
CREATE VIEW risk_grid AS
SELECT scale_version, impact, likelihood, score, 'printed' AS score_state FROM risk_scale_score
UNION ALL
SELECT i.scale_version, i.level, l.level, i.level * l.level, 'derived' FROM risk_scale AS i JOIN risk_scale AS l USING (scale_version) ANTI JOIN risk_scale_score USING (scale_version)
WHERE i.dimension = 'impact' AND l.dimension = 'likelihood';
COMMENT ON VIEW risk_grid IS 'One row per version of the risk scale and cell of its grid; where no document prints scores in the cells they are derived.';
COMMENT ON COLUMN risk_grid.scale_version IS 'Version of the scale.';
COMMENT ON COLUMN risk_grid.impact IS 'Level of impact.';
COMMENT ON COLUMN risk_grid.likelihood IS 'Level of likelihood.';
COMMENT ON COLUMN risk_grid.score IS 'Score of the cell.';
COMMENT ON COLUMN risk_grid.score_state IS 'printed, or derived (impact times likelihood).';
