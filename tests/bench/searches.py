"""Questions to the search of the header, each with a letter left out: the slowest, asked by nobody yet."""

from .load import Question, ask
from .servers import Server

WORDS = ("safeguarding", "transformation", "commissioning", "opportunities", "environmental")
MOST_MS = 50


def searches_ms(server: Server) -> list[float]:
    """Return how long the server takes to answer each question, ms."""
    questions = [
        Question(f"/search.json?q={word[:place]}{word[place + 1 :]}")
        for word in WORDS
        for place in range(len(word))
    ]
    answers = ask(server, questions, clients=1, each=len(questions))
    if answers.errors:
        raise RuntimeError("The product did not answer a search.")
    return answers.times_ms
