"""Crashes and full disks, with other processes that are killed for real: no acknowledged write is lost."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import zvk_tui
from zvk_tui.store import cipher

KEY = bytes(range(32))

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")


@contextmanager
def opened(path: Path) -> Iterator[Engine]:
    """Give an engine that is closed afterwards."""
    engine = cipher.engine(path, KEY)
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return an encrypted file with sixty notes, closed."""
    path = tmp_path / "cases.db"
    with opened(path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
        for number in range(60):
            connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": f"{number} " + "x" * 2000})
    return path


def child(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another process that can import the package and be listened to."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(zvk_tui.__file__).parents[1],
    )


FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from sqlalchemy import text
from zvk_tui.errors import CouldNotWrite
from zvk_tui.store import cipher
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
engine = cipher.engine(Path(sys.argv[1]), bytes(range(32)))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
written = 0
try:
    while True:
        with cipher.translated(), engine.begin() as connection:
            connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": str(written) + "y" * 2000})
        written += 1
except CouldNotWrite as error:
    print(written)
"""


@posix
def test_a_full_disk_loses_no_acknowledged_write(filled: Path) -> None:
    """When the system refuses to write more, what was acknowledged is there and the file is whole."""
    with child(FILLS_THE_DISK, filled) as filling:
        said, _errors = filling.communicate(timeout=30)
    assert int(said) > 0
    cipher.check_before_use(filled, KEY)
    with opened(filled) as engine, engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM note")).scalar_one() == 60 + int(said)
        assert cipher.verify_file(connection) == []


WRITES_FOREVER = """
import sys
from pathlib import Path
from sqlalchemy import text
from zvk_tui.store import cipher
engine = cipher.engine(Path(sys.argv[1]), bytes(range(32)))
number = int(sys.argv[2])
while True:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO note (body) VALUES (:body)"), {"body": f"row {number} " + "x" * 500})
        connection.execute(text("UPDATE note SET body = body || '.' WHERE id = 1"))
    print(number, flush=True)
    number += 1
"""


def killed_after(path: Path, first: int, commits: int) -> int:
    """Let a process write, kill it after some acknowledged commits, and return the last it acknowledged."""
    with child(WRITES_FOREVER, path, first) as writer:
        assert writer.stdout is not None
        for _ in range(commits):
            writer.stdout.readline()
        writer.kill()
        acknowledged = writer.stdout.read().split()
        assert writer.wait(timeout=30) in (-signal.SIGKILL, 1)
    return int(acknowledged[-1]) if acknowledged else first + commits - 1


def test_a_killed_program_loses_no_acknowledged_write(filled: Path) -> None:
    """After a dozen kills in the middle of writing, every acknowledged row is there and the file is whole."""
    first = 1
    for commits in (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233):
        last = killed_after(filled, first, commits)
        cipher.check_before_use(filled, KEY)
        with opened(filled) as engine, engine.connect() as connection:
            query = "SELECT count(DISTINCT substr(body, 1, 10)) FROM note WHERE body LIKE 'row %'"
            kept = connection.execute(text(query)).scalar_one()
            assert last <= kept <= last + 1
            assert cipher.verify_file(connection) == []
        first = kept + 1
