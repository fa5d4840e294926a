-- promise: The transitional funding of the first year and of the years after add up to the stated total.
SELECT t.source_id, t.source_line, t.printed, t.figure AS subject,
  format('{} and {} (line {}) add up to {:.10g}; line {} prints {}.', a.printed, b.printed, a.source_line, (a.value + b.value)::DOUBLE, t.source_line, t.printed) AS detail
FROM narrative_figure AS t
JOIN narrative_figure AS a ON a.source_id = t.source_id AND a.locator = t.locator AND a.figure = 'transitional_funding_first_year'
JOIN narrative_figure AS b ON b.source_id = t.source_id AND b.locator = t.locator AND b.figure = 'transitional_funding_following_years'
WHERE t.figure = 'transitional_funding_total' AND t.value <> a.value + b.value
