-- promise: A figure that recurs in the text has the same value wherever it stands.
WITH scaled AS (
  SELECT *, CASE unit WHEN 'thousand people' THEN value * 1000 WHEN 'million people' THEN value * 1000000 WHEN '£k' THEN value * 1000 ELSE value END AS size,
    CASE unit WHEN 'thousand people' THEN 'people' WHEN 'million people' THEN 'people' WHEN '£k' THEN '£' ELSE unit END AS common_unit
  FROM narrative_figure
), counted AS (
  SELECT *, count(*) OVER (PARTITION BY source_id, figure, common_unit, size) AS agreeing, length(rtrim(split_part(format('{:.4f}', size::DOUBLE), '.', 2), '0')) AS decimals FROM scaled
), judged AS (
  SELECT *, first_value({'size': size, 'printed': printed, 'source_line': source_line}) OVER (PARTITION BY source_id, figure, common_unit ORDER BY agreeing DESC, decimals DESC, source_line) AS model FROM counted
)
SELECT source_id, source_line, printed, figure || CASE WHEN occurrence > 1 THEN ', again' ELSE '' END AS subject,
  format('Line {} prints {}; line {} prints {}.', source_line, printed, model.source_line, model.printed) AS detail
FROM judged WHERE size <> model.size
