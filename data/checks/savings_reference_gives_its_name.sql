-- promise: The short name of an option is its reference in lower case, with _ for whatever is neither letter nor digit.
SELECT source_id, source_line, reference AS printed, option_id AS subject, format('{} is kept as {}.', reference, option_id) AS detail FROM savings_option WHERE option_id <> trim(regexp_replace(lower(reference), '[^a-z0-9]+', '_', 'g'), '_')
