-- promise: A document prints money with three decimals and posts with two; the cells of a sheet are free.
WITH cell AS (
  SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || if(nature = 'unstated', '', '.' || nature) || ' ' || financial_year AS subject, measure FROM savings_profile WHERE value IS NOT NULL
  UNION ALL SELECT source_id, source_line, printed, upper(option_id) || '.' || replace(measure, 'fte', 'posts') || if(nature = 'unstated', '', '.' || nature) || ' total', measure FROM savings_total WHERE value IS NOT NULL
), counted AS (
  SELECT *, length(regexp_extract(printed, '[.]([0-9]+)', 1)) AS decimals, CASE measure WHEN 'fte' THEN 2 ELSE 3 END AS usual FROM cell
)
SELECT source_id, source_line, printed, subject, format('Line {} prints {} with {} decimals, not {}.', source_line, printed, decimals, usual) AS detail FROM counted SEMI JOIN (SELECT source_id FROM source WHERE status <> 'import') USING (source_id) WHERE decimals <> usual
