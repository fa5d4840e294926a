-- promise: Programmes are compared by one sum of each measure, basis, claim, beneficiary, scenario, bound and period.
SELECT source_id, min(source_line) AS source_line, arg_min(printed, source_line) AS printed, programme || '.' || measure || '.' || basis AS subject,
  format('Lines {} are all marked as the sum to compare.', string_agg(source_line::VARCHAR, ', ' ORDER BY source_line)) AS detail
FROM programme_money WHERE headline
GROUP BY source_id, programme, measure, basis, claim, beneficiary, scenario, bound, period HAVING count(*) > 1
