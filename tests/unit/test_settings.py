"""Configuration comes from the environment and is refused where it makes no sense."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from dashboard.settings import ROOT, Settings


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the shell of the tester sets."""
    for name in ("DATA", "HOME", "ASSETS", "THREADS", "WORKERS"):
        monkeypatch.delenv(f"PLACEBOARD_{name}", raising=False)


def test_everything_has_a_default_inside_the_project() -> None:
    settings = Settings()
    assert (settings.data, settings.home, settings.assets) == (
        ROOT / "data",
        ROOT / "data" / "store",
        ROOT / "assets",
    )
    assert (settings.workers, settings.threads) == (2, 4)


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PLACEBOARD_HOME", str(tmp_path))
    monkeypatch.setenv("PLACEBOARD_WORKERS", "3")
    settings = Settings()
    assert settings.workers == 3
    assert settings.pointer == tmp_path / "current"
    assert settings.releases == tmp_path / "releases"


def test_a_name_without_a_value_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLACEBOARD_HOME", "")
    assert Settings().home == ROOT / "data" / "store"


@pytest.mark.parametrize("value", ["0", "-1", "many"])
def test_workers_must_be_a_number_of_at_least_one(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PLACEBOARD_WORKERS", value)
    with pytest.raises(ValidationError):
        Settings()
