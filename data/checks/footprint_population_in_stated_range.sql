-- promise: The population shared evenly over the wellbeing corporations lies in the range stated for one of them.
WITH stated AS (
  SELECT source_id, min(value) FILTER (figure = 'wellbeing_corporation_population_low') * 1000 AS low, max(value) FILTER (figure = 'wellbeing_corporation_population_high') * 1000 AS high,
    min(value) FILTER (figure = 'wellbeing_corporation_count') AS corporations FROM narrative_figure GROUP BY source_id
)
SELECT t.source_id, t.source_line, t.printed, t.district AS subject,
  format('{} shared over {} corporations is {} people each, outside {} to {}.', t.printed, s.corporations::INTEGER, (t.population / s.corporations)::INTEGER, s.low::INTEGER, s.high::INTEGER) AS detail
FROM hospital_district AS t JOIN stated AS s USING (source_id) WHERE t.area_code IS NULL AND t.population / s.corporations NOT BETWEEN s.low AND s.high
