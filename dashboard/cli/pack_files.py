"""The files of a pack, written one after the other; loaded when a pack is built, since pages come with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from dashboard.domain.exhibit import Bundle
from dashboard.domain.pack import read_pack
from dashboard.errors import PlaceboardError
from dashboard.exports.aside import written_aside
from dashboard.exports.palette import read_palette
from dashboard.exports.paper import paper_html
from dashboard.exports.pdf import find_browser, pages_of, write_pdf
from dashboard.exports.slides import write_slides
from dashboard.exports.workbook import write_workbook
from dashboard.packs import bundle
from dashboard.settings import Settings
from dashboard.store import Store

Progress = Callable[[str, int, int], None]
Remark = Callable[[str], None]
Write = Callable[[Bundle, Path, Settings, Progress], None]


def build_pack(
    pack: Path, folder: Path, kinds: list[str], settings: Settings, progress: Progress, remark: Remark
) -> Iterator[Path]:
    """Write the files of a pack, one after the other, and give each once it is there.

    `remark` is told of each view that has nothing to show.
    """
    found = read_pack(_text(pack), pack.name)
    _make_folder(folder)
    store = Store(settings.home)
    try:
        total = len(found.items)
        ready = bundle(store, found, pack.name, settings.address, lambda done: progress("views", done, total))
        for one in ready.exhibits:
            if one.view.unfilled:
                remark(f"View {one.number} ({one.view.name}) has nothing to show: {one.view.unfilled}")
        for kind in kinds:
            path = folder / f"{pack.stem}{kind}"
            with written_aside(path) as part:
                WRITERS[kind](ready, part, settings, progress)
            yield path
    finally:
        store.close()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlaceboardError(
            f"{folder} cannot be written to: {error.strerror}. Name another folder with --output."
        ) from error


def _text(pack: Path) -> str:
    try:
        return pack.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise PlaceboardError(f"{pack} cannot be read: {reason}. Name the TOML file of a pack.") from error


def _workbook(ready: Bundle, path: Path, settings: Settings, progress: Progress) -> None:
    progress("workbook", 0, 1)
    write_workbook(ready, path, read_palette(settings.assets / "placeboard.css"))
    progress("workbook", 1, 1)


def _slides(ready: Bundle, path: Path, settings: Settings, progress: Progress) -> None:
    palette, total = read_palette(settings.assets / "placeboard.css"), len(ready.exhibits)
    write_slides(ready, path, palette, settings.slides_template, lambda done: progress("slides", done, total))


def _html(ready: Bundle, path: Path, settings: Settings, progress: Progress) -> None:
    progress("paper", 0, 1)
    path.write_text(paper_html(ready, settings.assets), encoding="utf-8")
    progress("paper", 1, 1)


def _pdf(ready: Bundle, path: Path, settings: Settings, progress: Progress) -> None:
    browser = find_browser(settings.browser)
    progress("pdf", 0, 2)
    write_pdf(paper_html(ready, settings.assets, {}), path, browser)
    # Only now is it known on which page each figure stands; browsers cannot say so in the contents.
    progress("pdf", 1, 2)
    write_pdf(paper_html(ready, settings.assets, pages_of(path)), path, browser)
    progress("pdf", 2, 2)


WRITERS: dict[str, Write] = {".xlsx": _workbook, ".pptx": _slides, ".html": _html, ".pdf": _pdf}
