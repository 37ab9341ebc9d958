"""What every test may rely on: an own home, Dutch, a fixed time zone, a still and colourful screen."""

import contextlib
import gc
import io
import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from zvk_tui import cli, i18n

_UNSET = (
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "PYTHONSTARTUP",
    "TEXTUAL",
    "TEXTUAL_LOG",
    "TEXTUAL_DEBUG",
    "TEXTUAL_FILTERS",
    "TEXTUAL_THEME",
)
"""Variables of the developer's own terminal that would change what a test sees."""


def pytest_configure() -> None:
    """Still the screen before Textual is imported, and let no rule fail because a machine is slow."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"  # Europe/Amsterdam, also where no time zones are installed
    if hasattr(time, "tzset"):
        time.tzset()
    hypothesis.settings.register_profile(
        "zvk",
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
        derandomize="CI" in os.environ,
    )
    hypothesis.settings.load_profile("zvk")


def pytest_collection_finish() -> None:
    """Look rarely for garbage, and never through what the tests have loaded: that takes longer than many a test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def project_root() -> Path:
    """Return the checkout, in which the package and its documents lie."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def package(project_root: Path) -> Path:
    """Return the folder of the package's source."""
    return project_root / "zvk_tui"


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    """Return the folder of a demo that the command made once for all tests, its exit code, and what it printed."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    around, told = shared / "demo", shared / "demo.json"
    with _one_at_a_time(shared / "demo.lock"):
        if not told.exists():
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                code = cli.main(["demo", "--dir", str(around), "--on", "23-11-2026", "--no-open", "--lang", "nl"])
            told.write_text(json.dumps([code, printed.getvalue()]), encoding="utf-8")
    code, said = json.loads(told.read_text(encoding="utf-8"))
    return around, code, said


@contextlib.contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """Let one process at a time go on; the others wait for it."""
    with contextlib.closing(sqlite3.connect(lock, timeout=300, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test an empty home, a folder for everything of `zvk`, and a temp folder of its own."""
    folder = tmp_path / "home"
    zvk, temporary = folder / "zvk", folder / "tmp"
    for made in (folder, zvk, temporary):
        made.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("ZVK_HOME", str(zvk))
    return folder


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what the developer's own terminal asks for."""
    for name in _UNSET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(autouse=True)
def _dutch() -> None:
    """Let the app speak Dutch, as it does by default, whatever the test before this one spoke."""
    i18n.use_language("nl")
