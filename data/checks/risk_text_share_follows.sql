-- promise: The share of its target that a count in the text is said to reach follows from the two counts.
SELECT s.source_id, s.source_line, s.printed, s.figure AS subject,
  format('{} on line {} of {} on line {} is {:.1f}%; line {} prints {}.', c.printed, c.source_line, t.printed, t.source_line, (100 * c.value / t.value)::DOUBLE, s.source_line, s.printed) AS detail
FROM narrative_figure AS s
JOIN narrative_figure AS c ON c.source_id = s.source_id AND c.subject = s.subject AND c.measure = 'families_claimed'
JOIN narrative_figure AS t ON t.source_id = s.source_id AND t.subject = s.subject AND t.measure = 'families_target'
WHERE s.measure = 'share_of_target' AND round(100 * c.value / t.value) <> s.value
