-- promise: A saving in the text is the budget it is taken from less what remains, where the text gives all three.
SELECT s.source_id, s.source_line, s.printed, upper(s.subject) || '.' || substr(s.figure, length(s.subject) + 2) AS subject,
  format('{} on line {} less {} on line {} is {:.10g}; line {} prints {}.', b.printed, b.source_line, g.printed, g.source_line, (b.value - g.value)::DOUBLE, s.source_line, s.printed) AS detail
FROM narrative_figure AS s
JOIN narrative_figure AS b ON b.source_id = s.source_id AND b.subject = s.subject AND b.measure = 'budget' AND b.unit = s.unit
JOIN narrative_figure AS g ON g.source_id = s.source_id AND g.subject = s.subject AND g.measure = 'grant' AND g.unit = s.unit
SEMI JOIN savings_option AS o ON o.source_id = s.source_id AND o.option_id = s.subject
WHERE s.measure = 'saving' AND s.value <> b.value - g.value
