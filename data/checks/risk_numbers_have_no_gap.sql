-- promise: The numbers of a register run from 1 without a gap, for each kind of number, in the order of their lines.
-- in an import: gap
WITH read AS (
  SELECT *, regexp_extract(printed_id, '^[^0-9]*') AS letters, TRY_CAST(regexp_extract(printed_id, '^[^0-9]*([0-9]+)$', 1) AS INTEGER) AS number FROM risk_entry
), numbered AS (
  SELECT *, lag(number, 1, 0) OVER (PARTITION BY source_id, quarter, letters ORDER BY source_line) AS previous FROM read WHERE number IS NOT NULL
)
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.printed_id' AS subject, format('{} follows {}.', printed_id, CASE previous WHEN 0 THEN 'no other' ELSE letters || previous END) AS detail FROM numbered WHERE number::BIGINT <> previous::BIGINT + 1
