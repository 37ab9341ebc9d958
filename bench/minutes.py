"""How long it takes to make a PDF of the minutes of twenty cases: first in a fresh process, then the median.

Run it from the checkout: `python -m bench.minutes`.
"""

import statistics
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from zvk_tui.documents.files import render
from zvk_tui.domain.case_file import Approach, NameStyle, Phase, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, SeriesKind
from zvk_tui.domain.minutes import (
    ActionLine,
    ContributionLine,
    DecisionLine,
    JudgementLine,
    Minutes,
    MinutesHead,
    MinutesItem,
    MinutesStatus,
    PresenceLine,
)
from zvk_tui.domain.record import ActionState, Answer, StatementKind

CASES = 20
LIMIT_MS = 500
"""What the chamber was promised for minutes of twenty cases."""

_ON = date(2026, 11, 23)
_PARTNERS = ("Politie", "Openbaar Ministerie", "Reclassering", "Sociaal team", "Leerplicht", "Jeugdbescherming")
_GIVEN = ("Bram", "Lotte", "Sem", "Yara", "Daan")
_SURNAMES = ("Verzonnen", "Bedacht", "Fictief", "Proefstuk")


@dataclass(frozen=True, slots=True)
class Measure:
    """Times to make the PDF, in milliseconds."""

    first_ms: float
    """The first time in this process, with loading Typst and its fonts."""
    median_ms: float
    worst_ms: float
    """The slowest after the first."""
    kilobytes: int


def measure(runs: int = 15) -> Measure:
    """Make the same minutes `runs` times after a first time, each time with one sentence changed.

    The change keeps Typst from handing out what it remembers of the time before.
    """
    times, size = [], 0
    for run in range(runs + 1):
        minutes = invented_minutes(CASES, f"Versie {run} van deze proef.")
        begin = time.perf_counter()
        size = len(render(minutes, NameStyle.INITIALS, ".pdf"))
        times.append((time.perf_counter() - begin) * 1000)
    first, *others = times
    return Measure(first, statistics.median(others), max(others), round(size / 1024))


def invented_minutes(cases: int, remark: str = "") -> Minutes:
    """Return final minutes of a meeting about `cases` cases that nobody has."""
    head = MinutesHead(
        chamber="Zorg- en Veiligheidskamer Voorbeeldstad",
        series="Kernteam PAD",
        series_kind=SeriesKind.CORE_TEAM_PAD,
        number=14,
        on=_ON,
        started=clock(13, 30),
        ended=clock(16, 5),
        place="Stadhuis, kamer 2.14",
        chair="Ria Voorbeeld",
        note_taker="Koos Notulist",
        next_on=_ON + timedelta(weeks=2),
        presence=tuple(
            PresenceLine(f"Deelnemer {n}", "adviseur", p, Presence.PRESENT) for n, p in enumerate(_PARTNERS)
        ),
    )
    items = tuple(_item(number, remark) for number in range(1, cases + 1))
    return Minutes(
        head, items, MinutesStatus.FINAL, 1, datetime(2026, 11, 23, 16, 20, tzinfo=UTC), "Ria Voorbeeld", "0f" * 32
    )


def _item(number: int, remark: str) -> MinutesItem:
    subject = Subject(_GIVEN[number % 5], "van", f"{_SURNAMES[number % 4]}{'abcdefghijklmnopqrstuvwxyz'[number % 26]}")
    text = (
        f"{subject.full_name} is sinds de vorige keer twee keer gezien bij de Proefbrug, beide keren zonder incident. "
        f"De school meldt dat {subject.given_names} weer vier dagen per week komt. {remark}"
    )
    return MinutesItem(
        position=number,
        kind=ItemKind.CASE,
        title="",
        state=ItemState.DISCUSSED,
        case_ref=f"D26-{number:04}",
        subject=subject,
        approach=Approach.PAD,
        phase=Phase.APPROACH,
        goal="Dagbesteding vijf dagen per week, geen nieuwe politiecontacten voor 1 maart.",
        contributions=tuple(
            ContributionLine(partner, "", _ON - timedelta(days=place), kind, text)
            for place, (partner, kind) in enumerate(zip(_PARTNERS, (*StatementKind, *StatementKind), strict=True))
        ),
        judgement=JudgementLine("De lijn is goed, het netwerk thuis blijft kwetsbaar.", Answer.PARTLY, Answer.YES),
        decisions=(DecisionLine(number, "De aanpak gaat door.", "Het doel is in zicht.", "Gemeente"),),
        actions=tuple(
            ActionLine(
                number * 3 + place, "Huisbezoek afleggen.", partner, "", _ON + timedelta(days=14), ActionState.OPEN
            )
            for place, partner in enumerate(_PARTNERS[:3])
        ),
    )


def main() -> None:
    """Print the figures, and whether the promise holds."""
    figures = measure()
    kept = "kept" if figures.median_ms < LIMIT_MS else "NOT KEPT"
    print(f"minutes of {CASES} cases to PDF ({figures.kilobytes} kB)")
    print(f"  first, with fonts   {figures.first_ms:7.0f} ms")
    print(f"  median              {figures.median_ms:7.0f} ms")
    print(f"  worst after first   {figures.worst_ms:7.0f} ms")
    print(f"  promise: median under {LIMIT_MS} ms: {kept}")


if __name__ == "__main__":
    main()
