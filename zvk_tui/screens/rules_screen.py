"""Rules with their versions: each rule with where it is written, changed as a new version, the earlier ones kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.i18n import N_, _
from zvk_tui.labels import plain_date
from zvk_tui.screens.admission import ChangeLines
from zvk_tui.screens.base import ZvkScreen, asking
from zvk_tui.screens.dialogs import Choose
from zvk_tui.screens.record_form import RecordForm
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import fitted, joined, plain, wrapped


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it is shown."""

    field: str
    """The field of the form that changes it."""
    title: str
    value: str
    source: str
    """Where it is written; nothing is said of it when this is empty."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the rules as it is shown."""

    number: int
    words: str
    """Which version this is: its number, since when, by whom."""
    parts: tuple[tuple[str, tuple[Rule, ...]], ...]
    """The rules, below the headings they stand under; rules without a heading have an empty one."""


class RulesScreen(ZvkScreen):
    """The rules that count now, or an earlier version of them; enter changes the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("Change")),
        Binding("v", "versions", N_("Versions")),
    ]
    TITLE_WIDTH: ClassVar = 19
    """Columns of what a rule is called."""
    CHANGED: ClassVar = N_("Version {number} counts from now on.")
    """Message id of what is said of a new version."""

    lines = getters.query_one(Lines)

    def __init__(self) -> None:
        super().__init__()
        self._version: int | None = None
        """The earlier version that is shown; None for the one that counts."""

    def heading(self) -> str:
        """Return which rules these are."""
        raise NotImplementedError

    def versions(self) -> Sequence[Version]:
        """Read every version, the one that counts first."""
        raise NotImplementedError

    def form(self, at: str) -> RecordForm:
        """Return the form of a new version; it begins at the field `at`."""
        raise NotImplementedError

    def compose_body(self) -> ComposeResult:
        """Lay out the rules."""
        yield ChangeLines(id="rules")

    def refresh_view(self) -> None:
        """Read the rules again."""
        versions = self.versions()
        shown = next((one for one in versions if one.number == self._version), versions[0])
        self.bar.title = self.heading()
        self.bar.status = shown.words + (_("; no longer counts") if shown is not versions[0] else "")
        self.lines.show(self._rows(shown))
        self.lines.focus()

    def on_resize(self, _event: events.Resize) -> None:
        """Break the texts at the new width."""
        if self.is_mounted:
            self.refresh_view()

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action == "edit" and self._version is not None:
            return _("This version no longer counts. Choose the newest one with v to change it.")
        return ""

    def action_back(self) -> None:
        """Go back to where this was opened; from an earlier version, to the one that counts."""
        if self._version is None:
            self.app.pop_screen()
        else:
            self._version = None
            self.refresh_view()

    def action_edit(self) -> None:
        """Change the rules."""
        if self.allowed("edit"):
            self._edit("")

    @on(Lines.OptionSelected)
    def _change(self) -> None:
        if self.allowed("edit"):
            self._edit(self.lines.chosen)

    @asking
    async def action_versions(self) -> None:
        """Look at an earlier version."""
        newest, *earlier = self.versions()
        lines = [Line(plain(one.words), str(one.number)) for one in (newest, *earlier)]
        if chosen := await self.app.push_screen_wait(Choose(_("Which version?"), lines, str(self._version or ""))):
            self._version = int(chosen) if int(chosen) != newest.number else None
            self.refresh_view()

    @asking
    async def _edit(self, at: str) -> None:
        before = self.versions()[0]
        await self.app.push_screen_wait(self.form(at))
        now = self.versions()[0]
        if now != before:
            self.refresh_view()
            self.tell(_(self.CHANGED).format(number=now.number))

    def _rows(self, version: Version) -> Iterator[Line]:
        for place, (heading, rules) in enumerate(version.parts):
            if place:
                yield Line(plain(""))
            if heading:
                yield Line(joined((heading, "bold $primary")))
            yield from map(self._row, rules)

    def _row(self, rule: Rule) -> Line:
        """Return one rule; below it where it is written."""
        room = max(30, self.app.size.width - self.TITLE_WIDTH - 10)
        source = plain(_("source: {source}").format(source=rule.source), "$zvk-muted")
        texts = (plain(rule.value), source) if rule.source else (plain(rule.value),)
        first, *rest = (line for text in texts for line in wrapped(text, room).split("\n"))
        margin = " " * (self.TITLE_WIDTH + 3)
        title = (fitted(rule.title, self.TITLE_WIDTH), "bold")
        lines = [joined("  ", title, " ", first), *(joined(margin, one) for one in rest)]
        return Line(Content("\n").join(lines), rule.field)


def version_words(number: int, since: date | None, by: str, origin: str = "") -> str:
    """Return which version this is: "version 2, since 23-11-2026, Voorzitter".

    Nobody made the first one: of that `origin` is told, which is the annual report unless it is said.
    """
    version = _("version {number}").format(number=number)
    if not by:
        return f"{version}, {origin or _('as in the annual report of 2023')}"
    day = _("since {date}").format(date=plain_date(since)) if since else ""
    return ", ".join(part for part in (version, day, by) if part)
