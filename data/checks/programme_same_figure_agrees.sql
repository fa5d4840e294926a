-- promise: A figure of a programme that recurs has the same amount, on the same basis, wherever it stands, at the precision it is printed with.
WITH item AS (
  SELECT source_id, figure, bound, scenario, basis, amount_gbp AS value, printed, source_line, occurrence,
    CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 WHEN '£bn' THEN 1000000000 ELSE 0 END * 0.5 * pow(10, -length(regexp_extract(printed, '[.]([0-9]+)', 1))) AS slack
  FROM programme_money
  UNION ALL
  SELECT source_id, figure, bound, scenario, kind, value, printed, source_line, occurrence, 0 FROM programme_measure
), counted AS (
  SELECT *, count(*) OVER (PARTITION BY source_id, figure, bound, scenario, basis, value) AS agreeing FROM item WHERE value IS NOT NULL
), judged AS (
  SELECT *, first_value({'value': value, 'basis': basis, 'slack': slack, 'printed': printed, 'source_line': source_line}) OVER (PARTITION BY source_id, figure, bound, scenario ORDER BY agreeing DESC, slack, source_line) AS model FROM counted
)
SELECT source_id, source_line, printed, figure || CASE bound WHEN 'point' THEN '' ELSE ' ' || bound END || CASE WHEN occurrence > 1 THEN ', again' ELSE '' END AS subject,
  format('Line {} prints {}; line {} prints {}.', source_line, printed, model.source_line, model.printed) AS detail
FROM judged WHERE basis <> model.basis OR abs(value - model.value) > greatest(slack, model.slack) + 0.0000001
