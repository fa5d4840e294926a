"""A pack as HTML text: its list to arrange, the row of keys under a slide, and what the speaker reads."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.address import Selection
from dashboard.domain.pack import LONGEST_TITLE, Item
from dashboard.domain.pack_address import item_text
from dashboard.domain.view import View

FILES = {"pptx": "Slides (PPTX)", "pdf": "Paper (PDF)", "xlsx": "Workbook (XLSX)", "html": "One file (HTML)"}
ACTS = {"up": "Up", "down": "Down", "remove": "Remove"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One view of a pack as it stands: what is shown, with which choices; or why nothing is."""

    item: Item
    problem: str = ""
    view: View | None = None
    selection: Selection | None = None
    page: str = ""
    href: str = ""
    choices: str = ""

    @property
    def title(self) -> str:
        """The title of its own, else the finding, else its name."""
        return self.item.title or (self.view.title if self.view else self.item.name)


def begin_html() -> str:
    """Return what a pack is and how to begin one."""
    return (
        '<section class="pb-card"><h2>What a pack is</h2><p class="pb-prose">A pack is a list '
        "of views in the "
        "order you want to show them, each with a title and speaker notes of your own. The views stay "
        "live: each shows the figures of this release, with its source. The pack is in the address, so "
        "a link shows it on another device; notes too long for a link stay on this one, and in the file.</p>"
        f"{_load_html()}</section>"
    )


def _load_html() -> str:
    return (
        '<h2>Open a pack from a file</h2><p><label class="pb-label" for="present-file">Pack '
        "(TOML file)</label>"
        '<input class="form-control" type="file" id="present-file" accept=".toml" '
        'aria-describedby="present-said"></p><p id="present-said" role="status"></p>'
    )


def list_html(entries: Sequence[Entry], title: str, date: str, query: str, *, kept: bool) -> str:
    """Return a pack to arrange: its title and day, what can be done with it, and each view in order.

    `kept` says that its notes are not in the address, but on the device where they were written.
    """
    items = Markup().join(_entry(place, entry) for place, entry in enumerate(entries, 1))
    return str(
        Markup(
            '<div class="pb-pack-head"><p><label class="pb-label" for="present-title">Title of '
            "the pack</label>"
            '<input class="form-control" id="present-title" maxlength="{}" value="{}"></p>'
            '<p><label class="pb-label" for="present-date">Day it is for</label>'
            '<input class="form-control" id="present-date" maxlength="100" value="{}"></p></div>'
            '<ul class="pb-pack-acts"><li><a class="btn btn-primary" id="present-begin" '
            'href="/present{}&amp;slide=1" data-pb-pack="&amp;slide=1">Present</a></li>'
            '<li><button type="button" class="btn btn-outline-secondary" id="present-save">'
            "Save as file</button></li>"
            '<li><button type="button" class="btn btn-outline-secondary" id="present-own" hidden>'
            "Make this my pack</button></li></ul>"
            '<p id="present-said" role="status"></p>{}{}'
            '<ol class="pb-pack" aria-label="Views of this pack, in order">{}</ol>'
        ).format(LONGEST_TITLE, title, date, query, _elsewhere() if kept else "", _files(), items)
    )


def _elsewhere() -> Markup:
    """Return where notes are that are not in the address; the device that has them hides it."""
    return Markup(
        '<p class="pb-state" data-pb-kept="">The notes of this pack are too long for a link. They are on the '
        "device where they were written, and in its file.</p>"
    )


def _files() -> Markup:
    """Return what has a file made of the pack, shows how far it is, and leads to it."""
    buttons = Markup().join(
        Markup(
            '<li><button type="button" class="btn btn-outline-secondary" data-pb-file="{}">{}</button></li>'
        ).format(kind, words)
        for kind, words in FILES.items()
    )
    return Markup(
        '<section class="pb-pack-files" aria-labelledby="present-files-title"><h2 id="present-files-title">'
        'Files to take along</h2><ul class="pb-pack-acts">{}</ul>'
        '<p id="present-making" hidden><progress id="present-progress" aria-label="How far the file is">'
        '</progress> <span id="present-step"></span> <button type="button" class="pb-link" id="present-stop">'
        'Stop</button></p><p id="present-ready" hidden></p></section>'
    ).format(buttons)


def _entry(place: int, entry: Entry) -> Markup:
    where = (
        Markup('<p class="pb-sub"><a href="{}">{}</a>{}</p>').format(
            entry.href, entry.page, f". {entry.choices}" if entry.choices else ""
        )
        if entry.view
        else Markup('<p class="pb-state err">{}</p>').format(entry.problem)
    )
    return Markup(
        '<li data-pb-item="{}" data-pb-finding="{}"><div><h2><span class="pb-grip" draggable="true" '
        'title="Drag to move" aria-hidden="true">⠿</span> <span '
        'class="pb-pack-title">{}</span></h2>{}{}</div>'
        '<ul class="pb-pack-acts">{}</ul></li>'
    ).format(
        item_text(entry.item),
        entry.view.title if entry.view else entry.item.name,
        entry.title,
        where + _unfilled(entry),
        _fields(place, entry.item),
        Markup().join(_act(act, words, place, entry.title) for act, words in ACTS.items()),
    )


def _unfilled(entry: Entry) -> Markup:
    """Return a warning where a view would be presented that has nothing to show."""
    reason = entry.view.unfilled if entry.view else ""
    return (
        Markup('<p class="pb-state">There is nothing to show: {}</p>').format(reason) if reason else Markup()
    )


def _fields(place: int, item: Item) -> Markup:
    return Markup(
        '<details{}><summary>Own title and notes</summary><p><label class="pb-label" '
        'for="present-own-{}">Own '
        'title</label><input class="form-control" id="present-own-{}" data-pb-own="title" maxlength="{}" '
        'value="{}" placeholder="As found in the figures"></p><p><label class="pb-label" '
        'for="present-notes-{}">'
        'Speaker notes</label><textarea class="form-control" id="present-notes-{}" '
        'data-pb-own="notes" rows="3">'
        "\n{}</textarea></p></details>"
    ).format(
        Markup(" open") if item.title or item.notes else "",
        place,
        place,
        LONGEST_TITLE,
        item.title,
        place,
        place,
        item.notes,
    )


def _act(act: str, words: str, place: int, title: str) -> Markup:
    return Markup(
        '<li><button type="button" class="btn btn-outline-secondary" id="present-{}-{}" data-pb-act="{}">{}'
        '<span class="visually-hidden">: {}</span></button></li>'
    ).format(act, place, act, words, title)


def deck_html(entry: Entry, place: int, total: int) -> str:
    """Return the row under a slide: back and next, where the show stands, its keys, and the ways out."""
    page = (
        Markup(
            '<a class="btn btn-outline-secondary" href="{}">Page<span class="visually-hidden">: {}</span></a>'
        ).format(entry.href, entry.page)
        if entry.view
        else Markup()
    )
    return str(
        Markup(
            '{}{}<span class="pb-count">Slide <b>{}</b> of {}</span><span class="pb-more" id="present-more" '
            "hidden>↓ More below</span>"
            '<span class="pb-muted pb-wide pb-keys"><kbd>←</kbd> <kbd>→</kbd> move<span class="pb-jump">, '
            "number and <kbd>Enter</kbd> jump</span>"
            "<span data-pb-letters>, <kbd>B</kbd> blank, <kbd>F</kbd> full screen</span>, "
            "<kbd>Esc</kbd> leave</span>"
            '<button type="button" class="pb-link" id="present-letters" aria-pressed="true">Keys '
            "B and F</button>"
            '{}<button type="button" class="btn btn-outline-secondary" id="present-window">Notes</button>'
            '<button type="button" class="btn btn-outline-secondary" id="present-leave">Leave</button>'
        ).format(_step("back", "Back"), _step("next", "Next"), place, total, page)
    )


def _step(way: str, words: str) -> Markup:
    kind = "primary" if way == "next" else "outline-secondary"
    return Markup('<button type="button" class="btn btn-{}" id="present-{}">{}</button>').format(
        kind, way, words
    )


def speaker_html(entry: Entry, following: Entry | None, *, kept: bool) -> str:
    """Return what the speaker reads: the notes of a slide, the title of the next, and two clocks."""
    notes = entry.item.notes or ("" if kept else "No notes for this slide.")
    return str(
        Markup(
            '<p class="pb-speaker-clock"><span>Time <b id="present-clock">–</b></span> <span>Elapsed '
            '<b id="present-elapsed">–</b></span> <button type="button" class="pb-link" id="present-restart">'
            "Start the clock again</button></p>"
            '<div class="pb-deck">{}{}</div>'
            '<h2>Notes</h2>{}<div class="pb-speaker-notes">{}</div><h2>Next</h2><p>{}</p>'
        ).format(
            _step("back", "Back"),
            _step("next", "Next"),
            _elsewhere() if kept else "",
            notes,
            following.title if following else "This is the last slide.",
        )
    )
