-- promise: The further benefit from direct services is the stated share of the spending on direct services.
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('{} of the expenditure on line {} is {:.1f}; line {} prints {}.', r.printed, a.source_line, (a.value / 1000 * r.value / 100)::DOUBLE, n.source_line, n.printed) AS detail
FROM narrative_figure AS n
JOIN narrative_figure AS r ON r.source_id = n.source_id AND r.figure = n.figure || '_efficiency' AND r.source_line = n.source_line
JOIN allocation AS a ON a.source_id = n.source_id AND a.organisation = n.subject AND a.measure = 'net_expenditure'
WHERE n.figure = 'further_benefit_council_direct' AND abs(n.value - a.value / 1000 * r.value / 100) > 0.5
