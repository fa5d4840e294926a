"""The data dictionary in docs/ is the one the schema gives."""

from dashboard.ingest.dictionary import data_dictionary
from dashboard.settings import ROOT
from tests.conftest import DATA


def test_the_data_dictionary_is_fresh() -> None:
    kept = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert kept == data_dictionary(DATA), "run: placeboard dictionary > docs/data-dictionary.md"
