-- promise: Every figure of a document kept with the project has its line, within the document, and the text as printed.
SELECT f.source_id, coalesce(f.source_line, 0) AS source_line, f.printed, f.table_name || ' ' || f.subject || ' ' || f.measure || coalesce(' ' || f.period, '') AS subject,
  format('The document has {} lines; the figure has line {}.', s.line_count, coalesce(f.source_line::VARCHAR, 'none')) AS detail
FROM figure AS f JOIN source AS s USING (source_id)
WHERE s.line_count IS NOT NULL AND (f.source_line IS NULL OR f.source_line NOT BETWEEN 1 AND s.line_count) OR trim(f.printed) = ''
