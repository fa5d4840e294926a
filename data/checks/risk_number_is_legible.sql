-- promise: The number of every entry is printed as it is read, spaces apart.
SELECT source_id, source_line, id_as_printed AS printed, risk_id || '.printed_id' AS subject, format('Line {} prints {}; it is read as {}.', source_line, id_as_printed, printed_id) AS detail
FROM risk_entry WHERE replace(printed_id, ' ', '') <> replace(id_as_printed, ' ', '')
