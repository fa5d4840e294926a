-- promise: Where the printed text of a figure begins with over, up to, around and the like, the figure says so.
WITH word(pattern, qualifier) AS (
  VALUES ('^(over|in excess of|more than)\b', 'over'), ('^(up to|as much as|as high as)\b', 'up_to'), ('^(around|approximately|about|circa|some|in the order of|in the region of|on average)\b|^c[£0-9]', 'about'),
    ('^(nearly|almost)\b', 'nearly'), ('^(less than)\b', 'under'), ('^(at least|not less than|minimum of)\b', 'at_least')
), item AS (
  SELECT source_id, figure, bound, qualifier, printed, source_line FROM programme_money
  UNION ALL SELECT source_id, figure, bound, qualifier, printed, source_line FROM programme_measure
)
SELECT i.source_id, i.source_line, i.printed, i.figure || ' ' || i.bound AS subject, format('Line {} prints {}; the store keeps {}.', i.source_line, i.printed, coalesce(i.qualifier, 'no qualifier')) AS detail
FROM item AS i JOIN word AS w ON regexp_matches(lower(i.printed), w.pattern) WHERE i.qualifier IS DISTINCT FROM w.qualifier
