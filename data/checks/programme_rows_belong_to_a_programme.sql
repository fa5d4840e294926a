-- promise: Every row about a programme belongs to one that is kept, and every parent, body, beneficiary, scenario, indicator and total it names is kept too.
WITH kept AS (
  SELECT source_id, programme, source_line, printed, 'programme_money ' || figure AS what FROM programme_money
  UNION ALL SELECT source_id, programme, source_line, printed, 'programme_measure ' || figure FROM programme_measure
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_body ' || body FROM programme_body
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_scenario ' || scenario FROM programme_scenario
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_indicator ' || indicator FROM programme_indicator
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_statement ' || kind || ' ' || sequence FROM programme_statement
  UNION ALL SELECT source_id, programme, source_line, anchor, 'appraisal ' || appraisal FROM appraisal WHERE programme IS NOT NULL
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_responsibility ' || matrix || ' ' || sequence FROM programme_responsibility
  UNION ALL SELECT source_id, programme, source_line, anchor, 'programme_heading' FROM programme_heading
  UNION ALL SELECT source_id, parent, source_line, anchor, 'programme ' || programme FROM programme WHERE parent IS NOT NULL
), about AS (
  SELECT source_id, programme, scenario, beneficiary, source_line, printed, figure FROM programme_money
  UNION ALL SELECT source_id, programme, scenario, beneficiary, source_line, printed, figure FROM programme_measure
), named AS (
  SELECT source_id, body, source_line, anchor AS printed, 'programme_body ' || programme AS what FROM programme_body
  UNION ALL SELECT source_id, body, source_line, anchor, 'programme_statement ' || programme FROM programme_statement WHERE body IS NOT NULL
  UNION ALL SELECT source_id, beneficiary, source_line, printed, figure FROM about WHERE beneficiary NOT IN ('partners', 'each_partner', 'public_sector', 'wider_public_sector', 'private_sector', 'society', 'users')
), total AS (
  SELECT source_id, adds_to AS figure, source_line, printed FROM programme_money WHERE adds_to IS NOT NULL
  UNION ALL SELECT source_id, row_total, source_line, printed FROM programme_money WHERE row_total IS NOT NULL
  UNION ALL SELECT source_id, adds_to, source_line, printed FROM programme_measure WHERE adds_to IS NOT NULL
)
SELECT source_id, source_line, printed, what AS subject, format('No programme is called {}.', programme) AS detail FROM kept ANTI JOIN programme USING (source_id, programme)
UNION ALL
SELECT source_id, source_line, printed, what, format('No body is called {}.', body) FROM named ANTI JOIN body USING (source_id, body)
UNION ALL
SELECT a.source_id, a.source_line, a.printed, a.figure, format('No scenario is called {}.', a.scenario)
FROM about AS a JOIN programme_tree AS t USING (source_id, programme) ANTI JOIN programme_scenario AS s ON s.source_id = a.source_id AND s.scenario = a.scenario AND s.programme IN (a.programme, t.root) WHERE a.scenario <> 'plan'
UNION ALL
SELECT m.source_id, m.source_line, m.printed, m.figure, format('No indicator is called {}.', m.indicator) FROM programme_measure AS m ANTI JOIN programme_indicator USING (source_id, indicator) WHERE m.indicator IS NOT NULL
UNION ALL
SELECT source_id, source_line, printed, figure, 'No figure has the name of this total.' FROM total ANTI JOIN about USING (source_id, figure)
