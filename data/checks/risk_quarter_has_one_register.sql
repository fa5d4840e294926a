-- promise: An entry stands once in a quarter of its register, whatever document it is kept from.
SELECT source_id, source_line, id_as_printed AS printed, risk_id || ' ' || quarter AS subject, format('{} holds the entry {} times.', quarter, times) AS detail
FROM (SELECT *, count(*) OVER (PARTITION BY register, quarter, risk_id) AS times FROM risk_entry) WHERE times > 1
