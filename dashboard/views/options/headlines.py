"""The finding of the page and its headline figures."""

from dataclasses import dataclass

from dashboard.domain.view import line_address
from dashboard.domain.words import listed, within_sentence
from dashboard.views.options.acceptability import first_words
from dashboard.views.options.sensitivity import tie_words
from dashboard.views.options.setting import OptionsSelection, Setting, setting, shown

CHOSEN = ("preferred", "recommended")


@dataclass(frozen=True, slots=True)
class Tile:
    """A headline: label, value, one sentence of meaning, and where it is from, as words and address."""

    label: str
    value: str
    meaning: str
    cite: str
    href: str
    derived: bool = True


def finding(found: Setting) -> str:
    """Return the headline: what the printed scores say when every criterion counts the same.

    It says on what it stands, since what a reader sets does not change it.
    """
    if not found.appraisal.levels:
        return f"{found.appraisal.head.title}: {len(found.options)} options are argued, and none is scored"
    plain = setting(found.appraisal, OptionsSelection(), found.release)
    if plain.gaps:
        return (
            f"{found.appraisal.head.title}: {_missing(len(plain.gaps))}, so no option leads as it is printed"
        )
    leaders = plain.case.leaders
    when = f"when every criterion counts the same{_usual_scale(plain)}"
    if len(leaders) > 1:
        who = "all options" if len(leaders) == len(plain.options) else plain.names(leaders)
        return f"As printed, {who} tie {when}; what you value decides between them"
    share = float(plain.case.acceptability.share[leaders[0], 0])
    return (
        f"As printed, {within_sentence(plain.name(leaders[0]))} leads {when}, and comes first in "
        f"{shown(share)}% of all weightings"
    )


def _usual_scale(plain: Setting) -> str:
    """Return the numbers that words or colours stand for, where the document prints none."""
    if plain.prints_numbers:
        return ""
    levels = sorted(plain.appraisal.levels, key=lambda level: level.number)
    return f" ({listed([f'{level.level} {level.number:g}' for level in levels])})"


def _missing(gaps: int) -> str:
    return "a score is missing" if gaps == 1 else f"{gaps} scores are missing"


def standfirst(found: Setting) -> str:
    """Return what the page lets a reader do, and what the document leaves open."""
    if not found.appraisal.levels:
        return (
            f"{found.appraisal.head.question} The document gives reasons, not numbers. They stand side by "
            "side, each with its line."
        )
    chosen = [place for place, option in enumerate(found.options) if option.standing in CHOSEN]
    who = f"The document chose {found.names(chosen)} and prints" if chosen else "The document prints"
    what = "numbers without weights" if found.prints_numbers else "neither numbers nor weights"
    return (
        f"{found.appraisal.head.question} {who} {what}. Set your own, and see how far they can move "
        "before the answer changes."
    )


def headlines(found: Setting) -> list[Tile]:
    """Return who is ahead at the weights set, what was chosen, and who comes first over all weightings."""
    return [_ahead(found), _chosen(found), _first(found)]


def _ahead(found: Setting) -> Tile:
    leaders = found.case.leaders
    tie = "A tie" if len(leaders) > 1 else "A lead"
    label = f"Ahead at {'equal' if found.case.equal else 'your'} weights"
    breaks = f" {tie_words(found)}." if len(leaders) > 1 else ""
    meaning = f"{tie} at {shown(max(found.case.totals))} of 100.{breaks}{found.marked}"
    value = " and ".join(str(place + 1) for place in leaders)
    return Tile(label, f"Option{'s' * (len(leaders) > 1)} {value}", meaning, *_cite(found))


def _chosen(found: Setting) -> Tile:
    chosen = [place for place, option in enumerate(found.options) if option.standing in CHOSEN]
    if not chosen:
        return Tile(
            "Chosen in the document", "None", "No option is named as chosen.", *_cite(found), derived=False
        )
    place = chosen[0]
    option = found.options[place]
    rank = found.case.ranks[place]
    level = " with others" if found.case.ranks.count(rank) > 1 else ""
    meaning = f"{option.title}. It ranks {rank}{level} here. {option.standing_note}"
    head = found.appraisal.head
    where = f"{option.locator}, line {option.source_line}"
    return Tile(
        "Chosen in the document",
        found.name(place),
        meaning,
        where,
        line_address(head.source_id, option.source_line),
        derived=False,
    )


def _first(found: Setting) -> Tile:
    shares = found.case.acceptability.share
    order = sorted(range(len(found.options)), key=lambda place: -float(shares[place, 0]))
    alike, share = first_words(found, order)
    most = "Neither wins most of the time." if len(alike) == 2 and shares[alike[0], 0] < 0.5 else ""
    meaning = f"{found.names(alike).capitalize()}{', each' * (len(alike) > 1)}. {most}{found.marked}"
    return Tile("First over all weightings", share.capitalize(), meaning.strip(), *_cite(found))


def _cite(found: Setting) -> tuple[str, str]:
    head = found.appraisal.head
    return f"{head.locator}, line {head.source_line}", line_address(head.source_id, head.source_line)
