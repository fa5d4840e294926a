"""HTML to PDF by Chromium on this machine, without a window and without a network."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from pypdf import PdfReader

from dashboard.errors import PlaceboardError

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
SECONDS = 120
# Charts are drawn before the page is printed; this much time passes for the page's own clock.
DRAWING_MS = 20_000
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--no-pdf-header-footer",
    # What a PDF names as its maker.
    "--user-agent=Placeboard",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    f"--virtual-time-budget={DRAWING_MS}",
)


def find_browser(named: Path | None) -> str:
    """Return the Chromium to print with: the one named by the settings, or the first on PATH.

    Raises:
        PlaceboardError: there is none.
    """
    if named is not None:
        found = shutil.which(str(named))
        if not found:
            raise PlaceboardError(
                f"PLACEBOARD_BROWSER names {named}, which is no program. Name Chromium, or unset it."
            )
        return found
    known = next(filter(None, map(shutil.which, NAMES)), None)
    if not known:
        raise PlaceboardError(
            "A PDF needs Chromium, which is not on PATH. Install it (on Debian: apt-get install chromium), "
            "or name it in PLACEBOARD_BROWSER, or print the HTML pack from any browser."
        )
    return known


def write_pdf(html: str, path: Path, browser: str) -> None:
    """Print a page to `path`; nothing is asked of any network.

    Raises:
        PlaceboardError: the browser failed or took too long.
    """
    with tempfile.TemporaryDirectory(prefix="placeboard-", ignore_cleanup_errors=True) as folder:
        page = Path(folder) / "paper.html"
        page.write_text(html, encoding="utf-8")
        # The browser's own sandbox does not work for root, as in a container.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={path.resolve()}"]
        _run([browser, *OPTIONS, *root, *own, page.as_uri()])
    if not path.exists() or not path.read_bytes().startswith(b"%PDF"):
        raise PlaceboardError(f"{browser} wrote no PDF. Print the HTML pack from a browser instead.")


def pages_of(path: Path) -> dict[str, int]:
    """Return the page on which each element stands that a link of the paper leads to, by its id."""
    reader = PdfReader(path)
    found = {}
    for name, place in reader.named_destinations.items():
        number = reader.get_destination_page_number(place)
        if number is not None:
            found[name.removeprefix("/")] = number + 1
    return found


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603 - no shell, our words
    except subprocess.TimeoutExpired as error:
        raise PlaceboardError(
            f"{command[0]} took longer than {SECONDS} s for the PDF. Build fewer views, or try again."
        ) from error
    except (subprocess.CalledProcessError, OSError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise PlaceboardError(f"{command[0]} could not write the PDF: {' '.join(last)}") from error
