-- promise: Every outcome measure has a figure for the county and one for England.
SELECT source_id, min(source_line) AS source_line, min(printed) AS printed, measure AS subject, format('{} has figures for {} only.', measure, string_agg(area, ', ')) AS detail
FROM outcome_comparison GROUP BY source_id, measure HAVING count(DISTINCT area_code) <> 2
