"""What is said for and against each option, and what became of it."""

from dashboard.domain.fact import Fact
from dashboard.domain.view import Cell, Table, View, line_address
from dashboard.domain.words import listed
from dashboard.queries.options import Appraisal, Argument
from dashboard.views.options.setting import WHAT_IF, Setting

SIDES = {"feature": "What it would be", "pro": "For", "con": "Against"}


def arguments_view(setting: Setting) -> View:
    """Return each option with its standing and every argument for and against, each with its line."""
    appraisal = setting.appraisal
    head = appraisal.head
    sides = ("pro", "con") if appraisal.arguments else ()
    rows = tuple(
        (
            Cell(setting.full_name(place), heading=True, note=option.summary),
            Cell(option.standing.capitalize(), note=option.standing_note),
            *(Cell(str(_count(appraisal, option.option, side)), number=True) for side in sides),
        )
        for place, option in enumerate(appraisal.options)
    )
    told = (
        "each argument with its line, those of documents in our words. The number of arguments is no score."
        if sides
        else "what became of each option. No argument for or against one is printed."
    )
    return View(
        name="options.arguments",
        title=_title(setting),
        subtitle=f"{head.title}: {told}",
        table=Table(
            "Options, what became of them, and how many arguments are printed"
            if sides
            else "Options, and what became of them",
            (
                Cell("Option", heading=True),
                Cell("Standing", heading=True),
                *(Cell(SIDES[side], heading=True, number=True) for side in sides),
            ),
            rows,
        ),
        facts=(),
        cited=tuple(_fact(head.source_id, item) for item in (*appraisal.options, *appraisal.arguments)),
        records=tuple(_record(appraisal, argument) for argument in appraisal.arguments)
        or tuple(_option_record(appraisal, place) for place in range(len(appraisal.options))),
        method=f"{head.note} {_why_unscored(setting)}".strip(),
    )


def arguments_of(appraisal: Appraisal, option: str, side: str) -> list[Argument]:
    """Return the arguments of one side for one option, in the order printed."""
    return [item for item in appraisal.arguments if item.option == option and item.side == side]


def argument_link(appraisal: Appraisal, argument: Argument) -> str:
    """Return the address of the line on which an argument is printed."""
    return line_address(appraisal.head.source_id, argument.source_line)


def unscored_words(setting: Setting) -> str:
    """Return why nothing is scored, and what would change that."""
    return (
        f"The document argues {len(setting.options)} options for and against; it prints no criteria, no "
        "scores and no weights. Counting arguments would make up a score that nobody gave, and criteria "
        "of ours would be our appraisal under the council’s name. When criteria and scores are loaded, "
        f"everything on this page works for them too, and scores you try stay marked “{WHAT_IF}”."
    )


def _why_unscored(setting: Setting) -> str:
    return "" if setting.criteria else unscored_words(setting)


def _title(setting: Setting) -> str:
    standing = [
        f"{setting.names([place])} is {option.standing}"
        for place, option in enumerate(setting.options)
        if option.standing in ("preferred", "recommended")
    ]
    words = listed(standing) if standing else "none is chosen"
    argued = sum(bool(_count(setting.appraisal, item.option, "pro")) for item in setting.options)
    kind = "argued for and against" if argued else "described"
    return f"{len(setting.options)} options are {kind}; {words}"


def _count(appraisal: Appraisal, option: str, side: str) -> int:
    return len(arguments_of(appraisal, option, side))


def _fact(source_id: str, item: object) -> Fact:
    line, locator, name = (getattr(item, part) for part in ("source_line", "locator", "option"))
    return Fact(name, "", None, "", "", "printed", source_id, line, locator)


def _record(appraisal: Appraisal, argument: Argument) -> dict[str, object]:
    option = next(item for item in appraisal.options if item.option == argument.option)
    return {
        "appraisal": appraisal.head.appraisal,
        "option": option.option,
        "option_title": option.title,
        "standing": option.standing,
        "standing_note": option.standing_note,
        "side": argument.side,
        "summary": argument.summary,
        "source_id": appraisal.head.source_id,
        "source_line": argument.source_line,
        "locator": argument.locator,
    }


def _option_record(appraisal: Appraisal, place: int) -> dict[str, object]:
    option = appraisal.options[place]
    return {
        "appraisal": appraisal.head.appraisal,
        "option": option.option,
        "option_title": option.title,
        "summary": option.summary,
        "standing": option.standing,
        "standing_note": option.standing_note,
        "source_id": appraisal.head.source_id,
        "source_line": option.source_line,
        "locator": option.locator,
    }
