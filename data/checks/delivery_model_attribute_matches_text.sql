-- promise: A number in the table of delivery options is the number the text gives for the same thing.
WITH told AS (
  SELECT source_id, figure, CASE unit WHEN 'thousand people' THEN value * 1000 ELSE value END AS size, printed, source_line FROM narrative_figure
), usual AS (
  SELECT source_id, figure, size, arg_min(printed, source_line) AS printed, min(source_line) AS source_line FROM told GROUP BY source_id, figure, size
  QUALIFY row_number() OVER (PARTITION BY source_id, figure ORDER BY count(*) DESC, min(source_line)) = 1
)
SELECT d.source_id, d.source_line, d.printed, d.option || '.' || d.attribute AS subject,
  format('{} prints {} on line {}; line {} prints {}.', d.locator, d.printed, d.source_line, u.source_line, u.printed) AS detail
FROM delivery_model_attribute AS d JOIN usual AS u ON u.source_id = d.source_id AND u.figure = d.attribute WHERE d.value <> u.size
