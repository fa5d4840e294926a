-- promise: Every preset sets its levers within their ends.
SELECT preset.source_id, preset.source_line, preset.label AS printed, preset.preset || '.' || preset.lever AS subject,
  'It is set to ' || preset.value || '; the lever goes from ' || lever.lowest || ' to ' || lever.highest || '.' AS detail
FROM scenario_preset AS preset JOIN lever USING (lever)
WHERE preset.value NOT BETWEEN lever.lowest AND lever.highest
