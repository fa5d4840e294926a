-- promise: The levels of a scale lie within the range that the heading of its register prints.
WITH headed AS (
  SELECT *, regexp_extract(printed, '^([A-Z0-9]) - ([A-Z0-9])$', ['lowest', 'highest']) AS ends FROM risk_scale
)
SELECT source_id, source_line, printed, scale_version || '.' || dimension || ' ' || level AS subject, format('Line {} heads the column {}; its rows print numbers such as {}.', source_line, printed, word) AS detail
FROM headed WHERE ends.lowest <> '' AND word NOT BETWEEN ends.lowest AND ends.highest
