-- promise: Every outcome measure is printed with what it is a rate of.
SELECT source_id, source_line, printed, area || '.' || measure AS subject, format('{} prints {} on line {} with no unit or base.', locator, printed, source_line) AS detail
FROM outcome_comparison WHERE unit = 'not printed'
