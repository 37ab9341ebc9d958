"""How entries of the top 10 are written: one line or two in the list, and whole when one is opened."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from textual.content import Content

from zvk_tui.documents.names import Masks
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.priority_list import Moved, Movement, PriorityEntry, PriorityFacts, movement
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import label, late, month_name, plain_date
from zvk_tui.widgets.text import fitted, joined

_SIGNS: Final = {Movement.UP: "↑", Movement.DOWN: "↓", Movement.SAME: "=", Movement.NEW: "+"}
_BARS: Final = "·▁▂▃▄▅▆▇█"
"""From nothing to the most; a month without any is a dot, so that it is not taken for a missing one."""
_STEPS: Final = (1, 2, 3, 4, 6, 9, 13, 20)
"""From which number on each bar stands: one scale for cases and groups, or one contact would look like many reports."""
_NUMBER, _MOVED, _CELL = 4, 11, 4
_CARD_WIDE, _CARD, _CARD_LEAD = 84, 62, 7
"""From so many columns on the card has one line for an entry; the columns beside the name on one line, and on two."""
_WIDE: Final = 110
"""From so many columns on the months have numbers and names."""


@dataclass(frozen=True, slots=True)
class PriorityView:
    """The list as it is shown: on which day, in which width, with which names, against which list before."""

    entries: tuple[PriorityEntry, ...]
    facts: Mapping[int, PriorityFacts]
    before: Mapping[int, int]
    today: date
    width: int
    style: NameStyle = NameStyle.FULL

    @property
    def wide(self) -> bool:
        """Whether there is room for numbers beside the bars."""
        return self.width >= _WIDE

    def who(self, entry: PriorityEntry) -> str:
        """Return the number and name of a case, or the label of a group, as the projector allows."""
        if entry.hidden:
            return f"{entry.case_ref}  {_('closed to you')}"
        name = subject_of(entry).initials if self.style is not NameStyle.FULL else subject_of(entry).full_name
        return f"{entry.case_ref}  {name}" if entry.case else f"{_('group')} {name}"

    def short(self, entry: PriorityEntry) -> str:
        """Return what an entry is called where no name may stand: its number, or "group"."""
        return entry.case_ref or _("the group")

    def shown(self, text: str) -> str:
        """Return what was typed, its names and group labels as the projector allows."""
        if self.style is NameStyle.FULL:
            return text
        people = tuple((one.case_ref, subject_of(one)) for one in self.entries if not one.hidden)
        return Masks(people, NameStyle.INITIALS).apply(text)

    def moved(self, entry: PriorityEntry) -> str:
        """Return how an entry moved since the meeting before, as a sign and a word."""
        step = movement(entry, self.before)
        return moved_text(step)

    def moved_sign(self, entry: PriorityEntry) -> str:
        """Return how an entry moved since the meeting before, as a sign and a number: "↑3"."""
        step = movement(entry, self.before)
        return f"{_SIGNS[step.movement]}{step.places or ''}"

    def head(self) -> Content:
        """Return the names of the columns."""
        first = fitted("", _NUMBER) + fitted(_("Movement"), _MOVED)
        return joined(first, fitted(_("Case or group"), self._name_room()), self._months_head())

    def line(self, entry: PriorityEntry) -> Content:
        """Return one entry on two lines: who and the facts, then people, weeks and review."""
        first = joined(
            (fitted(str(entry.rank), _NUMBER - 1, right=True) + " ", "bold"),
            (fitted(self.moved(entry), _MOVED), "$zvk-muted" if self._stays(entry) else "bold"),
            (fitted(self.who(entry), self._name_room()), "bold"),
            self._facts(entry),
        )
        if entry.hidden:
            return joined(first, "\n")
        margin = " " * (_NUMBER + (_MOVED if self.wide else 0))
        return joined(first, "\n", margin, self._people(entry), self._review(entry))

    def on_card(self) -> Iterable[Content]:
        """Yield the list for the card at the table: who stands where, what is open and when it is looked at again."""
        for entry in self.entries:
            head = f"{fitted(str(entry.rank), 2, right=True)} {fitted(self.moved_sign(entry), 4)}"
            wide = self.width >= _CARD_WIDE
            room = max(18, self.width - (_CARD if wide else _CARD_LEAD))
            who = fitted(self.who(entry), room)
            found = self.facts.get(entry.id)
            if found is None:
                yield joined((head + who.rstrip(), "bold"))
                continue
            actions = (self._actions(found), "" if found.open_actions else "$zvk-muted")
            yield joined((head + who, "bold"), "" if wide else "\n" + " " * 6, actions, "  ", self._review(entry))
        if not self.entries:
            yield joined("  ", (_("The list is empty."), "$zvk-muted"))

    def _stays(self, entry: PriorityEntry) -> bool:
        return movement(entry, self.before).movement is Movement.SAME

    def _people(self, entry: PriorityEntry) -> tuple[str, str]:
        said = (
            _("contact {name}").format(name=self._professional(entry.contact)),
            _("director {name}").format(name=self._professional(entry.director)),
            _("{count} wk").format(count=entry.weeks(self.today)),
        )
        return " · ".join(said) + " · ", "$zvk-muted"

    def _professional(self, person: Professional | None) -> str:
        """Return a professional's name; where there is little room, with an initial for the first name."""
        if person is None:
            return "–"
        first, *others = person.name.split() or [""]
        short = " ".join((f"{first[:1]}.", *others)) if others else first
        return fitted(person.name, 24).rstrip() if self.wide else fitted(short, 12).rstrip()

    def _review(self, entry: PriorityEntry) -> Content:
        """Return the day of the review; when it is over, how many days it is late."""
        days = entry.review_late(self.today)
        said = late(days) if days else plain_date(entry.review_on)
        text = _("review {when}").format(when=said) if self.wide else _("rev. {when}").format(when=said)
        since = f" ({plain_date(entry.review_on)})" if days and self.wide else ""
        return joined((text + since, "bold $zvk-late" if days else "$zvk-muted"))

    def _facts(self, entry: PriorityEntry) -> Content:
        found = self.facts.get(entry.id)
        if found is None:
            return Content("")
        return joined(self._bars(found), "  ", self._actions(found), "  ", self._discussed(found))

    def _actions(self, found: PriorityFacts) -> str:
        actions = ngettext("{count} action", "{count} actions", found.open_actions).format(count=found.open_actions)
        return fitted(actions, 9, right=True)

    def _discussed(self, found: PriorityFacts) -> str:
        if found.days_since_discussed is None:
            return fitted(_("never"), 7, right=True)
        return fitted(_("{days} d ago").format(days=found.days_since_discussed), 7, right=True)

    def _bars(self, found: PriorityFacts) -> str:
        """Return the months as bars, each by the same steps; wide, with the numbers."""
        totals = [month.total for month in found.months]
        if self.wide:
            return "".join(f"{bar(total)}{fitted(str(total), _CELL - 1)}" for total in totals)
        return "".join(bar(total) for total in totals) + fitted(str(sum(totals)), 4, right=True)

    def _months_head(self) -> str:
        months: Iterable[date] = next(([one.first for one in found.months] for found in self.facts.values()), ())
        names = [fitted(month_name(month), _CELL) for month in months]
        rest = f"  {fitted(_('open'), 9, right=True)}  {fitted(_('spoken'), 7, right=True)}"
        return "".join(names) + rest if self.wide else fitted(_("6 months"), 10) + rest

    def _name_room(self) -> int:
        months = 6 * _CELL if self.wide else 10
        return max(18, self.width - _NUMBER - _MOVED - months - 20)


def subject_of(entry: PriorityEntry) -> Subject:
    """Return who an entry is about; a group is its label."""
    return entry.case.subject if entry.case else Subject(group_name=entry.group_label)


def moved_text(step: Moved) -> str:
    """Return how an entry moved, as a sign and a word: "↑ hoger 3"."""
    places = f" {step.places}" if step.places else ""
    return f"{_SIGNS[step.movement]} {label(step.movement)}{places}"


def bar(total: int) -> str:
    """Return one sign for a number: a dot for none, else a bar of the same height wherever the number stands."""
    return _BARS[bisect_right(_STEPS, total)]


def steps_text() -> str:
    """Return which number makes which bar: "▁ 1 ▂ 2 … ▅ 6-8 … █ 20+"."""
    first = zip(_BARS[1:-1], _STEPS, _STEPS[1:], strict=False)
    said = (f"{sign} {low}" + (f"-{above - 1}" if above - 1 > low else "") for sign, low, above in first)
    return " ".join((*said, f"{_BARS[-1]} {_STEPS[-1]}+"))
