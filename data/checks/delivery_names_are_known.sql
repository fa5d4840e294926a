-- promise: Every home, area, body, programme, process and phase that a row of the delivery model names is described.
SELECT source_id, source_line, printed, future_home || '.' || service AS subject, 'Its home or its area is not described.' AS detail
FROM service_mapping WHERE (source_id, future_home) NOT IN (SELECT (source_id, future_home) FROM service_home) OR (source_id, service_area) NOT IN (SELECT (source_id, service_area) FROM service_area)
UNION ALL SELECT source_id, source_line, anchor, future_home, 'Its body is not described.' FROM service_home ANTI JOIN governing_body USING (source_id, body)
UNION ALL SELECT source_id, source_line, anchor, body || '.' || aspect, 'Its body is not described.' FROM governing_body_statement ANTI JOIN governing_body USING (source_id, body)
UNION ALL SELECT source_id, source_line, printed, programme || '.' || milestone, 'Its programme is not described.' FROM milestone SEMI JOIN plan_programme USING (source_id) ANTI JOIN plan_programme AS p USING (source_id, programme)
UNION ALL SELECT source_id, source_line, printed, programme || '.' || phase, 'Its programme is not described.' FROM plan_phase SEMI JOIN plan_programme USING (source_id) ANTI JOIN plan_programme AS p USING (source_id, programme)
UNION ALL SELECT source_id, source_line, anchor, programme || '.' || dependency, 'Its programme is not described.' FROM plan_dependency ANTI JOIN plan_programme USING (source_id, programme)
UNION ALL SELECT source_id, source_line, printed, programme || '.' || milestone, 'No milestone has this name.' FROM milestone_restated ANTI JOIN milestone USING (source_id, programme, milestone)
UNION ALL SELECT source_id, source_line, anchor, process, 'The activity analysis has no such process.' FROM activity_comment ANTI JOIN activity_analysis USING (source_id, process)
UNION ALL SELECT source_id, source_line, anchor, step, 'No plan has a phase of this name.' FROM model_step WHERE plan = 'start_up' AND (source_id, step) NOT IN (SELECT (source_id, phase) FROM plan_phase)
