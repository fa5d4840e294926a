-- promise: A milestone that is told in two places of a document has the same date in both.
SELECT source_id, source_line, printed, programme || '.' || milestone AS subject, format('Line {} prints {}; line {} prints {}.', source_line, printed, earlier.source_line, earlier.printed) AS detail
FROM (SELECT *, first_value({'period': period, 'printed': printed, 'source_line': source_line}) OVER (PARTITION BY source_id, programme, label ORDER BY source_line, milestone) AS earlier FROM milestone) WHERE period <> earlier.period
