-- promise: A milestone that settles the form or the governance of the wellbeing corporations has the date of the key decision on it.
SELECT m.source_id, m.source_line, m.printed, m.programme || '.' || m.milestone || ', ' || k.milestone AS subject,
  format('{} prints {} on line {}; {} prints {} on line {}.', k.locator, k.printed, k.source_line, m.locator, m.printed, m.source_line) AS detail
FROM milestone AS m JOIN milestone AS k ON k.source_id = m.source_id AND k.programme = 'key_decisions'
WHERE m.programme = 'commissioning_and_wellbeing' AND m.period <> k.period
  AND list_has_any(list_intersect(string_split(k.milestone, '_'), ['governance', 'form', 'organisational']), string_split(m.milestone, '_'))
