"""The settings of the chamber: each with what it means, changed one at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label

from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Ask
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined


@dataclass(frozen=True, slots=True)
class _Setting:
    """One setting as it is asked."""

    name: str
    """The field of `ChamberSettings`."""
    title: str
    meaning: str
    problem: Callable[[str], str]
    """Returns what is wrong with what was typed; nothing when it is good."""


def _number(least: int, most: int) -> Callable[[str], str]:
    def problem(typed: str) -> str:
        good = typed.strip().isdecimal() and least <= int(typed) <= most
        return "" if good else _("Type a number from {least} to {most}.").format(least=least, most=most)

    return problem


def _some_text(typed: str) -> str:
    return "" if typed.strip() else _("There is no text yet.")


def _word_file(typed: str) -> str:
    path = Path(typed.strip()).expanduser()
    good = not typed.strip() or (path.suffix.lower() == ".docx" and path.is_file())
    return "" if good else _("There is no Word file (.docx) here.")


_SETTINGS = (
    _Setting("chamber", N_("Name of the chamber"), N_("stands on the minutes"), _some_text),
    _Setting("lock_after_minutes", N_("Lock after"), N_("minutes without a key, 1 to 60; never off"), _number(1, 60)),
    _Setting("review_weeks", N_("Back on the agenda after"), N_("weeks without a discussion"), _number(1, 52)),
    _Setting("letter_days", N_("Notification letter within"), N_("days after admission, 1 to 30"), _number(1, 30)),
    _Setting("word_template", N_("Word template"), N_("a .docx of your own organisation; empty: ours"), _word_file),
)


class SettingsDialog(Dialog[None]):
    """Shows the settings of this vault; enter changes the one under the cursor."""

    HELP = N_("These settings live in the vault and hold for everybody who opens it.")

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list of settings."""
        with Vertical(classes="dialog wide"):
            yield Label(_("Settings of the chamber"), classes="dialog-title")
            yield OpenLines(classes="answers")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the settings."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read the settings again."""
        now = self.vault.settings.get()
        wide = self.app.size.width >= 100
        self.lines.show(Line(_row(setting, now, wide=wide), setting.name) for setting in _SETTINGS)

    @on(Lines.OptionSelected)
    @asking
    async def _change(self) -> None:
        setting = next(one for one in _SETTINGS if one.name == self.lines.chosen)
        now = self.vault.settings.get()
        before = getattr(now, setting.name)
        typed = await self.app.push_screen_wait(
            Ask(_(setting.title), str(before), _(setting.meaning), check=setting.problem)
        )
        if typed is not None:
            value: Any = int(typed) if isinstance(before, int) else typed.strip()
            self.vault.keep.save_settings(replace(now, **{setting.name: value}))
            self.zvk.heed(self.vault.settings.get())
            self.refresh_view()


def _row(setting: _Setting, now: ChamberSettings, *, wide: bool) -> Content:
    """Return one setting; what it means stands beside it where there is room, and always where it is changed."""
    value = str(getattr(now, setting.name)) or "–"
    meaning = f"  {_(setting.meaning)}" if wide else ""
    return joined(fitted(_(setting.title), 26), (fitted(value, 36), "bold"), (meaning, "$zvk-muted"))
