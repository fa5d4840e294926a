-- promise: Every area with services that the council keeps running itself has a reason for staying.
SELECT source_id, min(source_line) AS source_line, arg_min(printed, source_line) AS printed, 'council_direct.' || service_area AS subject,
  format('Services from line {} on stay, and no reason is printed for their area.', min(source_line)) AS detail
FROM service_mapping SEMI JOIN service_rationale USING (source_id) ANTI JOIN service_rationale AS reason USING (source_id, service_area)
WHERE future_home = 'council_direct' GROUP BY source_id, service_area
