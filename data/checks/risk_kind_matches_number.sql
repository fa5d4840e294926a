-- promise: A risk is numbered as a risk and an opportunity as an opportunity.
-- in an import: conflict
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.kind' AS subject, format('{} is kept as {}.', printed_id, kind) AS detail
FROM risk_assessment WHERE regexp_matches(printed_id, '^C[RO][0-9]+$') AND (kind = 'opportunity') <> (printed_id LIKE 'CO%')
