"""The second page: whom it is about, whether the age fits, and who may be the same person."""

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Label

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import Step, parse_birth
from zvk_tui.domain.referral import Alike
from zvk_tui.errors import VaultLocked
from zvk_tui.i18n import N_, _
from zvk_tui.labels import plain_date
from zvk_tui.screens.intake.page import Page
from zvk_tui.screens.intake.rows import age_line, alike_row
from zvk_tui.widgets.hint import Hint
from zvk_tui.widgets.lines import ArrowLines, Line
from zvk_tui.widgets.text import plain

LOOK_AFTER = 0.3
"""Seconds after the last key at which the vault is looked through."""


class AlikeLines(ArrowLines):
    """Cases of people who may be the same: one letter says what they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Same or other"), show=True),
        Binding("h", "judge(True)", N_("Same person"), show=True),
        Binding("a", "judge(False)", N_("Somebody else"), show=True),
    ]

    class Judged(Message):
        """Somebody said whether it is the same person."""

        def __init__(self, ref: str, *, same: bool) -> None:
            super().__init__()
            self.ref = ref
            self.same = same

    def action_judge(self, same: bool) -> None:
        """Say whether the case under the cursor is about the same person."""
        if self.chosen:
            self.post_message(self.Judged(self.chosen, same=same))


class PersonPage(Page):
    """The person or group, and the check on duplicates and re-registration (seed l.528-531)."""

    STEP = Step.PERSON
    _looking: Timer | None = None
    _found: tuple[Alike, ...] = ()

    class Asked(Message):
        """Enter was pressed on somebody who may be the same."""

        def __init__(self, alike: Alike) -> None:
            super().__init__()
            self.alike = alike

    def compose(self) -> ComposeResult:
        """Lay out the fields, what the age says, and who is alike."""
        subject = self.form.subject
        yield self.line_row(_("Given names"), "given", subject.given_names)
        yield self.line_row(_("Prefix"), "prefix", subject.prefix, _("de, van der"))
        yield self.line_row(_("Surname"), "surname", subject.surname)
        born = self.form.typed("born") or (plain_date(subject.birth_date) if subject.birth_date else "")
        yield self.line_row(_("Born on"), "born", born, _("4-3-2009"))
        yield self.line_row(
            _("Or group"), "group", subject.group_name, _("for a family or group: what the table calls it")
        )
        yield Hint(id="age")
        yield Label(plain(_("Who may be the same person"), "bold $primary"), id="alike-head")
        yield AlikeLines(id="alike")

    def refresh_page(self) -> None:
        """Show what the vault knows of this name and date of birth."""
        super().refresh_page()
        self._look()

    def judge(self, ref: str, *, same: bool) -> None:
        """Take what somebody said of a case: the same person, or somebody else; a second time takes it back."""
        others = tuple(one for one in self.form.others if one != ref)
        if same:
            self.edit(earlier_ref="" if self.form.earlier_ref == ref else ref, others=others)
        else:
            earlier = "" if self.form.earlier_ref == ref else self.form.earlier_ref
            self.edit(earlier_ref=earlier, others=others if ref in self.form.others else (*others, ref))
        self._show()

    def found(self, ref: str) -> Alike:
        """Return one of those who may be the same."""
        return next(one for one in self._found if one.case_file.ref == ref)

    def read(self) -> IntakeForm:
        """Return the form as the fields say."""
        said = self.lines()
        if "born" not in said:
            return self.form
        born = parse_birth(said["born"], self.setting.today)
        subject = Subject(said["given"], said["prefix"], said["surname"], born, said["group"])
        return replace(self.form.with_typed("born", said["born"] if born is None else ""), subject=subject)

    def typed(self) -> None:
        """Take what was typed, and look a moment later whether the person is known."""
        super().typed()
        if not self.is_attached:
            return
        self._say_age()
        if self._looking is not None:
            self._looking.stop()
        self._looking = self.set_timer(LOOK_AFTER, self._look)

    @on(AlikeLines.OptionSelected)
    def _opened(self, event: AlikeLines.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Asked(self.found(self.query_one(AlikeLines).key_at(event.option_index))))

    def _say_age(self) -> None:
        self.query_one("#age", Hint).say(age_line(self.form, self.setting.rules(self.form)))

    def _look(self) -> None:
        subject = self.form.subject
        person = replace(subject, group_name="") if subject.doubly_named else subject
        with suppress(VaultLocked):  # locked since the last key: nobody sees the page any more
            self._found = self.setting.vault.intakes.alike(person)
            self._say_age()
            self._show()

    def _show(self) -> None:
        room = max(60, self.app.size.width - 6)
        lines = [Line(alike_row(one, self.form, self.style, room), one.case_file.ref) for one in self._found]
        self.query_one(AlikeLines).show(lines)
        for name in ("#alike-head", "#alike"):
            self.query_one(name).display = bool(lines)
