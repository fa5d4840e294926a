-- promise: The total that says how a programme by year is counted is printed on the line named.
SELECT p.source_id, c.source_line, c.total AS printed, c.programme AS subject, 'No net total of that name stands on the line.' AS detail
FROM programme_counting AS c JOIN programme AS p USING (programme)
WHERE NOT EXISTS (FROM programme_money AS m WHERE m.source_id = p.source_id AND m.figure = c.total AND m.source_line = c.source_line AND m.measure = 'net')
