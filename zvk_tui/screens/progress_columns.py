"""The columns of the overview of plans: what fits 80, and what comes beside it when there is more room."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from zvk_tui.documents.names import masked
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.progress import Lateness, ListedPlan, ProgressOrder, ProgressSort
from zvk_tui.i18n import _
from zvk_tui.labels import label, late, plain_date
from zvk_tui.screens.list_columns import WIDE, Column, list_head, list_line, widened
from zvk_tui.screens.progress_filters import arrow
from zvk_tui.widgets.progress_words import (
    done_text,
    goals_share,
    lasting,
    late_text,
    moved_text,
    share,
    short_levels,
    shorter_levels,
)
from zvk_tui.widgets.text import fitted, joined

WIDEST: Final = 148
"""From so many columns on there is room for the approach, the director and the levels."""

_NAME: Final = 1
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class ProgressColumns:
    """Draws plans as lines, and the one under the cursor in full."""

    today: date
    style: NameStyle

    def line(self, listed: ListedPlan, width: int) -> Content:
        """Return the line of one plan."""
        return list_line(self._columns(listed, width))

    def head(self, width: int, order: ProgressOrder) -> Content:
        """Return the line above the list; an arrow stands at what it is sorted by."""
        return list_head(self._columns(None, width), order.sort, arrow(order))

    def in_full(self, listed: ListedPlan, width: int) -> Content:
        """Return what is known of one plan in three lines of words."""
        case_file, progress = listed.case_file, listed.progress
        goal = masked(case_file.goal, case_file.ref, case_file.subject, self.style)
        levels = short_levels(progress.levels) or _("no levels were recorded")
        director = case_file.director.name if case_file.director else _("no director")
        told = (
            label(case_file.approach),
            done_text(progress),
            late_text(progress.late),
            moved_text(progress.moved),
            director,
        )
        return Content("\n").join(
            (
                joined((fitted(f"{case_file.ref} {case_file.named(self.style)}: {goal}", width), "bold")),
                joined(fitted(levels, width)),
                joined((fitted(" · ".join(part for part in told if part), width), "$zvk-muted")),
            )
        )

    def _columns(self, listed: ListedPlan | None, width: int) -> list[Column]:
        widest = width >= WIDEST
        cells = list(self._widest(listed) if widest else self._narrow(listed, wide=width >= WIDE))
        return widened(cells, _LEVELS if widest else _NAME, width)

    def _narrow(self, listed: ListedPlan | None, *, wide: bool) -> Iterator[Column]:
        yield from self._first(listed, 0)
        yield self._late(listed, 36 if wide else 0)
        yield self._moved(listed)
        yield self._review(listed)

    def _late(self, listed: ListedPlan | None, wide: int) -> Column:
        """Return what is late in a sentence of so many columns; where there is no room, how long the longest is."""
        known = listed.progress.late if listed else Lateness()
        short = lasting(known.days) if known.count else ""
        return Column(_("Late"), wide or 9, late_text(known) if wide else short, "$zvk-late", ProgressSort.LATE)

    def _moved(self, listed: ListedPlan | None) -> Column:
        """Return the day on which something moved last; what that was stands below the list."""
        moved = listed.progress.moved if listed else None
        return Column(_("Moved"), 13, plain_date(moved.on) if moved else "–", "", ProgressSort.MOVED)

    def _widest(self, listed: ListedPlan | None) -> Iterator[Column]:
        known = listed.progress if listed else None
        director = listed.case_file.director if listed else None
        yield from self._first(listed, 18)
        yield self._late(listed, 31)
        yield self._moved(listed)
        yield self._review(listed)
        approach = label(listed.case_file.approach) if listed else ""
        yield Column(_("Approach"), 7, approach, "$zvk-muted", ProgressSort.APPROACH)
        yield Column(_("Director"), 13, director.name if director else "–", "$zvk-muted", ProgressSort.DIRECTOR)
        yield Column(_("Levels"), 0, shorter_levels(known.levels) if known else "", "$zvk-muted")

    def _first(self, listed: ListedPlan | None, name: int) -> Iterator[Column]:
        case_file, known = (listed.case_file, listed.progress) if listed else (None, None)
        yield Column(_("Number"), 9, case_file.ref if case_file else "", "bold", ProgressSort.NUMBER)
        yield Column(_("Name"), name, case_file.named(self.style) if case_file else "")
        yield Column(_("Goals"), 9, goals_share(known) if known else "")
        yield Column(_("Done"), 6, share(known.done, known.due) if known else "")

    def _review(self, listed: ListedPlan | None) -> Column:
        """Return the day of the next review; one that has passed has a sign and a colour."""
        day = listed.progress.review_on if listed else None
        passed = day is not None and day < self.today
        text = f"{'!' if passed else ''}{plain_date(day)}" if day else "–"
        return Column(_("Review"), 11, text if listed else "", "$zvk-late" if passed else "", ProgressSort.REVIEW)


def review_text(review_on: date | None, today: date) -> str:
    """Return when the next review is: "evaluatie op 12-01-2027", "evaluatie 9 dagen te laat"."""
    if review_on is None:
        return _("no review planned")
    days = (today - review_on).days
    if days > 0:
        return _("review {late}").format(late=late(days))
    return _("review on {date}").format(date=plain_date(review_on))
