-- promise: A code of a national framework is well formed, and no two indicators of a programme carry the same one.
WITH code AS (
  SELECT source_id, programme, indicator, source_line, unnest(string_split(code, ' / ')) AS code FROM programme_indicator
)
SELECT source_id, source_line, code AS printed, indicator AS subject, format('{} is no code of a framework.', code) AS detail FROM code WHERE NOT regexp_full_match(code, '(ASCOF|NHSOF)[0-9]([A-Z]|[.][0-9])?')
UNION ALL
SELECT source_id, source_line, code, indicator, format('{} also stands on line {} for another indicator.', code, earlier)
FROM (SELECT *, lag(source_line) OVER (PARTITION BY source_id, programme, code ORDER BY source_line, indicator) AS earlier FROM code) WHERE earlier IS NOT NULL
