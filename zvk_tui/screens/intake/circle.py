"""The third page: the direct circle, the life domains and the chains involved."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Label

from zvk_tui.domain.case_terms import CircleRelation, LifeDomain
from zvk_tui.domain.intake import CircleMember, IntakeForm
from zvk_tui.domain.intake_check import Step, parse_birth
from zvk_tui.domain.partners import Chain
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, plain_date
from zvk_tui.screens.intake.page import Page
from zvk_tui.screens.intake.rows import member_row
from zvk_tui.screens.record_form import Answers, Field, RecordForm
from zvk_tui.widgets.lines import ArrowLines, Line
from zvk_tui.widgets.picker import Picker
from zvk_tui.widgets.text import plain

NEW = "new"
"""The key of the line that adds somebody."""


class CircleLines(ArrowLines):
    """The people of the direct circle."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "ask('new')", N_("Add"), show=True),
        Binding("enter", "select", N_("Open"), show=True),
        Binding("x", "remove", N_("Take out"), show=True),
    ]

    class Asked(Message):
        """Somebody wants to add or change a person of the circle."""

        def __init__(self, number: int | None) -> None:
            super().__init__()
            self.number = number

    class Removed(Message):
        """Somebody wants to take a person out."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def action_ask(self, key: str) -> None:
        """Ask for the form of one person, or of a new one."""
        self.post_message(self.Asked(int(key) if key.isdecimal() else None))

    def action_remove(self) -> None:
        """Take out the person under the cursor."""
        if self.chosen.isdecimal():
            self.post_message(self.Removed(int(self.chosen)))


class CirclePage(Page):
    """Light records of the people around (Bgs art. 2.19), and where the problems are."""

    STEP = Step.CIRCLE
    TITLES: ClassVar[Mapping[str, str]] = {"domains": N_("Life domains"), "chains": N_("Chains involved")}

    def compose(self) -> ComposeResult:
        """Lay out what can be picked, and the people."""
        form = self.form
        domains = choices(LifeDomain)
        yield self.row(_("Life domains"), Picker(domains, " ".join(form.domains), many=True, id="domains"))
        chains = choices(Chain)
        yield self.row(_("Chains involved"), Picker(chains, " ".join(form.chains), many=True, id="chains"))
        yield Label(plain(_("Direct circle: parents, brothers and sisters, others close by"), "bold $primary"))
        yield CircleLines(id="circle")

    def refresh_page(self) -> None:
        """Show the people, their names as the projector allows."""
        super().refresh_page()
        lines = [Line(member_row(one, self.style), str(number)) for number, one in enumerate(self.form.circle)]
        add = Line(plain(_("n adds somebody"), "$zvk-muted"), NEW)
        self.query_one(CircleLines).show([*lines, add])

    def picked(self, picker: Picker) -> None:
        """Take the life domains or the chains, in the order of the list."""
        keys = picker.value.split()
        if picker.id == "domains":
            self.edit(domains=tuple(one for one in LifeDomain if one in keys))
        else:
            self.edit(chains=tuple(one for one in Chain if one in keys))

    def take(self, number: int | None, member: CircleMember) -> None:
        """Take a new or changed person of the circle."""
        circle = list(self.form.circle)
        if number is None:
            circle.append(member)
        else:
            circle[number] = member
        self.edit(circle=tuple(circle))
        self.refresh_page()

    @on(CircleLines.OptionSelected)
    def _opened(self, event: CircleLines.OptionSelected) -> None:
        event.stop()
        lines = self.query_one(CircleLines)
        lines.action_ask(lines.key_at(event.option_index))

    @on(CircleLines.Removed)
    def _removed(self, event: CircleLines.Removed) -> None:
        self.edit(circle=tuple(one for number, one in enumerate(self.form.circle) if number != event.number))
        self.refresh_page()


def member_form(
    form: IntakeForm, number: int | None, key: str, today: date, take: Callable[[int | None, CircleMember], None]
) -> RecordForm:
    """Return the form of one person of the circle; None asks for a new one."""
    was = form.circle[number] if number is not None else CircleMember()

    def save(said: Answers) -> None:
        born = parse_birth(said["born"], today)
        if said["born"] and born is None:
            raise Refused(N_("This date does not exist. Type it as 23-11-2026."))
        relation = CircleRelation(said["relation"])
        now = CircleMember(relation, said["given"], said["prefix"], said["surname"], born, said["note"])
        _refuse(now, form.registered_on or today)
        take(number, now)

    fields = (
        Field("relation", _("Is to the person"), was.relation, choices(CircleRelation)),
        Field("given", _("Given names"), was.given_names, personal=True),
        Field("prefix", _("Prefix"), was.prefix, hint=_("de, van der"), personal=True),
        Field("surname", _("Surname"), was.surname, personal=True),
        Field("born", _("Born on"), plain_date(was.birth_date) if was.birth_date else "", personal=True),
        Field("note", _("Note"), was.note, hint=_("what the case needs, no more"), personal=True),
    )
    return RecordForm(_("Direct circle"), f"{key}/{'new' if number is None else number}", fields, save)


def _refuse(member: CircleMember, registered_on: date) -> None:
    if not member.subject.full_name.strip():
        raise Refused(N_("Somebody in the circle has no name."))
    if member.birth_date and member.birth_date > registered_on:
        raise Refused(N_("Somebody in the circle was born after the registration."))
