-- promise: The heading of a column of a programme names the year, the unit and the basis that its figures are kept with.
WITH heading AS (
  SELECT *, anchor AS printed FROM programme_heading
), seen AS (
  SELECT *, CASE WHEN regexp_full_match(printed, '(FY )?(20)?[0-9]{2}/[0-9]{2}') THEN '20' || right(regexp_extract(printed, '([0-9]+)/', 1), 2) || '/' || right(printed, 2) END AS year FROM heading
)
SELECT source_id, source_line, printed, kind || ' ' || occurrence AS subject, format('Line {} prints {}; its figures are read as {}.', source_line, printed, reading) AS detail
FROM seen WHERE CASE kind WHEN 'period' THEN year IS DISTINCT FROM reading WHEN 'unit' THEN printed <> reading ELSE regexp_matches(lower(printed), 'annual') <> (reading IN ('annual', 'run_rate')) END
