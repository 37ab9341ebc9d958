"""Police contacts as the tab shows them: up to when is known, the months, and every contact."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from zvk_tui.domain.police import PoliceContact, PoliceFacts, months
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import label, month_name, plain_date
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

_CELL = 5
"""Columns of one month."""
_TITLE = 11


@dataclass(frozen=True, slots=True)
class PoliceView:
    """How police information is shown: on which day, with which names, in which width."""

    facts: PoliceFacts
    today: date
    width: int
    shown: Callable[[str], str]

    def lines(self) -> Iterable[Line]:
        """Yield the lines of the tab; a contact and what is known have a key."""
        yield Line(wrapped(self._known(), self.width), "known")
        yield Line(wrapped(self._last(), self.width))
        yield Line(plain(""))
        yield from (Line(row) for row in self._months())
        yield Line(plain(""))
        if not self.facts.contacts:
            yield Line(joined((_("No contact is recorded. n adds one."), "$zvk-muted")))
        for contact in self.facts.contacts:
            yield Line(wrapped(self._contact(contact), self.width), str(contact.id))
        yield from self._history()

    def _known(self) -> Content:
        known = self.facts.known_until
        if known is None:
            return plain(_("Up to when is known: nobody told. t records it."), "$zvk-soon")
        days = known.age(self.today)
        age = ngettext("{count} day ago", "{count} days ago", days).format(count=days) if days else _("today")
        told = _("says {source}, entered {date}").format(source=known.source, date=plain_date(known.entered_on))
        return joined(
            (_("Known until {date}").format(date=plain_date(known.until)), "bold"),
            f" ({age})",
            (f" · {told}", "$zvk-muted"),
        )

    def _last(self) -> Content:
        last = self.facts.last_negative
        if last is None:
            return plain(_("Never negatively in view, as far as is known."), "$zvk-muted")
        return plain(_("Last negatively in view on {date}.").format(date=plain_date(last.on)))

    def _months(self) -> Iterable[Content]:
        """Yield three rows: the names of the months, and how many contacts each had."""
        count = 12 if self.width >= _TITLE + 12 * _CELL else 6
        row = months(self.facts.contacts, self.today, count)
        names = "".join(fitted(month_name(month.first), _CELL, right=True) for month in row)
        yield joined(" " * _TITLE, (names, "$zvk-muted"))
        yield self._counts(_("negative"), [month.negative for month in row], "bold $zvk-late")
        yield self._counts(_("other"), [month.other for month in row], "bold")

    def _counts(self, title: str, counts: list[int], style: str) -> Content:
        cells = [
            (fitted(str(count) if count else "·", _CELL, right=True), style if count else "$zvk-muted")
            for count in counts
        ]
        return joined(fitted(title, _TITLE), *cells)

    def _contact(self, contact: PoliceContact) -> Content:
        negative = _("negative") if contact.negative else _("not negative")
        style = "$text-disabled" if not contact.stands else ""
        note = f" · {self.shown(contact.note)}" if contact.note else ""
        lines = [
            joined(
                (plain_date(contact.on), style or "bold"),
                (f"  {label(contact.kind)}, ", style),
                (negative, style or ("bold $zvk-late" if contact.counts else "")),
                (f"  {contact.source}{note}", style or "$zvk-muted"),
            )
        ]
        if contact.wrong_on:
            wrong = _("wrong since {date}: {reason}").format(
                date=plain_date(contact.wrong_on), reason=self.shown(contact.wrong_reason)
            )
            lines.append(plain(f"  ! {wrong}", "$zvk-soon"))
        return Content("\n").join(lines)

    def _history(self) -> Iterable[Line]:
        earlier = self.facts.known[1:]
        if earlier:
            yield Line(plain(""))
            yield Line(plain(_("Known before"), "bold"))
        for known in earlier:
            told = _("until {until}, says {source}, entered {date}").format(
                until=plain_date(known.until), source=known.source, date=plain_date(known.entered_on)
            )
            yield Line(plain(f"  {told}", "$zvk-muted"))
