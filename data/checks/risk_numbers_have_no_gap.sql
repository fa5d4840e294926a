-- promise: The numbers of a register run from 1 without a gap, for risks and for opportunities, in the order of their lines.
WITH numbered AS (
  SELECT *, regexp_extract(printed_id, '[0-9]+')::INTEGER AS number, row_number() OVER (PARTITION BY source_id, quarter, regexp_extract(printed_id, '^[A-Z]+') ORDER BY source_line) AS place FROM risk_entry
)
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.printed_id' AS subject, format('{} stands in place {}.', printed_id, place) AS detail FROM numbered WHERE number <> place
