-- promise: Where the words for impact and likelihood are printed they are on the scale, and their product is the printed score.
SELECT s.source_id, s.source_line, s.printed, s.risk_id || '.' || s.score_kind AS subject,
  CASE WHEN c.impact IS NULL THEN format('{} and {} are not words of the scale.', coalesce(s.impact_word, 'nothing'), coalesce(s.likelihood_word, 'nothing'))
    ELSE format('{} and {} give {}; line {} prints {}.', s.impact_word, s.likelihood_word, c.impact * c.likelihood, s.source_line, s.printed) END AS detail
FROM risk_score AS s LEFT JOIN risk_score_cell AS c ON c.source_id = s.source_id AND c.risk_id = s.risk_id AND c.quarter = s.quarter AND c.score_kind = s.score_kind AND c.basis = 'printed'
WHERE (s.impact_word IS NOT NULL OR s.likelihood_word IS NOT NULL) AND (c.impact IS NULL OR c.impact * c.likelihood <> s.value)
