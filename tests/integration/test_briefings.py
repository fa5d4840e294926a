"""Briefings from the file to the page: what calls say, what is refused, and what a reader gets."""

import html
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dash import Dash

from dashboard import cli
from dashboard.app import STORE, create_app
from dashboard.components.briefing import around_html, article_html, list_html
from dashboard.components.markup import markup
from dashboard.domain.briefing import LAST_HEADING
from dashboard.domain.briefing_reading import Reading, Said, Shown
from dashboard.errors import BuildError
from dashboard.ingest.build import build_release, data_hash
from dashboard.ingest.rehearse import rehearse
from dashboard.pages.briefings import layout
from dashboard.queries.sources import Source, sources
from dashboard.settings import Settings
from dashboard.store import Store
from dashboard.store.pointer import current_release
from dashboard.views.briefings import BriefingsSelection, readings
from tests.conftest import DATA, MadeUpData, make_up_data
from tests.releases import altered_home

NAMES = [
    "financial-position",
    "delivery-model",
    "savings-options",
    "corporate-risk",
    "health-against-england",
    "which-option",
]
HEAD = "---\ntopic: Money\ntitle: A title\nstandfirst: A line.\norder: 1\n---\n\n"
END = "\n\n## What must be decided\n\nNothing.\n"
LINE = 8
Answer = Callable[[str], Reading]


@pytest.fixture(scope="module")
def found(store: Store) -> list[Reading]:
    return readings(store)


@pytest.fixture(scope="module")
def known(store: Store) -> dict[str, Source]:
    return {source.source_id: source for source in sources(store)}


@pytest.fixture(scope="module")
def made_up_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one release of the made-up figures."""
    folder = tmp_path_factory.mktemp("briefings")
    build_release(make_up_data(folder / "data").path, folder / "home")
    return folder / "home"


@pytest.fixture
def reads(made_up_home: Path, tmp_path: Path) -> Iterator[Answer]:
    """Read a briefing on the made-up figures as the page would, without the build that would refuse it."""
    opened: list[Store] = []

    def answer(body: str) -> Reading:
        text = f"{HEAD}{body}{END}".replace("'", "''")
        statement = f"INSERT INTO briefing VALUES ('made-up', '{text}')"
        opened.append(Store(altered_home(made_up_home, tmp_path / "altered", statement)))
        (reading,) = readings(opened[-1])
        return reading

    yield answer
    for store in opened:
        store.close()


def words(reading: Reading) -> str:
    (said,) = reading.said.values()
    return f"{said.before} {said.text}".strip()


def article(reading: Reading, known: dict[str, Source], *opened: str) -> str:
    return article_html(reading, known, opened)


def text_of(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


# The briefings we ship.


def test_every_briefing_of_ours_reads_without_a_problem(found: list[Reading]) -> None:
    assert [reading.name for reading in found] == NAMES
    assert [reading.problems for reading in found] == [()] * len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_briefing_is_a_five_minute_read_that_ends_with_a_decision(found: list[Reading], name: str) -> None:
    reading = next(reading for reading in found if reading.name == name)
    assert 3 <= reading.minutes <= 6
    assert reading.parts[-1].heading == LAST_HEADING
    assert any("cannot say" in part.heading for part in reading.parts)
    assert reading.sources
    assert any(isinstance(block, Shown) for part in reading.parts for block in part.blocks)


def test_every_figure_of_ours_leads_to_its_source(found: list[Reading], known: dict[str, Source]) -> None:
    for reading in found:
        text = article(reading, known)
        for said in reading.said.values():
            assert not said.text or said.href or said.parents
            for _, href in said.parents:
                assert html.escape(href) in text
        linked = [said for place, said in reading.said.items() if place in placed(reading) and said.text]
        assert text.count('class="pb-figure"') == sum(
            bool(said.href) and said.status not in ("finding", "source") for said in linked
        )


def placed(reading: Reading) -> set[int]:
    """Return the places of the calls that stand in the text below the head."""
    return {
        token.meta["at"]
        for part in reading.parts
        for block in part.blocks
        if not isinstance(block, Shown)
        for outer in block.tokens
        for token in outer.children or []
        if "at" in token.meta
    }


def test_the_words_of_a_briefing_turn_with_its_figures(release_home: Path, tmp_path: Path) -> None:
    before = readings(Store(release_home))[0]
    statement = (
        "UPDATE budget_line SET amount_gbp_m = 9, printed = '9' "
        "WHERE source_line = 2065 AND financial_year = '2020/21'"
    )
    after = readings(Store(altered_home(release_home, tmp_path / "home", statement)))[0]
    assert before.name == after.name == "financial-position"
    said = [{f"{one.before} {one.text}" for one in reading.said.values()} for reading in (before, after)]
    assert "deficit of £148m" in said[0] - said[1]
    assert "surplus of £9m" in said[1] - said[0]
    assert before.mark != after.mark


def test_a_briefing_keeps_its_mark_while_nothing_changes(store: Store, found: list[Reading]) -> None:
    assert [reading.mark for reading in readings(store)] == [reading.mark for reading in found]
    assert len({reading.mark for reading in found}) == len(found)


# What calls say.


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("fact made-up line=11", "−£10m"),
        ("fact made-up line=12 as=deficit", "deficit of £20.5m"),
        ('fact made-up period="2020/21" table="table 1" printed="(20.5)" as=size digits=0', "£20m"),
        ('fact made-up figure="Cumulative deficit" as=period', "2020/21"),
        ("fact made-up measure=cumulative subject=do_nothing.all", "−£1,398m"),
        ("source made-up", "Made-up forecast, 31 January 2020"),
        ("source made-up as=vintage", "Draft, January 2020"),
    ],
)
def test_a_call_says_its_figure(reads: Answer, call: str, said: str) -> None:
    reading = reads(f"It is {{{{ {call} }}}}.")
    assert reading.problems == ()
    assert words(reading) == said
    assert reading.sources == ("made-up",)


def test_figures_are_worked_out_from_named_ones_and_say_from_where(reads: Answer) -> None:
    body = (
        "{{ fact made-up line=11 name=one as=unshown }}{{ fact made-up line=12 name=two as=unshown }}"
        "{{ difference two one as=change name=less }} {{ sum one two }} {{ share one two }} "
        "{{ share one two as=words }} {{ sum less one as=size }} {{ figure two as=deficit }}"
    )
    reading = reads(body)
    assert reading.problems == ()
    said = [reading.said[place] for place in sorted(reading.said)]
    texts = [f"{one.before} {one.text}".strip() for one in said]
    assert texts == [
        "",
        "",
        "fall of £10.5m",
        "−£30.5m",
        "49%",
        "nearly half",
        "£20.5m",
        "deficit of £20.5m",
    ]
    lines = (
        ("line 12", "/sources?source=made-up&line=12"),
        ("line 11", "/sources?source=made-up&line=11"),
    )
    assert said[2].parents == lines
    assert said[6].parents == lines
    assert (said[2].status, said[7].status) == ("derived", "printed")


def test_a_figure_printed_twice_on_a_line_is_one_figure(made_up_data: MadeUpData, home: Path) -> None:
    row = "do_nothing,in_year,{0},all,2019/20,-10,(10),11,{1},printed"
    made_up_data.budget(row.format("In-year", "Table 1"), row.format("In-year again", "Table 2"))
    made_up_data.write("briefings/one.md", f"{HEAD}{{{{ fact made-up line=11 }}}}{END}", sealed=False)
    build_release(made_up_data.path, home)
    assert words(readings(Store(home))[0]) == "−£10m"


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ("fact made-up", "say which figure of made-up: line="),
        ("fact nowhere line=1", "there is no source nowhere. There are made-up."),
        ("fact made-up line=99", "made-up has no figure with line=99. Look it up"),
        ("fact made-up line=11 period=2030/31", 'That line holds: figure="In-year deficit" period=2019/20'),
        (
            "fact made-up measure=in_year",
            '2 figures fit. Add what tells them apart: line="11" period="2019/20"',
        ),
        ("figure lost", "no call gives the name lost. The names given are none;"),
        ("sum one two", "no call gives the name one."),
        ("query nothing", "there is no query nothing. There are "),
        ("query risks", "the query risks finds nothing to count."),
        ("finding deficit.nothing", "There is no view deficit.nothing. The views are deficit.trajectory,"),
        ("finding deficit.bridge?measure=loud", "The address asks for measure “loud”, but it can be in_year"),
        (
            "finding deficit.bridge?colour=red",
            "The address asks for “colour”, which this page does not have.",
        ),
    ],
)
def test_a_call_that_cannot_be_answered_says_what_to_do(reads: Answer, call: str, problem: str) -> None:
    reading = reads(f"Text\nand {{{{ {call} }}}}.")
    ((line, said),) = [(one.line, one.words) for one in reading.problems]
    assert line == LINE + 1
    assert said.startswith(f"{{{{ {call.replace(chr(34), '')} }}}}: ")
    assert problem in said


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("{{ sum one one name=one }}", "one is worked out from itself."),
        (
            "{{ fact made-up line=11 name=a }}{{ share a a name=part }}{{ sum part a }}",
            "part and a are in % and £m, not in one unit.",
        ),
        (
            "{{ fact made-up line=11 name=a }}{{ difference a a name=no as=unshown }}{{ share a no }}",
            "no is nothing, so no share of it can be taken.",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_said(reads: Answer, body: str, problem: str) -> None:
    ((_, said),) = [(one.line, one.words.partition(": ")[2]) for one in reads(body).problems]
    assert said == problem


def test_a_date_has_no_value_and_a_table_alone_no_chart(release_home: Path, tmp_path: Path) -> None:
    text = f"{HEAD}{{{{ fact psdm-2017 line=1002 }}}}\n\n{{{{ chart delivery.decisions }}}}{END}"
    statement = f"INSERT INTO briefing VALUES ('a', '{text}')"
    store = Store(altered_home(release_home, tmp_path / "home", "DELETE FROM briefing", statement))
    (reading,) = readings(store)
    assert [one.words.partition(": ")[2] for one in reading.problems] == [
        "it is printed as “June 2017” and has no value. Say it as=period.",
        "delivery.decisions has no chart. Write {{ table delivery.decisions }}.",
    ]


# What stops a build.


def test_a_broken_call_stops_the_build_with_file_and_line(made_up_data: MadeUpData, home: Path) -> None:
    kept = build_release(made_up_data.path, home)
    text = f"{HEAD}One.\n\nTwo {{{{ fact made-up line=99 }}}} and 5.{END}"
    path = made_up_data.write("briefings/broken.md", text, sealed=False)
    with pytest.raises(BuildError) as caught:
        build_release(made_up_data.path, home)
    assert [problem.split(": ")[0] for problem in caught.value.problems] == [f"{path}, line {LINE + 2}"] * 2
    assert rehearse(made_up_data.path).problems == caught.value.problems
    assert current_release(home) == kept
    assert list((home / "releases").iterdir()) == [kept]


def test_a_briefing_is_part_of_what_a_release_is_built_from(made_up_data: MadeUpData, home: Path) -> None:
    before = data_hash(made_up_data.path)
    made_up_data.write("briefings/one.md", f"{HEAD}Text.{END}", sealed=False)
    assert data_hash(made_up_data.path) != before
    build_release(made_up_data.path, home)
    assert [reading.name for reading in readings(Store(home))] == ["one"]


def test_a_file_that_no_address_can_hold_is_refused(made_up_data: MadeUpData, home: Path) -> None:
    made_up_data.write("briefings/Two Words.md", f"{HEAD}Text.{END}", sealed=False)
    made_up_data.write("briefings/other.md", "", sealed=False).write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BuildError) as caught:
        build_release(made_up_data.path, home)
    assert len(caught.value.problems) == 2
    assert "a name has small letters, digits and hyphens. Rename the file." in caught.value.problems[0]
    assert "Save it as UTF-8 text." in caught.value.problems[1]


# What a reader gets.


def test_nothing_that_a_briefing_or_its_figures_hold_becomes_html(
    made_up_data: MadeUpData, home: Path
) -> None:
    row = 'do_nothing,in_year,"<b>""x""</b>",all,2019/20,-10,"<i>(10)",11,<u>Table,printed'
    made_up_data.budget(row)
    made_up_data.write("checks/figure_is_small.sql", "-- promise: None.\n" + QUIET, sealed=False)
    head = HEAD.replace("A title", "<script>a</script>").replace("Money", "<b>")
    text = f"{head}<script>b</script> {{{{ fact made-up line=11 }}}}{END}"
    made_up_data.write("briefings/one.md", text, sealed=False)
    build_release(made_up_data.path, home)
    store = Store(home)
    found, known = readings(store), {source.source_id: source for source in sources(store)}
    shown = article(found[0], known) + list_html(found, known) + around_html(found[0], found)
    assert not re.search(r"<(script|b|i|u)\b", shown)
    assert "&lt;b&gt;" in shown


QUIET = "SELECT '' AS source_id, 1 AS source_line, '' AS printed, '' AS subject, '' AS detail WHERE false\n"


def test_a_part_names_its_documents_and_says_what_is_extrapolated(
    found: list[Reading], known: dict[str, Source]
) -> None:
    text = text_of(article(found[0], known))
    assert "Draft, January 2017 Lancashire Public Service Delivery Model, interim draft report" in text
    reads = article(found[1], known)
    assert 'href="/delivery#delivery-flow-card"' in reads
    assert "See it among the delivery figures" in reads
    starred = Said("£20m", status="extrapolated", href="/sources?source=psdm-2017&line=2195")
    assert "£20m*" in article(replace(found[0], said={2: starred}), known)


def test_a_card_keeps_its_parts_and_opens_the_table_that_the_address_names(
    found: list[Reading], known: dict[str, Source]
) -> None:
    closed, opened = (html.unescape(article(found[0], known, *table)) for table in ((), ("bridge",)))
    assert closed.count('<details data-pb-table="bridge">') == 1
    assert opened.count('<details open data-pb-table="bridge">') == 1
    assert '<h3 id="deficit-bridge-title">' in closed
    assert "table=bridge" in opened
    ids = re.findall(r' id="([^"]+)"', closed)
    assert len(ids) == len(set(ids))


def test_a_call_that_cannot_be_answered_leaves_a_gap_and_not_a_fault(
    reads: Answer, known: dict[str, Source]
) -> None:
    reading = reads("Before {{ fact made-up line=99 }} after.\n\n{{ chart deficit.nothing }}")
    assert text_of(article(reading, known)) == "Before after. What must be decided Nothing."


@pytest.fixture(scope="module")
def app(release_home: Path) -> Iterator[Dash]:
    made = create_app(Settings(home=release_home))
    yield made
    made.server.extensions[STORE].close()


def page(app: Dash, name: str = "") -> str:
    with app.server.test_request_context():
        return markup([layout(app.server.extensions[STORE], BriefingsSelection(briefing=name))])


def test_the_list_has_every_briefing_with_its_line_its_length_and_its_documents(app: Dash) -> None:
    text = html.unescape(page(app))
    assert re.search(
        r"6 briefings, \d\d minutes in all, on what \d documents say, the latest of quarter 3 2019/20", text
    )
    assert re.findall(r'data-pb-briefing="([^"]+)"', text) == NAMES
    assert all(f'href="/?briefing={name}"' in text for name in NAMES)
    assert len(re.findall(r'data-pb-mark="[0-9a-f]{12}"', text)) == len(NAMES)
    assert "The financial position. About 4 minutes" in text


def test_a_briefing_leads_to_its_parts_and_to_the_next(app: Dash) -> None:
    text = html.unescape(page(app, NAMES[1]))
    assert "Briefing: The delivery model and what it would take. About" in text
    assert 'href="#briefing-what-must-be-decided"' in text
    assert f'href="/?briefing={NAMES[0]}"' in text
    assert f'href="/?briefing={NAMES[2]}"' in text
    assert text.count('class="pb-progress"') == 1


def test_the_first_and_the_last_briefing_have_one_neighbour(found: list[Reading]) -> None:
    assert around_html(found[0], found).count("<li>") == 2
    assert around_html(found[-1], found).count("<li>") == 2


def test_without_briefings_the_page_says_how_to_add_one(release_home: Path, tmp_path: Path) -> None:
    made = create_app(Settings(home=altered_home(release_home, tmp_path / "home", "DELETE FROM briefing")))
    text = page(made)
    assert "No briefing is loaded" in text
    assert "placeboard briefing new NAME" in text
    made.server.extensions[STORE].close()


# The command.


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    monkeypatch.setenv("PLACEBOARD_DATA", str(tmp_path))

    def command(*arguments: str, status: int = 0) -> str:
        monkeypatch.setattr(sys, "argv", ["placeboard", "briefing", *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capfd.readouterr()
        assert int(ended.value.code or 0) == status
        return out + err

    return command


def test_the_command_writes_a_briefing_to_begin_from(run: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "briefings" / "winter-plan.md"
    assert f"Wrote {path}." in run("new", "winter-plan")
    assert path.read_text(encoding="utf-8").startswith("---\ntopic: ")


def test_the_command_overwrites_nothing_and_refuses_a_bad_name(
    run: Callable[..., str], tmp_path: Path
) -> None:
    run("new", "winter-plan")
    path = tmp_path / "briefings" / "winter-plan.md"
    path.write_text("Mine.", encoding="utf-8")
    assert "is there already and was left alone" in run("new", "winter-plan", status=1)
    assert path.read_text(encoding="utf-8") == "Mine."
    assert "is no name" in run("new", "../Winter", status=1)


def test_the_documentation_names_every_call() -> None:
    text = (DATA.parent / "docs" / "briefings.md").read_text(encoding="utf-8")
    for kind in (
        "fact",
        "figure",
        "difference",
        "sum",
        "share",
        "query",
        "source",
        "finding",
        "chart",
        "table",
    ):
        assert f"{{{{ {kind} " in text
