-- promise: The parts of a total of a programme add up to it, at the precision it is printed with.
SELECT source_id, source_line, printed, total || ' ' || way || CASE bound WHEN 'point' THEN '' ELSE ' ' || bound END AS subject,
  format('The parts on lines {} give {:.10g}; line {} prints {}.', lines, parts::DOUBLE, source_line, printed) AS detail
FROM programme_parts WHERE abs(parts - value) > slack + 0.0000001
