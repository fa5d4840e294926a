"""A lever moved to where nobody has had it, asked as the page asks: for the first card, then for all else."""

import json
from http.client import HTTPConnection
from typing import Any

from .load import Question, ask
from .servers import CALLBACK, Server

DEPENDENCIES = "/_dash-dependencies"
# What the levers ask for the first card with, and what this carries to the others.
FIRST, REST = ("scenario-asked", "value"), ("scenario-paths-card", "data-pb-shown")
MOST_MS = 100


def moves_ms(server: Server, moves: int) -> list[float]:
    """Return how long the server takes for all that each of `moves` changes, its draws included, ms.

    The first question of a worker loads what every scenario stands on and is not counted.
    """
    first, rest = (_callback(server, trigger) for trigger in (FIRST, REST))
    asked = [f"?levers=council_tax_growth_pct~{3 + place / 100:.10g}" for place in range(moves + 1)]
    questions = [
        _question(callback, trigger, query)
        for query in asked
        for callback, trigger in ((first, FIRST), (rest, REST))
    ]
    answers = ask(server, questions, clients=1, each=len(questions))
    if answers.errors:
        raise RuntimeError("The product did not answer what a lever asks.")
    pairs = zip(answers.times_ms[2::2], answers.times_ms[3::2], strict=True)
    return [one + other for one, other in pairs]


def _callback(server: Server, trigger: tuple[str, str]) -> dict[str, Any]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", DEPENDENCIES)
    known: list[dict[str, Any]] = json.loads(connection.getresponse().read())
    connection.close()
    return next(
        item for item in known if [(asked["id"], asked["property"]) for asked in item["inputs"]] == [trigger]
    )


def _question(callback: dict[str, Any], trigger: tuple[str, str], value: str) -> Question:
    component, name = trigger
    changed = [named.rpartition(".") for named in callback["output"].strip(".").split("...")]
    body = {
        "output": callback["output"],
        "outputs": [{"id": owner, "property": key} for owner, _, key in changed],
        "inputs": [{"id": component, "property": name, "value": value}],
        "changedPropIds": [f"{component}.{name}"],
    }
    return Question(CALLBACK, json.dumps(body))
