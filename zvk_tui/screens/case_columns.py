"""The columns of the list of cases: what fits 80, and what comes beside it when there is more room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from zvk_tui.documents.names import masked
from zvk_tui.domain.case_file import CaseFile, NameStyle, Phase, Track
from zvk_tui.domain.case_list import CaseOrder, CaseSort
from zvk_tui.i18n import _
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.case_filters import arrow
from zvk_tui.screens.list_columns import WIDE, Column, list_head, list_line, widened


@dataclass(frozen=True, slots=True)
class CaseColumns:
    """Draws a case as a line of the list."""

    today: date
    style: NameStyle

    def line(self, case_file: CaseFile, width: int) -> Content:
        """Return the line of one case."""
        return list_line(self._columns(case_file, width))

    def head(self, width: int, order: CaseOrder) -> Content:
        """Return the line above the list; an arrow stands at what it is sorted by."""
        return list_head(self._columns(None, width), order.sort, arrow(order))

    def _columns(self, case_file: CaseFile | None, width: int) -> list[Column]:
        wide = width >= WIDE
        cells = [*self._always(case_file, wide=wide), *(self._beside(case_file) if wide else ())]
        return widened(cells, 8 if wide else 1, width)

    def _always(self, case_file: CaseFile | None, *, wide: bool) -> Iterator[Column]:
        known = case_file
        yield Column(_("Number"), 10, known.ref if known else "", "bold", CaseSort.NUMBER)
        yield Column(_("Name"), 20 if wide else 0, known.named(self.style) if known else "", "", CaseSort.NAME)
        yield Column(_("Approach"), 12, _approach(known) if known else "")
        yield Column(_("Phase"), 12, label(known.phase) if known else "", "", CaseSort.PHASE)
        director = known.director.name if known and known.director else "–"
        yield Column(_("Director"), 12 if wide else 10, director if known else "", "$zvk-muted")
        text, style = self._next(known) if known else ("", "")
        yield Column(_("Next time"), 11, text, style, CaseSort.NEXT)

    def _beside(self, case_file: CaseFile | None) -> Iterator[Column]:
        known = case_file
        discussed = _day(known.last_discussed) if known else ""
        yield Column(_("Discussed"), 10, discussed, "$zvk-muted", CaseSort.DISCUSSED)
        registered = _day(known.registered_on) if known else ""
        yield Column(_("Registered"), 11, registered, "$zvk-muted", CaseSort.REGISTERED)
        goal = masked(known.goal, known.ref, known.subject, self.style) if known else ""
        yield Column(_("Goal"), 0, goal, "$zvk-muted")

    def _next(self, case_file: CaseFile) -> tuple[str, str]:
        """Return the day of the next discussion; one that has passed has a sign and a colour."""
        day = case_file.next_discussion
        if day is not None and day < self.today and case_file.phase is not Phase.CLOSED:
            return f"!{plain_date(day)}", "$zvk-late"
        return _day(day), ""


def _approach(case_file: CaseFile) -> str:
    track = f" {label(case_file.track)}" if case_file.track is not Track.REGULAR else ""
    return f"{label(case_file.approach)}{track}"


def _day(day: date | None) -> str:
    return plain_date(day) if day else "–"
