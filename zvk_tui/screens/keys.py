"""The keys of the vault: who can open it, another passphrase, another person, a recovery key on paper."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from zvk_tui.i18n import N_, _
from zvk_tui.screens.base import Dialog, asking
from zvk_tui.screens.dialogs import Ask, Reading
from zvk_tui.widgets.bars import KeyBar
from zvk_tui.widgets.lines import Line, Lines
from zvk_tui.widgets.text import plain

Answer = TypeVar("Answer")


class Keys(Dialog[None]):
    """Says who can open the vault, and gives or changes keys; the data itself is not touched."""

    HELP = N_("Everybody has a passphrase of their own. The recovery key is for the day that a passphrase is lost.")

    said = getters.query_one("#said", Static)

    def compose(self) -> ComposeResult:
        """Lay out the names and the three things that can be done."""
        with Vertical(classes="dialog"):
            yield Label(_("Keys of the vault"), classes="dialog-title")
            yield Static(id="holders", classes="hint")
            yield Lines(classes="answers")
            yield Static(id="said", classes="hint")
            yield KeyBar()

    def on_mount(self) -> None:
        """Show who can open the vault."""
        self.refresh_view()

    def refresh_view(self) -> None:
        """Read the names again."""
        names = ", ".join(self.vault.holders())
        self.query_one("#holders", Static).update(plain(_("Can open this vault: {names}").format(names=names)))
        ways = (
            (_("Change your passphrase"), "change"),
            (_("Give somebody access"), "add"),
            (_("New recovery key"), "recovery"),
        )
        self.query_one(Lines).show(Line(plain(words), key) for words, key in ways)

    @on(Lines.OptionSelected)
    def _chosen(self, event: Lines.OptionSelected) -> None:
        match self.query_one(Lines).key_at(event.option_index):
            case "change":
                self._change()
            case "add":
                self._add()
            case _:
                self._recovery()

    @asking
    async def _change(self) -> None:
        old = await self.app.push_screen_wait(Ask(_("Your present passphrase"), secret=True))
        new = await self._new_passphrase() if old else None
        if old and new:
            await self._at_work(lambda: self.vault.change_passphrase(old, new))
            self._say(_("Your passphrase is changed. Older back-ups still open with the old one."))

    @asking
    async def _add(self) -> None:
        name = await self.app.push_screen_wait(Ask(_("Who gets access? The name is in the log and on the minutes.")))
        new = await self._new_passphrase() if name and name.strip() else None
        if name and new:
            await self._at_work(lambda: self.vault.add_slot(name.strip(), new))
            self._say(_("{name} can open this vault now.").format(name=name.strip()))
            self.refresh_view()

    @asking
    async def _recovery(self) -> None:
        ring, printed = await self._at_work(self.vault.new_recovery)
        words = _("Write this key down on paper and keep it in a safe. You are asked to type it over.")
        if not await self.app.push_screen_wait(Reading(_("Recovery key"), plain(printed), words)):
            return
        retyped = await self.app.push_screen_wait(Ask(_("Type the recovery key over from paper")))
        kept = bool(retyped) and await self._at_work(partial(self.vault.keep_recovery, ring, retyped or ""))
        if kept:
            self._say(_("The recovery key counts from now on; an earlier one no longer does."))
        else:
            self._say(_("The recovery key was not kept."))

    async def _new_passphrase(self) -> str | None:
        hint = _("At least 12 characters; four or five words are easy to remember.")
        new = await self.app.push_screen_wait(Ask(_("New passphrase"), hint=hint, secret=True))
        if not new:
            return None

        def check(again: str) -> str:
            return "" if again == new else _("The two are not the same. Type it again.")

        return await self.app.push_screen_wait(Ask(_("The same passphrase again"), check=check, secret=True))

    async def _at_work(self, task: Callable[[], Answer]) -> Answer:
        """Run what takes a second beside the screen, and say so."""
        self._say(_("The key is being derived; this takes a second on purpose."))
        try:
            return await asyncio.to_thread(task)
        finally:
            self._say("")

    def _say(self, sentence: str) -> None:
        self.said.update(plain(sentence, "$zvk-muted"))
