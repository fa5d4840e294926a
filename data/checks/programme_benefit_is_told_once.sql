-- promise: No benefit stands twice in the list of a programme.
SELECT source_id, source_line, anchor AS printed, programme || ' benefit ' || sequence AS subject, format('It stands on line {} too.', earlier) AS detail
FROM (SELECT *, lag(source_line) OVER (PARTITION BY source_id, programme, lower(summary) ORDER BY source_line) AS earlier FROM programme_statement WHERE kind = 'benefit') WHERE earlier <> source_line
