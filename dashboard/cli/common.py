"""What every command uses: where things are, the release, and how programs are answered."""

from typing import Annotated

import typer
from pydantic import ValidationError

from dashboard.errors import PlaceboardError
from dashboard.settings import Settings
from dashboard.store import Store

Json = Annotated[bool, typer.Option("--json", help="Answer with JSON, for programs.")]


def environment() -> Settings:
    """Return the settings of the environment, or say what is wrong with them."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [f"PLACEBOARD_{str(issue['loc'][0]).upper()}: {issue['msg']}." for issue in error.errors()]
        raise PlaceboardError(f"The environment is wrong. {' '.join(wrong)}") from error


def current_store() -> Store:
    """Return the store on the current release."""
    return Store(environment().home)
