-- promise: Everything kept of a bid stands on its own lines, from its heading to the next one.
WITH span AS (
  SELECT source_id, programme AS root, source_line AS first_line, lead(source_line, 1, line_count + 1) OVER (PARTITION BY source_id ORDER BY source_line) - 1 AS last_line
  FROM programme JOIN source USING (source_id) WHERE level = 'bid'
), kept AS (
  SELECT source_id, programme, source_line, printed, figure AS what FROM programme_money
  UNION ALL SELECT source_id, programme, source_line, printed, figure FROM programme_measure
  UNION ALL SELECT source_id, programme, source_line, anchor, 'part' FROM programme
  UNION ALL SELECT source_id, programme, source_line, anchor, body FROM programme_body
  UNION ALL SELECT source_id, programme, source_line, anchor, scenario FROM programme_scenario
  UNION ALL SELECT source_id, programme, source_line, anchor, indicator FROM programme_indicator
  UNION ALL SELECT source_id, programme, source_line, anchor, kind || ' ' || sequence FROM programme_statement
  UNION ALL SELECT source_id, programme, source_line, anchor, appraisal FROM appraisal
  UNION ALL SELECT c.source_id, a.programme, c.source_line, c.anchor, c.criterion FROM appraisal_criterion AS c JOIN appraisal AS a USING (appraisal)
  UNION ALL SELECT source_id, programme, source_line, printed, milestone FROM milestone
  UNION ALL SELECT source_id, programme, source_line, printed, phase FROM plan_phase
)
SELECT k.source_id, k.source_line, k.printed, k.programme || ' ' || k.what AS subject, format('The bid stands on lines {} to {}.', s.first_line, s.last_line) AS detail
FROM kept AS k JOIN programme_tree AS t USING (source_id, programme) JOIN span AS s ON s.source_id = t.source_id AND s.root = t.root
WHERE k.source_line NOT BETWEEN s.first_line AND s.last_line
