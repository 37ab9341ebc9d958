"""All figures beside a bare Textual app in the same run: `python -m bench.run [--cases 1000] [--runs 15]`."""

import argparse
import os
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench import minutes
from bench.sitting import SMALL_KEYS, Sitting
from bench.terminal import Paint, Terminal
from bench.vault import CASES, Made, make
from zvk_tui.i18n import _

RATIO: Final = 1.3
REST_MS: Final = 350
KEY_MS: Final = 30
"""What the chamber was promised: times a bare app, beside the derivation of the key, and at p95."""

_BARE: Final = (sys.executable, "-m", "bench.bare")


@dataclass(slots=True)
class Figures:
    """Everything that was measured, in milliseconds and MiB."""

    bare: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    derivation: list[float] = field(default_factory=list)
    rest: list[float] = field(default_factory=list)
    keys: dict[str, list[Paint]] = field(default_factory=lambda: defaultdict(list))
    export: list[float] = field(default_factory=list)
    peak: list[float] = field(default_factory=list)


def measure(made: Made, home: Path, runs: int) -> Figures:
    """Start both apps `runs` times, in pairs; unlock as many times; then hold a third as many meetings."""
    figures = Figures()
    ours = (sys.executable, "-m", "zvk_tui", "open", str(made.path))
    for run in range(runs + 1):
        pair = _start(_BARE, "bare and ready", home), _start(ours, _("Type your passphrase and press enter."), home)
        if run:  # the first pair compiles what an installation has compiled
            figures.bare.append(pair[0])
            figures.ours.append(pair[1])
    for run in range(runs + 1):
        with Sitting(made, home) as sitting:
            derivation, rest = sitting.unlock()
        if run:  # the first compiles the rest
            figures.derivation.append(derivation)
            figures.rest.append(rest)
    for _meeting in range(max(1, runs // 3)):
        with Sitting(made, home) as sitting:
            sitting.unlock()
            sitting.meet()
            figures.export.append(sitting.export())
            figures.peak.append(sitting.leave().peak_mib)
            for kind, paints in sitting.keys.items():
                figures.keys[kind].extend(paints)
    return figures


def _start(command: tuple[str, ...], text: str, home: Path) -> float:
    terminal = Terminal(command, home)
    took = (terminal.wait_for(text) - terminal.started) * 1000
    terminal.settle()
    terminal.leave()
    return took


def p95(values: Iterable[float]) -> float:
    """Return the value that nineteen in twenty do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * 19 // 20)]


def report(figures: Figures) -> None:
    """Print the table."""
    print(f"\n{'milliseconds':46} {'median':>8} {'p95':>8}   promise")
    _row("bare Textual app: start to first paint", figures.bare)
    _row("zvk open: start to first paint", figures.ours)
    ratio = statistics.median(ours / bare for bare, ours in zip(figures.bare, figures.ours, strict=True))
    print(f"{'  times the bare app, median of the pairs':46} {ratio:8.2f} {'':8} {_kept(ratio, RATIO)}")
    _row("unlock to Vandaag: deriving the key", figures.derivation)
    _row("unlock to Vandaag: all the rest", figures.rest, f"median {_kept(statistics.median(figures.rest), REST_MS)}")
    small = [paint.settled for kind in SMALL_KEYS for paint in figures.keys[kind]]
    _row("a key in the meeting: letters and arrows", small, f"p95 {_kept(p95(small), KEY_MS)}")
    everything = [paint for paints in figures.keys.values() for paint in paints]
    _row("a key in the meeting: all, seen", [paint.seen for paint in everything])
    settled = [paint.settled for paint in everything]
    _row("a key in the meeting: all, settled", settled, f"p95 {_kept(p95(settled), KEY_MS)}")
    print(f"  {len(everything)} keys, of which {len(everything) - len(small)} change the whole screen")
    for kind, paints in figures.keys.items():
        _row(f"  {kind}: seen", [paint.seen for paint in paints])
        _row(f"  {kind}: settled", [paint.settled for paint in paints])
    _row("minutes of 20 cases: enter to PDF in the app", figures.export, "first in its process, fonts and disk too")
    print(f"\npeak memory of the app: {max(figures.peak):.0f} MiB, most of it while the key is derived\n")


def _row(name: str, values: list[float], promise: str = "") -> None:
    print(f"{name:46} {statistics.median(values):8.1f} {p95(values):8.1f}   {promise}")


def _kept(value: float, most: float) -> str:
    return f"at most {most}: {'kept' if value <= most else 'NOT KEPT'}"


def main() -> None:
    """Make the vault, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES, help="cases in the vault, at least 20")
    parser.add_argument(
        "--runs", type=int, default=15, help="pairs of starts and unlockings; a third as many meetings are held"
    )
    parser.add_argument("--vault", type=Path, help="folder to make the vault in and to keep it for a next time")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        print(f"making a vault of {asked.cases} cases ...", flush=True)
        made = make(asked.vault or Path(home), asked.cases)
        before = os.getloadavg()[0]
        figures = measure(made, Path(home), asked.runs)
        print(f"{os.cpu_count()} processors; load {before:.1f} before, {os.getloadavg()[0]:.1f} after")
        report(figures)
    minutes.main()


if __name__ == "__main__":
    main()
