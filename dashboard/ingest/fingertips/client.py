"""Download one file over HTTP, with patience: time limits, several attempts, growing waits between them."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

import requests

from dashboard import __version__

CHUNK = 1 << 16
TOO_MANY_REQUESTS = 429
SERVER_FAULT = 500
LONGEST_WAIT = 60.0
CERTIFICATE = (
    "Its certificate is not trusted. If your network inspects traffic, set REQUESTS_CA_BUNDLE to the file of "
    "your network's certificates; verification is never switched off."
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a service, and how often to ask again.

    The wait doubles with each attempt; part of it is chance, so that many who failed together do not come
    back together.
    """

    attempts: int = 5
    connect_seconds: float = 10.0
    read_seconds: float = 120.0
    first_wait_seconds: float = 1.0
    wait: Callable[[float], None] = time.sleep

    def waits(self) -> Iterator[float]:
        """Yield the seconds to wait before each attempt after the first."""
        for attempt in range(self.attempts - 1):
            longest = min(self.first_wait_seconds * 2**attempt, LONGEST_WAIT)
            yield longest * SystemRandom().uniform(0.5, 1)


PATIENT = Patience()


class DownloadError(Exception):
    """Why a file was not downloaded, in a sentence."""


class PassingError(DownloadError):
    """A failure that may pass; `after` is the wait the service asks for, in seconds."""

    def __init__(self, text: str, after: float = 0.0) -> None:
        super().__init__(text)
        self.after = after


class Client:
    """Asks the service at `base`."""

    def __init__(self, base: str, patience: Patience) -> None:
        self.base = base
        self._patience = patience

    def download(
        self, path: str, parameters: Mapping[str, str], target: Path, refusal: Callable[[Path], str]
    ) -> None:
        """Write the answer to `target`, which is only there once it is whole and `refusal` finds no fault.

        Raises:
            DownloadError: it failed for good, or at every attempt.
        """
        waits = self._patience.waits()
        while True:
            try:
                self._attempt(path, parameters, target, refusal)
            except PassingError as error:
                wait = next(waits, None)
                if wait is None:
                    raise DownloadError(f"{error} Asked {self._patience.attempts} times.") from error
                self._patience.wait(max(wait, error.after))
            else:
                return

    def _attempt(
        self, path: str, parameters: Mapping[str, str], target: Path, refusal: Callable[[Path], str]
    ) -> None:
        partial = target.with_name(f"{target.name}.part")
        try:
            with requests.get(
                self.base + path,
                params=dict(parameters),
                headers={"User-Agent": f"Placeboard/{__version__}"},
                timeout=(self._patience.connect_seconds, self._patience.read_seconds),
                stream=True,
                allow_redirects=False,
                verify=True,
            ) as response:
                _check_status(response)
                _keep(response, partial)
        except requests.exceptions.SSLError as error:
            raise DownloadError(CERTIFICATE) from error
        except requests.Timeout as error:
            raise PassingError("It did not answer in time.") from error
        except requests.RequestException as error:
            raise PassingError(f"The connection failed ({type(error).__name__}).") from error
        if reason := refusal(partial):
            raise PassingError(reason)
        partial.replace(target)


def _check_status(response: requests.Response) -> None:
    status = response.status_code
    answered = f"It answered with status {status}{f' ({response.reason})' if response.reason else ''}."
    if status == TOO_MANY_REQUESTS or status >= SERVER_FAULT:
        asked = response.headers.get("Retry-After", "")
        raise PassingError(answered, min(float(asked), LONGEST_WAIT) if asked.isdecimal() else 0.0)
    if status != requests.codes.ok:
        raise DownloadError(answered)


def _keep(response: requests.Response, partial: Path) -> None:
    """Write the body to `partial` and make sure that all that was announced arrived."""
    with partial.open("wb") as handle:
        for chunk in response.iter_content(CHUNK):
            handle.write(chunk)
        handle.flush()
        os.fsync(handle.fileno())
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and response.raw.tell() != int(announced):
        raise PassingError(f"Its answer broke off after {response.raw.tell():,} of {int(announced):,} bytes.")
