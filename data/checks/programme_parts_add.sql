-- promise: The parts of a total of a programme add up to it, at the precision it is printed with.
WITH item AS (
  SELECT source_id, figure, bound, adds_to, row_total, coalesce(weight, 1) AS weight, measure, amount_gbp AS value, printed, source_line,
    CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 WHEN '£bn' THEN 1000000000 ELSE 0 END * 0.5 * pow(10, -length(regexp_extract(printed, '[.]([0-9]+)', 1))) AS slack
  FROM programme_money
  UNION ALL
  SELECT source_id, figure, bound, adds_to, NULL, coalesce(weight, 1), kind, value, printed, source_line, 0 FROM programme_measure
), part AS (
  SELECT *, adds_to AS total, 'column' AS way FROM item WHERE adds_to IS NOT NULL
  UNION ALL
  SELECT *, row_total, 'row' FROM item WHERE row_total IS NOT NULL
), printed_total AS (
  SELECT p.total, p.way, t.source_id, t.bound, t.measure, t.printed, t.source_line, t.value, t.slack FROM item AS t JOIN (SELECT source_id, total, way, avg(source_line) AS middle FROM part GROUP BY ALL) AS p ON p.source_id = t.source_id AND p.total = t.figure
  QUALIFY row_number() OVER (PARTITION BY t.source_id, p.total, p.way, t.bound ORDER BY abs(t.source_line - p.middle), t.source_line) = 1
), added AS (
  SELECT t.source_id, t.total, t.way, t.bound, t.printed, t.source_line, t.value, t.slack, string_agg(DISTINCT p.source_line::VARCHAR, ', ' ORDER BY p.source_line::VARCHAR) AS lines,
    CASE WHEN count(*) = count(p.value) THEN sum(p.value * p.weight * CASE WHEN t.measure = 'net' AND p.measure IN ('cost', 'financing') THEN -1 ELSE 1 END) END AS parts
  FROM printed_total AS t JOIN part AS p ON p.source_id = t.source_id AND p.total = t.total AND p.way = t.way AND (p.bound = t.bound OR p.bound = 'point') GROUP BY ALL
)
SELECT source_id, source_line, printed, total || ' ' || way || CASE bound WHEN 'point' THEN '' ELSE ' ' || bound END AS subject,
  format('The parts on lines {} give {:.10g}; line {} prints {}.', lines, parts::DOUBLE, source_line, printed) AS detail
FROM added WHERE abs(parts - value) > slack + 0.0000001
