"""What is said where a download cannot be read at all, with what to do about it."""

import duckdb

NO_ROOM = (duckdb.OutOfMemoryException, duckdb.IOException, OSError)


def in_words(error: duckdb.Error | OSError) -> str:
    """Return one sentence for a failure that has no row: what is the matter and what helps."""
    if isinstance(error, NO_ROOM):
        return (
            "It cannot be read in the memory and on the disk there are: free space on the disk of "
            "PLACEBOARD_HOME and of temporary files, about twice the size of the file, and import it again."
        )
    return "It cannot be read as a Fingertips download: download it again and import the file as it came."
