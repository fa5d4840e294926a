"""The printed scores, with what a reader tries instead."""

from dashboard.domain.view import Cell, Record, Table, View, line_address
from dashboard.domain.words import listed
from dashboard.views.options.setting import LETTERS, WHAT_IF, Setting

# Levels that are the names of colours are shown in them.
TONES = {"red": "high", "amber": "med", "green": "low"}


def scores_view(setting: Setting) -> View:
    """Return the scores by criterion and option, as printed and as tried."""
    head = setting.appraisal.head
    facts = setting.score_facts
    return View(
        name="options.scores",
        title=_title(setting),
        subtitle=f"{head.title}: level by criterion and option.{setting.marked}",
        table=Table(
            f"{len(setting.criteria)} criteria by {len(setting.options)} options, as printed"
            + (f"; a score marked “{WHAT_IF}” is the reader’s own." if setting.tried else "."),
            (
                Cell("Criterion", heading=True),
                *(Cell(setting.full_name(o)) for o in range(len(setting.options))),
            ),
            tuple(
                (
                    Cell(
                        f"{LETTERS[place]} {criterion.title}",
                        heading=True,
                        href=line_address(head.source_id, criterion.source_line),
                    ),
                    *(_cell(setting, option, place) for option in range(len(setting.options))),
                )
                for place, criterion in enumerate(setting.criteria)
            ),
        ),
        facts=(),
        cited=tuple(facts),
        records=tuple(
            _record(setting, o, c) for c in range(len(setting.criteria)) for o in range(len(setting.options))
        ),
        method=f"{head.note} What each level counts is ours, and yours to change; these are even steps "
        "at first. Criteria that no option is better on than another, and criteria with the same "
        "scores, are said under the table: the second may count one judgement twice.",
    )


def _record(setting: Setting, o: int, c: int) -> Record:
    """Return one score for files: as printed, as it counts, and where it stands, if it does."""
    option, criterion = setting.options[o], setting.criteria[c]
    key = (option.option, criterion.criterion)
    printed = setting.printed.get(key)
    return {
        "option": option.option,
        "option_title": option.title,
        "criterion": criterion.criterion,
        "criterion_title": criterion.title,
        "printed": printed.printed if printed else None,
        "level": setting.level(o, c),
        "counts": setting.scale.get(setting.level(o, c)),
        "status": WHAT_IF if key in setting.tried else "printed" if printed else "not printed",
        "source_line": printed.source_line if printed else None,
        "locator": printed.locator if printed else None,
        **setting.audit,
    }


def _cell(setting: Setting, option: int, criterion: int) -> Cell:
    key = (setting.options[option].option, setting.criteria[criterion].criterion)
    note = f"{WHAT_IF}; printed {setting.printed_words(*key)}" if key in setting.tried else ""
    level = setting.level(option, criterion)
    return Cell(level.capitalize() or "Not printed", note=note, tone=TONES.get(level, ""))


def _title(setting: Setting) -> str:
    """Say on how many criteria the options ahead differ, or which option has the most of the best level."""
    if not setting.printed and not setting.tried:
        return "No scores are printed: choose levels to try, marked as yours"
    best = list(setting.scale)[-1]
    counts = [
        sum(setting.level(option, criterion) == best for criterion in range(len(setting.criteria)))
        for option in range(len(setting.options))
    ]
    top = [place for place, count in enumerate(counts) if count == max(counts)]
    differ = [
        criterion
        for criterion in range(len(setting.criteria))
        if len({setting.level(option, criterion) for option in top}) > 1
    ]
    scores = "With what-if scores, " if setting.tried else "The printed scores: "
    one, several = (f"score of {best}", f"scores of {best}") if setting.prints_numbers else (best, f"{best}s")
    if max(counts) == 0:
        return f"{scores}no option has a {one} on any criterion"
    lead = f"{scores}{setting.names(top)} {'have' if len(top) > 1 else 'has'} most {several}, {max(counts)}"
    if len(top) == 1:
        return f"{lead} of {len(setting.criteria)}"
    if not differ:
        return f"{lead} each, and score alike throughout"
    if len(differ) == len(setting.criteria):
        return f"{lead} each, and differ throughout"
    return f"{lead} each, and differ on {listed([setting.quoted(place) for place in differ])} alone"


def dominance_words(setting: Setting) -> str:
    """Say which options another beats whatever the weights."""
    if setting.gaps:
        return ""
    pairs = setting.case.dominated
    if not pairs:
        return "No option is at least as good as another on every criterion, so none can be left out."
    return " ".join(
        f"{setting.name(better)} is nowhere worse than {setting.names([worse])} and somewhere better, so "
        "no weighting puts the second above the first."
        for better, worse in pairs
    )


def overlap_words(setting: Setting) -> str:
    """Return a warning for criteria with the same score for every option: one judgement may count twice."""
    places = range(len(setting.criteria))
    columns = {
        place: tuple(setting.level(option, place) for option in range(len(setting.options)))
        for place in places
    }
    alike = [
        [place for place in places if columns[place] == column] for column in dict.fromkeys(columns.values())
    ]
    groups = [listed([setting.quoted(place) for place in group]) for group in alike if len(group) > 1]
    if not groups:
        return ""
    return (
        f"The same scores stand for {'; and for '.join(groups)}: where they rest on one judgement, it "
        "counts twice."
    )
