"""The columns of the list of closure checks, and the list as a window reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from textual.content import Content

from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle
from zvk_tui.domain.closure import ConditionKind, Verdict
from zvk_tui.domain.closure_case import CheckedCase
from zvk_tui.i18n import _
from zvk_tui.labels import label, plain_date
from zvk_tui.widgets.closure_words import STYLES, short_words, verdict_text
from zvk_tui.widgets.text import fitted, joined
from zvk_tui.widgets.window import WindowRow

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

WIDE: Final = 114
"""From so many columns on there is room for what else is known."""

NAMES: Final = 20
"""Columns that a name gets at the least where there is room for what else is known."""

WAY: Final = 15
"""Columns that what is in the way needs where there is little room: one word of it, and how many more."""


@dataclass(frozen=True, slots=True)
class ClosureFilter:
    """What narrows the list."""

    words: str = ""
    verdict: Verdict | None = None
    approach: Approach | None = None
    police: bool = False
    """Only those in whose way nothing stands but the police information."""

    def fits(self, one: CheckedCase) -> bool:
        """Return whether a case is in the list, the words left aside."""
        fits = self.verdict in {None, one.check.verdict} and self.approach in {None, one.approach}
        return fits and (one.waits_for_police or not self.police)


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """One line of the list, with the case that it is about."""

    checked: CheckedCase
    case_file: CaseFile | None


@dataclass(frozen=True, slots=True)
class ClosureSource:
    """Gives the lines of a list that is in order; the names are read for what is shown only."""

    vault: "Vault"
    found: Sequence[CheckedCase]
    places: dict[str, int] = field(default_factory=dict)

    def after(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return lines from a place on, that one included."""
        begin = place or 0
        return self._rows(begin, begin + limit)

    def before(self, place: int | None, limit: int) -> list[WindowRow]:
        """Return the last lines before a place, or of the whole list."""
        end = len(self.found) if place is None else place
        return self._rows(max(0, end - limit), end)

    def find(self, key: str) -> int | None:
        """Return the place of a case."""
        if not self.places:
            self.places.update({str(one.case_id): number for number, one in enumerate(self.found)})
        return self.places.get(key)

    def _rows(self, begin: int, end: int) -> list[WindowRow]:
        shown = self.found[begin:end]
        files = self.vault.closures.files([one.case_id for one in shown]) if shown else {}
        lines = (ClosureLine(one, files.get(one.case_id)) for one in shown)
        return [WindowRow(str(line.checked.case_id), begin + place, line) for place, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class ClosureColumns:
    """Draws the check of a case as a line of the list."""

    today: date
    style: NameStyle

    def line(self, line: ClosureLine, width: int) -> Content:
        """Return one line."""
        return joined(*((fitted(text, room) + " ", style) for _title, room, text, style in self._cells(line, width)))

    def head(self, width: int) -> Content:
        """Return the line above the list."""
        return joined(*((fitted(title, room) + " ", "$zvk-muted") for title, room, *_rest in self._cells(None, width)))

    def _cells(self, line: ClosureLine | None, width: int) -> list[tuple[str, int, str, str]]:
        """Return the title, width, text and style of every column; names and what is in the way share what is left."""
        cells = list(self._columns(line, wide=width >= WIDE))
        left = max(0, width - sum(room + 1 for _title, room, *_rest in cells) + 1)
        names = max(NAMES, left // 3) if width >= WIDE else max(left // 2, left - WAY)
        rooms = iter((names, left - names))
        return [(title, room or next(rooms), text, style) for title, room, text, style in cells]

    def _columns(self, line: ClosureLine | None, *, wide: bool) -> Iterator[tuple[str, int, str, str]]:
        one = line.checked if line else None
        check = one.check if one else None
        yield _("Verdict"), 13, verdict_text(check) if check else "", STYLES[check.verdict] if check else ""
        yield _("From"), 10, plain_date(check.from_on) if check and check.from_on else "–" if one else "", ""
        yield _("Number"), 9, one.ref if one else "", "bold"
        yield _("Name"), 0, line.case_file.named(self.style) if line and line.case_file else "", ""
        if wide:
            yield _("Approach"), 14, label(one.approach) if one else "", ""
        yield _("In the way"), 0, self._way(one, wide=wide) if one else "", "$zvk-muted"
        if wide:
            negative = one.last_negative if one else None
            yield _("Negative"), 10, plain_date(negative) if negative else "–" if one else "", ""
        title, room = (_("Police info until"), 17) if wide else (_("Info until"), 10)
        yield title, room, self._known(one, wide=wide) if one else "", self._age_style(one)

    def _way(self, one: CheckedCase, *, wide: bool) -> str:
        """Return what is in the way; where there is little room the first of it, and how many more."""
        shown = one.check.in_the_way if wide else one.check.in_the_way[:1]
        more = len(one.check.in_the_way) - len(shown)
        said = short_words(shown) + (f" +{more}" if more else "")
        return f"{label(one.state)}; {said}".removesuffix("; ") if one.state else said

    def _known(self, one: CheckedCase, *, wide: bool) -> str:
        known, sign = one.known_until, "!" if _too_old(one) else ""
        if known is None:
            return f"{sign}–"
        day = plain_date(known.until) if wide else f"{known.until.day:02}-{known.until.month:02}"
        return f"{sign}{day} {known.age(self.today)}d"

    def _age_style(self, one: CheckedCase | None) -> str:
        return "$zvk-soon" if one is not None and _too_old(one) else "$zvk-muted"


def _too_old(one: CheckedCase) -> bool:
    """Return whether the police information is too old to tell anything, or nobody told any."""
    return any(condition.kind is ConditionKind.POLICE_KNOWN for condition in one.check.in_the_way)
