-- promise: Every level of impact or likelihood that is printed as a number is on the scale of its entry, and is the number printed.
SELECT v.source_id, v.source_line, v.printed, v.risk_id || '.' || v.score_kind || ' ' || v.dimension AS subject, format('{} has no {} of {}.', e.scale_version, v.dimension, v.level) AS detail
FROM risk_level AS v JOIN risk_entry AS e USING (source_id, risk_id, quarter) ANTI JOIN risk_scale AS s ON s.scale_version = e.scale_version AND s.dimension = v.dimension AND s.level = v.level
UNION ALL
SELECT source_id, source_line, printed, risk_id || '.' || score_kind || ' ' || dimension, format('Line {} prints {}; the store keeps {}.', source_line, printed, level) FROM risk_level WHERE TRY_CAST(printed AS INTEGER) IS DISTINCT FROM level
