-- promise: A star in a table leads to a starred note in the same field, or of the same option where it was imported, and a starred note in a field to a cell with a star.
-- in an import: gap
WITH cell AS (
  SELECT source_id, option_id, locator, source_line, printed, replace(measure, 'fte', 'posts') || ' ' || financial_year AS what FROM savings_profile WHERE starred
), field AS (
  SELECT DISTINCT source_id, option_id, locator FROM savings_profile
)
SELECT source_id, source_line, printed, upper(option_id) || '.' || what AS subject, format('Line {} prints {}; no note stands in the same field.', source_line, printed) AS detail
FROM cell ANTI JOIN (SELECT * FROM savings_note WHERE starred) AS n USING (source_id, option_id, locator)
  ANTI JOIN (SELECT source_id, option_id FROM savings_note SEMI JOIN (SELECT source_id FROM source WHERE status = 'import') USING (source_id) WHERE starred) AS apart USING (source_id, option_id)
UNION ALL
SELECT source_id, source_line, anchor, upper(option_id) || '.note', format('The note on line {} has a star; no cell of its field has one.', source_line)
FROM (SELECT * FROM savings_note WHERE starred) AS n SEMI JOIN field USING (source_id, option_id, locator) ANTI JOIN cell USING (source_id, option_id, locator)
UNION ALL
SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || ' ' || financial_year, format('{} is kept {} a star.', printed, CASE WHEN starred THEN 'with' ELSE 'without' END)
FROM savings_profile WHERE starred <> (printed LIKE '%*')
