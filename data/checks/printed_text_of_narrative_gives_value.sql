-- promise: Every figure from running text, an option, a plan or a programme is one of the numbers in its printed text.
WITH word(name, number) AS (
  VALUES ('one', 1), ('two', 2), ('three', 3), ('four', 4), ('five', 5), ('six', 6), ('seven', 7), ('eight', 8), ('nine', 9), ('ten', 10), ('twelve', 12), ('third', 3), ('sixth', 6), ('twice', 2), ('forty', 40)
), cell AS (
  SELECT source_id, source_line, printed, figure || ' ' || occurrence AS subject, value::DOUBLE AS value, unit FROM narrative_figure
  UNION ALL SELECT source_id, source_line, printed, option || '.' || attribute, value::DOUBLE, unit FROM delivery_model_attribute
  UNION ALL SELECT source_id, source_line, printed, programme || '.' || phase || ' low', value_low::DOUBLE, unit FROM plan_phase
  UNION ALL SELECT source_id, source_line, printed, programme || '.' || phase || ' high', value_high::DOUBLE, unit FROM plan_phase
  UNION ALL SELECT source_id, source_line, printed, figure || ' ' || bound, value::DOUBLE, unit FROM programme_measure
  UNION ALL SELECT source_id, source_line, printed, figure || ' ' || bound, (abs(amount_gbp_literal) / CASE unit WHEN '£k' THEN 1000 WHEN '£m' THEN 1000000 WHEN '£bn' THEN 1000000000 ELSE 1 END)::DOUBLE, unit FROM programme_money
), seen AS (
  SELECT *, lower(replace(printed, ',', '')) AS text,
    list_transform(regexp_extract_all(printed, '(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:[.][0-9]+)?|[.][0-9]+'), lambda digits: replace(digits, ',', '')::DOUBLE)
      || list_transform(regexp_extract_all(replace(printed, ',', ''), '[0-9]+(?:[.][0-9]+)?'), lambda digits: digits::DOUBLE)
      || coalesce((SELECT list(w.number::DOUBLE) FROM word AS w WHERE regexp_matches(lower(cell.printed), '\b' || w.name || '\b')), []) AS numbers
  FROM cell
)
SELECT source_id, source_line, printed, subject, format('{} holds no number {:.10g}.', printed, value) AS detail
FROM seen
WHERE NOT list_contains(numbers, value) AND NOT (regexp_matches(text, '[0-9]k') AND list_contains(numbers, value / 1000))
  AND NOT (regexp_matches(text, 'and (a )?half') AND list_contains(numbers, value - 0.5)) AND NOT (unit = 'hour of day (24h)' AND text LIKE '%pm' AND list_contains(numbers, value - 12))
  AND NOT (unit = '%' AND (text LIKE '%two third%' AND value = 66.7 OR regexp_matches(text, '(one|a) third') AND value = 33.3 OR text LIKE 'no %' AND value = 0))
  AND NOT (text LIKE '%¾%' AND unit = '%' AND value = 75) AND NOT (text LIKE '%¼%' AND list_contains(numbers, value - 0.25)) AND NOT (text LIKE '%three-quarters%' AND value = 0.75) AND NOT (regexp_matches(text, '[0-9]p ') AND list_contains(numbers, round(value * 100)))
  AND NOT (text LIKE '£%-' AND value = 0) AND NOT (text = '-' AND value = 0)
