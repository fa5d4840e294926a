"""Measure, show, write docs/bench.md, and exit 1 when a limit is broken."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from typing import IO

from rich.console import Console

from .browser import Visit, redraws, visit
from .cases import CHANGES, DEFICIT, LEVERS, OUTCOMES, SAVINGS, Case
from .indicators import VALUES, Imported, import_indicators
from .levers import MOST_MS, moves_ms
from .load import Question, ask, percentile
from .packs import MOST_S, VIEWS, files_s, meanwhile
from .report import Result, show, write
from .searches import MOST_MS as SEARCH_MOST_MS
from .searches import searches_ms
from .servers import CALLBACK, ROOT, Server, environment, floor, product

IMPORT = "import time; started = time.perf_counter(); import {}; print(time.perf_counter() - started)"
FIRST_REQUESTS = 48
MOVES = 20

say = Console(stderr=True).print


def main() -> int:
    """Return 0 when every limit holds, else 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often everything is measured (5)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, (Path(folder) / "log").open("w+") as log:
        home = Path(folder) / "home"
        try:
            imported = _built(home, Path(folder))
            results, files = _measure(home, log, arguments.rounds)
            results += _import_results(imported)
        except RuntimeError as error:
            log.seek(0)
            say(f"{error} The servers said:\n{log.read()[-3000:]}", markup=False)
            return 1
    show(results)
    write(ROOT / "docs" / "bench.md", results, files, arguments.rounds)
    return 0 if all(result.holds for result in results) else 1


def _built(home: Path, folder: Path) -> Imported:
    """Build a release with millions of indicator values in it."""
    subprocess.run([sys.executable, "-m", "dashboard", "build"], cwd=ROOT, env=environment(home), check=True)
    say(f"Importing {VALUES:,} made-up indicator values")
    return import_indicators(home, folder)


def _import_results(imported: Imported) -> list[Result]:
    """Return what the import took; its memory may not follow the size of the file."""
    what = f"Import of {VALUES / 1e6:.1f} million indicator values"
    return [
        Result(f"{what}, time", "s", imported.seconds),
        Result(f"{what}, size of the file", "MB", imported.file_mb),
        Result(f"{what}, most memory held", "MB", imported.peak_mb, most=1000),
    ]


def _measure(home: Path, log: IO[str], rounds: int) -> tuple[list[Result], dict[str, int]]:
    with _pair(home, log):
        pass  # what is compressed once is not part of a start
    say("Imports and starts")
    imports = [(_import_s("dashboard.app"), _import_s("tests.bench.floor")) for _ in range(rounds)]
    starts = [_start_s(home, log) for _ in range(rounds)]
    visits = _visits(home, log, DEFICIT, rounds)
    others = {case: _visits(home, log, case, rounds) for case in (LEVERS, SAVINGS, OUTCOMES)}
    if not all(visits["product"][0].posted.values()):
        raise RuntimeError("The product posted nothing when a choice was made.")
    questions = {
        "product": [Question(CALLBACK, body) for body in visits["product"][0].posted.values()],
        "floor": [
            Question(f"/figure{DEFICIT.path}?chart={DEFICIT.card}&value={value}") for value in DEFICIT.values
        ],
    }
    say("First requests of a fresh worker")
    first_errors = _first_errors(home, log, questions["product"])
    with _pair(home, log) as servers:
        answers, errors = _load(servers, questions, rounds)
        memory = {server.name: server.resident_mb() for server in servers}
    fresh = _not_remembered(home, log, questions["product"], rounds)
    ours, theirs = visits["product"], visits["floor"]

    def pair(name: str, unit: str, values: tuple[float, float], ratio: float) -> Result:
        return Result(name, unit, values[0], values[1], ratio=ratio)

    results = [
        *_seen(DEFICIT, ours, theirs),
        *(result for case, seen in others.items() for result in _seen(case, seen["product"], seen["floor"])),
        *_changes(home, log, rounds),
        *_moves(home, log, rounds),
        *_searches(home, log, rounds),
        *_packs(home, log, questions["product"], answers["floor", 1, 0.5]),
        pair("Callback p50, 1 client", "ms", (answers["product", 1, 0.5], answers["floor", 1, 0.5]), 1.5),
        pair("Callback p95, 8 clients", "ms", (answers["product", 8, 0.95], answers["floor", 8, 0.95]), 1.5),
        Result("Callback p50, 1 client, not remembered", "ms", fresh, answers["floor", 1, 0.5]),
        Result("Errors under load", "", errors, most=0),
        Result("Errors of 48 first requests", "", first_errors, most=0),
        pair("Resident memory of a worker", "MB", (memory["product"], memory["floor"]), 1.5),
        Result(
            "Import of the app",
            "s",
            median(value for value, _ in imports),
            median(value for _, value in imports),
            most=1.5,
        ),
        Result("Second start", "s", median(starts), most=3),
    ]
    return results, ours[0].bytes_by_file


def _visits(home: Path, log: IO[str], case: Case, rounds: int) -> dict[str, list[Visit]]:
    """Return what the browser saw of a page at the product and at the floor, in turn."""
    with _pair(home, log) as servers:
        visits: dict[str, list[Visit]] = {server.name: [] for server in servers}
        for number in range(rounds):
            say(f"Visits of {case.path}, round {number + 1} of {rounds}")
            for server in servers[:: 1 if number % 2 else -1]:
                visits[server.name].append(visit(server, case, warm=3, choices=2))
    return visits


def _seen(case: Case, ours: list[Visit], theirs: list[Visit]) -> list[Result]:
    """Return what the visits of a page come to."""
    page = f"/{case.page}"
    return [
        Result(
            f"{page}, first visit, transferred",
            "kB",
            max(seen.bytes for seen in ours) / 1000,
            max(seen.bytes for seen in theirs) / 1000,
            most=900,
        ),
        Result(f"{page}, requests to other hosts", "", sum(len(seen.strangers) for seen in ours), most=0),
        Result(
            f"{page}, cold draw",
            "ms",
            median(seen.cold_ms for seen in ours),
            median(seen.cold_ms for seen in theirs),
            ratio=1.8,
        ),
        Result(f"{page}, warm draw", "ms", _all_warm(ours), _all_warm(theirs), ratio=3),
        Result(f"{page}, change of filter", "ms", _all_redraw(ours), _all_redraw(theirs), ratio=1.7),
    ]


def _changes(home: Path, log: IO[str], rounds: int) -> list[Result]:
    """Return how long a change takes until everything that it changes stands."""
    results = []
    for change in CHANGES:
        say(f"{change.path}, {change.name}")
        with product(home, log) as server:
            times = redraws(server, change, rounds)
        for share, most in ((0.5, None), (0.95, change.most_ms)):
            name = f"{change.path}, {change.name}, all of it, p{100 * share:.0f}"
            results.append(Result(name, "ms", percentile(times, share), most=most))
    return results


def _moves(home: Path, log: IO[str], rounds: int) -> list[Result]:
    """Return how long the server takes for a lever moved to where nobody has had it, its draws included."""
    say("Levers moved to where nobody has had them")
    with product(home, log) as server:
        times = moves_ms(server, MOVES * rounds)
    name = f"{LEVERS.page} on the server, lever moved, all of it with its draws"
    return [
        Result(f"/{name}, p{100 * share:.0f}", "ms", percentile(times, share), most=most)
        for share, most in ((0.5, None), (0.95, MOST_MS))
    ]


def _searches(home: Path, log: IO[str], rounds: int) -> list[Result]:
    """Return how long the server takes for a question to the search that nobody has asked yet."""
    say("Searches")
    times: list[float] = []
    for _ in range(rounds):
        with product(home, log) as server:
            times += searches_ms(server)
    return [
        Result(f"Search, a fresh question, p{100 * share:.0f}", "ms", percentile(times, share), most=most)
        for share, most in ((0.5, None), (0.95, SEARCH_MOST_MS))
    ]


def _packs(home: Path, log: IO[str], questions: list[Question], floor_ms: float) -> list[Result]:
    """Return how long the files of a pack take, and how long others wait while two are made."""
    say("Packs")
    with product(home, log) as server:
        files = files_s(server)
        ask(server, questions, clients=1, each=len(questions))
        answers = meanwhile(server, questions, 300)
    if answers.errors:
        raise RuntimeError("The product did not answer while packs were made.")
    waited = percentile(answers.times_ms, 0.5)
    return [
        *(
            Result(f"Pack of {VIEWS} views as {kind}", "s", seconds, most=MOST_S)
            for kind, seconds in files.items()
        ),
        Result("Callback p50, 1 client, while two packs are made", "ms", waited, floor_ms, ratio=1.5),
    ]


@contextmanager
def _pair(home: Path, log: IO[str]) -> Iterator[list[Server]]:
    """Serve the product and the floor."""
    with ExitStack() as stack:
        yield [stack.enter_context(serve(home, log)) for serve in (product, floor)]


def _import_s(module: str) -> float:
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT.format(module)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(answer.stdout)


def _start_s(home: Path, log: IO[str]) -> float:
    started = time.perf_counter()
    with product(home, log):
        return time.perf_counter() - started


def _first_errors(home: Path, log: IO[str], questions: list[Question]) -> int:
    """Return how many of the first requests of fresh workers fail, all sent before the first is answered."""
    with product(home, log, wait=False) as server:
        server.await_socket()
        return ask(server, questions, clients=FIRST_REQUESTS, each=1).errors


def _load(
    servers: list[Server], questions: dict[str, list[Question]], rounds: int
) -> tuple[dict[tuple[str, int, float], float], int]:
    """Return the median over rounds of each percentile by server and number of clients, and the errors."""
    found: dict[tuple[str, int, float], list[float]] = {}
    errors = 0
    for server in servers:
        errors += ask(server, questions[server.name], clients=8, each=12).errors
    for number in range(rounds):
        say(f"Load, round {number + 1} of {rounds}")
        for clients, each in ((1, 150), (8, 45)):
            for server in servers[:: 1 if number % 2 else -1]:
                answers = ask(server, questions[server.name], clients=clients, each=each)
                errors += answers.errors
                for share in (0.5, 0.95):
                    found.setdefault((server.name, clients, share), []).append(
                        percentile(answers.times_ms, share)
                    )
    return {key: median(values) for key, values in found.items()}, errors


def _not_remembered(home: Path, log: IO[str], questions: list[Question], rounds: int) -> float:
    """Return the median time of callbacks whose view nobody has asked a worker for, ms.

    The last of `questions` is the view of the page as it opens, which the start has answered.
    """
    times: list[float] = []
    for _ in range(rounds):
        with product(home, log) as server:
            ask(server, questions[-1:], clients=1, each=1)
            times += ask(server, questions[:-1], clients=1, each=len(questions) - 1).times_ms
    return median(times)


def _all_warm(visits: list[Visit]) -> float:
    return median(time for seen in visits for time in seen.warm_ms)


def _all_redraw(visits: list[Visit]) -> float:
    return median(time for seen in visits for time in seen.redraw_ms)


if __name__ == "__main__":
    sys.exit(main())
