-- promise: The projected population is the population of the council area grown by the projected rate.
SELECT p.source_id, p.source_line, p.printed, p.figure AS subject,
  format('{} grown by {} (lines {}, {}) gives {:.2f} million; line {} prints {}.', c.printed, g.printed, c.source_line, g.source_line, (c.value * (1 + g.value / 100))::DOUBLE, p.source_line, p.printed) AS detail
FROM narrative_figure AS p
JOIN narrative_figure AS g ON g.source_id = p.source_id AND g.figure = 'lancashire_population_growth'
JOIN narrative_figure AS c ON c.source_id = p.source_id AND c.figure = 'council_population' AND c.unit = p.unit
WHERE p.figure = 'lancashire_population_projected' AND abs(p.value - c.value * (1 + g.value / 100)) > 0.005
