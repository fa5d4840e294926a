-- promise: Each footprint has as many people as the document says a wellbeing corporation serves.
WITH stated AS (
  SELECT source_id, min(value) FILTER (figure = 'wellbeing_corporation_population_low') * 1000 AS low, max(value) FILTER (figure = 'wellbeing_corporation_population_high') * 1000 AS high,
    min(source_line) AS source_line, min(printed) AS printed
  FROM narrative_figure WHERE figure IN ('wellbeing_corporation_population_low', 'wellbeing_corporation_population_high') GROUP BY source_id
), added AS (
  SELECT source_id, footprint, label, sum(population) AS people FROM covered_district WHERE footprint IS NOT NULL GROUP BY ALL
)
SELECT s.source_id, s.source_line, s.printed, a.footprint AS subject,
  format('{} has {} people; line {} prints {}.', a.label, a.people::BIGINT, s.source_line, s.printed) AS detail
FROM added AS a JOIN stated AS s USING (source_id) WHERE a.people NOT BETWEEN s.low AND s.high
