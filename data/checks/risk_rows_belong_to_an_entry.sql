-- promise: Every entry is a known risk of its register, under a name of its own, and every score, level, colour, statement and oddity belongs to an entry of its quarter.
SELECT source_id, source_line, id_as_printed AS printed, 'risk_entry ' || risk_id AS subject, format('No risk of {} is called {}.', register, risk_id) AS detail FROM risk_entry ANTI JOIN risk USING (risk_id, register)
UNION ALL
SELECT source_id, source_line, printed, 'risk_score ' || risk_id, format('No entry of {} is called {}.', quarter, risk_id) FROM risk_score ANTI JOIN risk_entry USING (source_id, risk_id, quarter)
UNION ALL
SELECT source_id, source_line, anchor, 'risk_statement ' || risk_id, format('No entry of {} is called {}.', quarter, risk_id) FROM risk_statement ANTI JOIN risk_entry USING (source_id, risk_id, quarter)
UNION ALL
SELECT source_id, source_line, flag, 'risk_flag ' || risk_id, format('No entry of {} is called {}.', quarter, risk_id) FROM risk_flag ANTI JOIN risk_entry USING (source_id, risk_id, quarter)
UNION ALL
SELECT source_id, source_line, printed, 'risk_level ' || risk_id, format('No entry of {} is called {}.', quarter, risk_id) FROM risk_level ANTI JOIN risk_entry USING (source_id, risk_id, quarter)
UNION ALL
SELECT source_id, source_line, printed, 'risk_rating ' || risk_id, format('No entry of {} is called {}.', quarter, risk_id) FROM risk_rating ANTI JOIN risk_entry USING (source_id, risk_id, quarter)
UNION ALL
SELECT source_id, source_line, anchor, 'omission ' || register, format('No entry stands in {}.', register) FROM risk_register_omission ANTI JOIN risk_entry USING (source_id, register)
UNION ALL
SELECT e.source_id, e.source_line, e.id_as_printed, 'scale ' || e.risk_id, format('No scale is called {}.', e.scale_version) FROM risk_entry AS e ANTI JOIN risk_scale AS s USING (scale_version)
