"""What a browser would make of HTML text."""

from html.parser import HTMLParser

EMPTY = {"br", "col", "img", "input", "meta", "link"}


class Read(HTMLParser):
    """The tags of a text with their attributes, the words between them, and how many tags were left open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.depth = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.depth += tag not in EMPTY

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every tag of one kind."""
        return [attributes for name, attributes in self.tags if name == tag]
