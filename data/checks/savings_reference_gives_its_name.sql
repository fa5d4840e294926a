-- promise: The short name of an option is its reference in lower case.
SELECT source_id, source_line, reference AS printed, option_id AS subject, format('{} is kept as {}.', reference, option_id) AS detail FROM savings_option WHERE option_id <> lower(reference)
