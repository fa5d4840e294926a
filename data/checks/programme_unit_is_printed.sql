-- promise: A sum of money is kept in the unit its letters name, and one with a pound sign and no letters in pounds.
WITH seen AS (
  SELECT *, CASE WHEN regexp_matches(printed, '[0-9*] ?(bn|billion)\b') THEN '£bn' WHEN regexp_matches(printed, '[0-9*] ?(m|M)(illion)?\b') THEN '£m' WHEN regexp_matches(printed, '[0-9*] ?[kK]\b') THEN '£k' WHEN regexp_matches(printed, '£[0-9]') THEN '£' END AS named
  FROM programme_money
)
SELECT source_id, source_line, printed, figure || ' ' || bound AS subject, format('Line {} prints {}; the store keeps {}.', source_line, printed, unit) AS detail
FROM seen WHERE named <> unit
