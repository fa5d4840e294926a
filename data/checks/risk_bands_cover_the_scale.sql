-- promise: The bands of every scheme follow each other without gap or overlap, from the lowest score of every scale to the highest.
WITH ordered AS (
  SELECT *, lag(score_to, 1, 0) OVER (PARTITION BY scheme ORDER BY band) AS previous, lead(score_from) OVER (PARTITION BY scheme ORDER BY band) AS following FROM risk_band
), scale AS (
  SELECT scale_version, any_value(source_id) AS source_id, min(score) AS lowest, max(score) AS highest, arg_max(source_line, score) AS source_line, arg_max(printed, score) AS printed FROM risk_scale_score GROUP BY ALL
)
SELECT scale.source_id, scale.source_line, scale.printed, o.scheme || '.' || o.word AS subject, format('The band runs from {} to {}; the one before ends at {}, and the scale runs from {} to {}.', o.score_from, o.score_to, o.previous, scale.lowest, scale.highest) AS detail
FROM ordered AS o CROSS JOIN scale WHERE o.score_from <> o.previous + 1 OR o.band = 1 AND o.score_from > scale.lowest OR o.following IS NULL AND o.score_to < scale.highest
