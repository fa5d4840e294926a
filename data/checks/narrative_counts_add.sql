-- promise: Counts in the text that stand for parts of another count add up to it.
WITH stated AS (
  SELECT source_id, figure, min(value) AS value, min(source_line) AS source_line FROM narrative_figure GROUP BY ALL
), rule(whole, part, extra) AS (
  VALUES ('local_authority_count', 'district_council_count', 0), ('local_authority_count', 'unitary_council_count', 0), ('local_authority_count', NULL, 1),
    ('waste_peer_count', 'waste_peer_lower_density_count', 0), ('waste_peer_count', 'waste_peer_higher_density_count', 0)
), added AS (
  SELECT n.source_id, r.whole, sum(coalesce(s.value, 0) + r.extra) AS expected, string_agg(s.source_line::VARCHAR, ', ' ORDER BY s.source_line) AS lines
  FROM (SELECT DISTINCT source_id FROM narrative_figure) AS n CROSS JOIN rule AS r LEFT JOIN stated AS s ON s.source_id = n.source_id AND s.figure = r.part GROUP BY ALL
)
SELECT n.source_id, n.source_line, n.printed, n.figure AS subject,
  format('The parts give {:.10g} (lines {}); line {} prints {}.', a.expected::DOUBLE, a.lines, n.source_line, n.printed) AS detail
FROM narrative_figure AS n JOIN added AS a ON a.source_id = n.source_id AND a.whole = n.figure WHERE n.value <> a.expected
