"""Configuration, read from the environment."""

from pathlib import Path

from pydantic import PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parents[1]


class Settings(BaseSettings):
    """Where things are and how the product is served.

    `PLACEBOARD_HOME` holds releases, the pointer to the current one, imports and logs;
    `PLACEBOARD_DATA` holds the facts and their rules. `PLACEBOARD_ADDRESS` is where readers find the product,
    for links in files; `PLACEBOARD_SLIDES_TEMPLATE` is a presentation whose layouts slides take;
    `PLACEBOARD_BROWSER` is the Chromium that prints a paper, where it is not on PATH.
    """

    model_config = SettingsConfigDict(env_prefix="PLACEBOARD_", env_ignore_empty=True)

    data: Path = ROOT / "data"
    home: Path = ROOT / "data" / "store"
    assets: Path = ROOT / "assets"
    threads: PositiveInt = 4
    workers: PositiveInt = 2
    address: str = ""
    slides_template: Path | None = None
    browser: Path | None = None

    @property
    def releases(self) -> Path:
        """Folder of the release files."""
        return self.home / "releases"

    @property
    def files(self) -> Path:
        """Folder of the files of packs that readers asked for, each kept for an hour."""
        return self.home / "files"

    @property
    def pointer(self) -> Path:
        """File that names the current release."""
        return self.home / "current"
