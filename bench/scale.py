"""What a large register costs: `python -m bench.scale [--sizes 100 10000 100000] [--rounds 15] [--vaults FOLDER]`.

Every figure stands beside the same in the smallest vault, and every query beside the same on a file without
encryption. The vaults are made once, in minutes, and kept in the folder for a next time.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from sqlalchemy import event
from sqlcipher3 import dbapi2

from bench.run import p95
from bench.scale_vault import PASSPHRASE, Scale, clock, make
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.case_list import CaseFilter, CaseOrder, CaseSort
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import Vault, open_with

SIZES: Final = (100, 10_000, 100_000)
RATIO: Final = 1.2
LETTER_MS: Final = 50
"""What the chamber was promised: times the smallest vault, and at p95 for each letter of a search."""

SITTINGS: Final = 4
"""How often the app is started on each vault, the smallest first and last in turn."""

PROMISED: Final = ("app: open the list", "app: next page", "app: last page", "app: open a dossier")
"""What may take at most `RATIO` times as long as in the smallest vault."""

LINES: Final = 20
TYPED: Final = (
    "verzonnen",
    "huisbezoek politie",
    "D24-4",
    "bewindvoerder straat12",
    "kenmerk1 lotte",
    "zoë fictief",
    "geen contact mentor",
)
"""What is searched for, letter by letter: in every case, in some, in none."""

_NAME: Final = 36
"""Columns of the names."""

Took = defaultdict[str, list[float]]
"""Milliseconds by what was measured."""


def timed(took: Took, name: str, task: Callable[[], Any]) -> Any:
    """Do something and note how long it took."""
    began = perf_counter()
    found = task()
    took[name].append((perf_counter() - began) * 1000)
    return found


def sit(scale: Scale, took: Took, rounds: int) -> None:
    """Measure the app on one vault, in a process of its own."""
    command = [sys.executable, "-m", "bench.scale_app", str(scale.path), str(rounds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    for name, each in json.loads(done.stdout).items():
        took[name].extend(each)


def measure(vault: Vault, took: Took) -> None:
    """Do everything once that somebody does with the list."""
    cases, order = vault.case_list, CaseOrder()
    page = timed(took, "open the list", lambda: cases.page(CaseFilter(), order, LINES))
    timed(took, "next page", lambda: cases.page(CaseFilter(), order, LINES, at=page[-1].place))
    timed(took, "last page", lambda: cases.page_before(CaseFilter(), order, LINES))
    by_name = CaseOrder(CaseSort.NAME, descending=False)
    timed(took, "sort by name", lambda: cases.page(CaseFilter(), by_name, LINES))
    narrow = CaseFilter(approach=Approach.PAD, closed=True)
    timed(took, "filter: an approach", lambda: cases.page(narrow, order, LINES))
    rare = CaseFilter(label=CaseLabel.STRAATKRACHT, director_id=3)
    timed(took, "filter: few cases fit", lambda: cases.page(rare, order, LINES))
    for typed in TYPED:
        for letters in range(1, len(typed) + 1):
            timed(took, "search: a letter", partial(cases.page, CaseFilter(words=typed[:letters]), order, LINES))
    number = page[0].case_file.id
    timed(took, "read a dossier", lambda: (vault.dossiers.head(number), vault.life.timeline(number)))
    timed(took, "count the list (nobody waits)", lambda: cases.count(CaseFilter()))


@contextmanager
def opened(scale: Scale) -> Iterator[Vault]:
    """Open a vault."""
    folder = VaultFolder(scale.path)
    vault = open_with(folder, folder.read_keys().unlock(PASSPHRASE), clock)
    try:
        yield vault
    finally:
        vault.lock()


def without_encryption(scale: Scale) -> Path:
    """Return a file with the same rows that is not encrypted, made once."""
    plain = scale.path.with_suffix(".db")
    if not plain.exists():
        folder = VaultFolder(scale.path)
        key = folder.read_keys().unlock(PASSPHRASE).data_key
        connection = dbapi2.connect(str(folder.database), isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.close()
    return plain


def beside_plain(vault: Vault, plain: Path, rounds: int) -> dict[str, float]:
    """Return, for each thing that is read, how many times as long its queries take as without encryption."""
    asked: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    engine = vault.desk.engine()
    took: Took = defaultdict(list)

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            asked["now"].append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    queries = {}
    for name, task in _reads(vault):
        asked["now"] = []
        task()
        queries[name] = asked["now"]
    event.remove(engine, "before_cursor_execute", note)
    bare = dbapi2.connect(str(plain), isolation_level=None)
    with engine.connect() as connection:
        ours = connection.connection.driver_connection
        for _round in range(rounds):
            for name, statements in queries.items():
                for which, driver in (("ours", ours), ("plain", bare)):
                    timed(took, f"{name} {which}", partial(_run, driver, statements))
    bare.close()
    return {
        name: statistics.median(a / b for a, b in zip(took[f"{name} ours"], took[f"{name} plain"], strict=True))
        for name in queries
    }


def _reads(vault: Vault) -> Iterator[tuple[str, Callable[[], Any]]]:
    cases, order = vault.case_list, CaseOrder()
    yield "open the list", lambda: cases.page(CaseFilter(), order, LINES)
    yield "sort by name", lambda: cases.page(CaseFilter(), CaseOrder(CaseSort.NAME), LINES)
    yield "search: p", lambda: cases.page(CaseFilter(words="p"), order, LINES)
    yield "search: verzonnen12", lambda: cases.page(CaseFilter(words="verzonnen12"), order, LINES)
    number = cases.page(CaseFilter(), order, 1)[0].case_file.id
    yield "read a dossier", lambda: (vault.dossiers.head(number), vault.life.timeline(number))


def _run(driver: Any, statements: list[tuple[str, Any]]) -> None:
    for statement, values in statements:
        driver.execute(statement, values).fetchall()


def report(sizes: list[int], took: dict[int, Took]) -> None:
    """Print the table: milliseconds in each vault, and times the smallest."""
    first, last = sizes[0], sizes[-1]
    print(f"\n{'milliseconds, median':{_NAME}}" + "".join(f"{size:>10}" for size in sizes) + f"{'times':>8}")
    for name in took[first]:
        medians = [statistics.median(took[size][name]) for size in sizes]
        ratio = medians[-1] / medians[0]
        kept = "" if name not in PROMISED else "  kept" if ratio <= RATIO else "  NOT KEPT"
        print(f"{name:{_NAME}}" + "".join(f"{value:10.2f}" for value in medians) + f"{ratio:8.2f}{kept}")
    letters = took[last]["search: a letter"]
    kept = "kept" if p95(letters) <= LETTER_MS else "NOT KEPT"
    print(f"search: a letter, p95 at {last}: {p95(letters):.1f} ms; at most {LETTER_MS}: {kept}")


def main() -> None:
    """Make the vaults, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="cases in each vault, the smallest first")
    parser.add_argument("--rounds", type=int, default=15, help="how often everything is done")
    parser.add_argument("--vaults", type=Path, help="folder to make the vaults in and to keep them for a next time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, ExitStack() as open_vaults:
        folder = asked.vaults or Path(home)
        folder.mkdir(parents=True, exist_ok=True)
        print("making the vaults, or taking those that are there ...", flush=True)
        scales = [make(folder, size) for size in asked.sizes]
        plain = without_encryption(scales[-1])
        took: dict[int, Took] = {size: defaultdict(list) for size in asked.sizes}
        before = os.getloadavg()[0]
        for turn in range(SITTINGS):
            for scale in scales if turn % 2 == 0 else reversed(scales):
                sit(scale, took[scale.cases], max(2, asked.rounds // SITTINGS))
        vaults = {scale.cases: open_vaults.enter_context(opened(scale)) for scale in scales}
        for _round in range(asked.rounds):
            for size, vault in vaults.items():
                measure(vault, took[size])
        print(f"{os.cpu_count()} processors; load {before:.1f} before, {os.getloadavg()[0]:.1f} after")
        report(list(asked.sizes), took)
        print(f"promised: opening, paging and a dossier at most {RATIO} times the smallest vault\n")
        for name, ratio in beside_plain(vaults[asked.sizes[-1]], plain, asked.rounds).items():
            print(f"{name:{_NAME}}{ratio:8.2f} times the same queries without encryption")


if __name__ == "__main__":
    main()
