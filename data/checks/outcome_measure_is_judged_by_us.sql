-- promise: Every measure of the table of outcomes has a polarity of ours, or is said not to be judged.
SELECT source_id, source_line, printed, measure AS subject, 'outcome_measure.csv has no row for it.' AS detail
FROM outcome_comparison WHERE measure NOT IN (SELECT measure FROM outcome_measure)
