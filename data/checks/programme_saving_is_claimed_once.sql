-- promise: A programme does not claim the same sum as a saving and again as a cost avoided.
WITH claimed AS (
  SELECT DISTINCT source_id, programme, basis, bound, coalesce(period, '') AS period, amount_gbp FROM programme_money WHERE measure = 'saving' AND claim = 'expected' AND amount_gbp <> 0
)
SELECT a.source_id, a.source_line, a.printed, a.figure || CASE a.bound WHEN 'point' THEN '' ELSE ' ' || a.bound END AS subject, format('{} stands as a saving too.', a.printed) AS detail
FROM programme_money AS a JOIN claimed AS c ON c.source_id = a.source_id AND c.programme = a.programme AND c.basis = a.basis AND c.bound = a.bound AND c.period = coalesce(a.period, '') AND c.amount_gbp = a.amount_gbp
WHERE a.measure = 'saving' AND a.claim = 'avoided'
