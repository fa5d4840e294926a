-- promise: A milestone dated in several places has the same month in each.
SELECT r.source_id, r.source_line, r.printed, r.programme || '.' || r.milestone AS subject,
  format('Line {} prints {}; {} prints {} on line {}.', r.source_line, r.printed, m.locator, m.printed, m.source_line) AS detail
FROM milestone_restated AS r JOIN milestone AS m USING (source_id, programme, milestone) WHERE r.period IS DISTINCT FROM m.period
