"""The small file that names the current release."""

from pathlib import Path

from dashboard.errors import StoreError

BUILD_HINT = "Run `placeboard build` to make a release from data/."


def current_release(home: Path) -> Path:
    """Return the release file that the pointer in `home` names.

    Raises:
        StoreError: there is no pointer, or the file it names is missing.
    """
    pointer = home / "current"
    try:
        name = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreError(f"No release has been published in {home}. {BUILD_HINT}") from None
    except OSError as error:
        raise StoreError(
            f"The pointer {pointer} cannot be read: {error.strerror}. Check its permissions."
        ) from None
    release = home / "releases" / name
    if not name or not release.is_file():
        raise StoreError(f"The pointer {pointer} names {name or 'nothing'}, which is not there. {BUILD_HINT}")
    return release
