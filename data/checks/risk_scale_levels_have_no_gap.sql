-- promise: The levels of each dimension of a scale run from 1 without a gap, each with a word of its own.
SELECT source_id, source_line, printed, dimension || ' ' || level AS subject, format('Level {} of {} is number {} on the scale.', level, dimension, place) AS detail
FROM (SELECT *, row_number() OVER (PARTITION BY scale_version, dimension ORDER BY level) AS place, count(*) OVER (PARTITION BY scale_version, dimension, word) AS alike FROM risk_scale)
WHERE level <> place OR alike > 1
