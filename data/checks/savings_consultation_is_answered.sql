-- promise: Every option answers yes or no to external consultation, and no other passage of it speaks against the answer.
-- in an import: gap
SELECT source_id, source_line, anchor AS printed, upper(option_id) || '.consultation' AS subject, summary AS detail
FROM savings_process WHERE process = 'consultation' AND (text_contradicts OR answer = 'unclear')
