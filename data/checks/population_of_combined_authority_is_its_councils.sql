-- promise: The population said to be served by the combined authority is the total of the districts and unitary councils in it.
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('{} prints {} on line {}; line {} prints {}.', t.locator, t.printed, t.source_line, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN hospital_district AS t ON t.source_id = n.source_id AND t.area_code IS NULL
WHERE n.figure = 'combined_authority_population' AND round(t.population / 1000000, 1) <> n.value
