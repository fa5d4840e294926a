-- promise: A sum of money or a percentage in the text is printed with its unit.
SELECT source_id, source_line, printed, figure AS subject, format('Line {} prints {} without the {} its sentence needs.', source_line, printed, CASE unit WHEN '£m' THEN 'm for million' ELSE unit END) AS detail
FROM narrative_figure
WHERE unit = '£m' AND NOT regexp_matches(printed, '[0-9](m| million)') OR unit = '£bn' AND NOT regexp_matches(printed, '[0-9] ?(bn|billion)')
  OR unit = '%' AND NOT regexp_matches(printed, '%|third|half|quarter| per cent') AND value <> 0
