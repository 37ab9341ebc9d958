"""What every page of a registration has: rows of fields, and a form that changes with every key."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, cast

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea

from zvk_tui.documents.names import Masks
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import Step
from zvk_tui.i18n import _
from zvk_tui.screens.host import Host
from zvk_tui.screens.intake.setting import Setting, masks
from zvk_tui.widgets.choice import Choice
from zvk_tui.widgets.drafts import StepArea
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.picker import Picker
from zvk_tui.widgets.text import clean, plain

PERSONAL = "personal"
"""The class of fields that are hidden while a projector may be on."""


class Page(VerticalScroll, can_focus=False):
    """One page; it changes the form and tells so, and the screen keeps it."""

    STEP: ClassVar[Step]
    TITLES: ClassVar[Mapping[str, str]] = {}
    """The message ids of what is asked in a field from whose list is picked."""

    class Edited(Message):
        """The form is another one now."""

        def __init__(self, page: "Page") -> None:
            super().__init__()
            self.page = page

    def __init__(self, form: IntakeForm, setting: Setting) -> None:
        super().__init__(id="page")
        self.form = form
        self.setting = setting
        self._fields: dict[str, Widget] = {}

    @property
    def style(self) -> NameStyle:
        """How people are named now."""
        return NameStyle.INITIALS if self.hidden else NameStyle.FULL

    @property
    def hidden(self) -> bool:
        """Whether a projector may be on."""
        return cast("Host", self.app).projector

    @property
    def masks(self) -> Masks:
        """What hides names in a text, as the projector asks."""
        return masks(self.form, self.style)

    def on_mount(self) -> None:
        """Show the page as the projector asks, and begin at its first field."""
        self.refresh_page()
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Give the focus to the first field, unless something here has it."""
        stops = self.stops()
        if stops and not any(stop.has_focus for stop in stops):
            stops[0].focus()

    def stops(self) -> list[Widget]:
        """Return what can have the focus, from top to bottom; nothing once the page is gone."""
        if not self.is_attached:
            return []
        return [widget for widget in self.screen.focus_chain if self in widget.ancestors]

    def go_on(self) -> bool:
        """Go to the next field; return whether there was one."""
        stops = self.stops()
        place = next((n for n, stop in enumerate(stops) if stop.has_focus), -1)
        if place + 1 >= len(stops):
            return False
        stops[place + 1].focus()
        return True

    def refresh_page(self) -> None:
        """Hide what is about people while a projector may be on."""
        for widget in self.query(f".{PERSONAL}"):
            if isinstance(widget, OneLine):
                widget.password = self.hidden
            else:
                widget.display = not self.hidden
        for note in self.query(".hidden-note"):
            note.display = self.hidden

    def read(self) -> IntakeForm:
        """Return the form as the fields say at this moment."""
        return self.form

    def edit(self, **changes: Any) -> None:
        """Change what is no field: something that was picked, answered or chosen."""
        self.changed(replace(self.read(), **changes))

    def changed(self, form: IntakeForm) -> None:
        """Take another form and tell so, if it is another one."""
        if form != self.form:
            self.form = form
            self.post_message(self.Edited(self))

    def row(self, title: str, *fields: Widget) -> Horizontal:
        """Return one row: a title and what is filled in; also once the page is gone, its last letters are there."""
        self._fields.update((str(field.id), field) for field in fields if field.id)
        return Horizontal(Label(plain(title), classes="form-label wide-label"), *fields, classes="form-row")

    def text_row(self, title: str, name: str, value: str) -> Horizontal:
        """Return a row to type a longer text in, which is hidden while a projector may be on."""
        note = Label(plain(_("hidden: projector mode is on"), "$zvk-muted"), classes="hidden-note")
        return self.row(title, StepArea(clean(value), id=name, classes=PERSONAL), note)

    def line_row(self, title: str, name: str, value: str, hint: str = "", *, personal: bool = True) -> Horizontal:
        """Return a row to type one line in."""
        return self.row(title, OneLine(clean(value), id=name, placeholder=hint, classes=PERSONAL if personal else ""))

    def forget_rows(self) -> None:
        """Forget the rows: others come in their place."""
        self._fields.clear()

    def lines(self) -> dict[str, str]:
        """Return what stands in the fields of one line."""
        return {name: field.value.strip() for name, field in self._fields.items() if isinstance(field, OneLine)}

    def choices(self) -> dict[str, str]:
        """Return what was chosen out of a few."""
        return {name: field.value for name, field in self._fields.items() if isinstance(field, Choice)}

    def texts(self, names: Mapping[str, str]) -> dict[str, Any]:
        """Return what is typed in the fields that are there, under the names that the form has for them."""
        areas = {name: field.text for name, field in self._fields.items() if isinstance(field, StepArea)}
        return {field: areas[name] for name, field in names.items() if name in areas}

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typed(self) -> None:
        self.typed()

    def typed(self) -> None:
        """Take what was typed."""
        self.changed(self.read())

    def picked(self, picker: Picker) -> None:
        """Take what was picked from a list."""


def chosen(options: Iterable[Any], key: str) -> Any:
    """Return the option of which `key` is the value or the number, None for none."""
    return next((one for one in options if str(getattr(one, "id", one)) == key), None)
