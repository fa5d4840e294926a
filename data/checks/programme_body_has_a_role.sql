-- promise: Every body takes part in a programme, and every bid has a body that leads it.
SELECT p.source_id, p.source_line, p.anchor AS printed, p.programme AS subject, 'No body leads the bid.' AS detail
FROM programme AS p ANTI JOIN (SELECT * FROM programme_body WHERE role = 'lead') USING (source_id, programme) WHERE p.level = 'bid'
UNION ALL
SELECT source_id, 0, label, body, 'The body has no role in any programme.' FROM body ANTI JOIN programme_body USING (source_id, body)
