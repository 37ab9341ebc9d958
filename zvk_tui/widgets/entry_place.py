"""The place of the forms below the card: each is made once and shown when its letter is pressed."""

import asyncio
from typing import TYPE_CHECKING, Any, Final

from textual.containers import Vertical

from zvk_tui.domain.meeting import Meeting
from zvk_tui.widgets.entry_form import EntryForm
from zvk_tui.widgets.entry_forms import FORMS

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

_AHEAD: Final = 0.25
"""Seconds after which a form is made that nobody asked for yet."""


class EntryPlace(Vertical):
    """Shows one form at a time, or none."""

    def __init__(self, vault: "Vault", meeting: Meeting) -> None:
        super().__init__(id="entry")
        self.display = False
        self._vault = vault
        self._meeting = meeting
        self._forms: dict[str, EntryForm[Any]] = {}
        self._making = asyncio.Lock()

    def on_mount(self) -> None:
        """Make the forms when the screen stands there, so that no letter waits for it."""
        self.set_timer(_AHEAD, self._make_next)

    async def open(self, kind: str, meeting: Meeting, item_id: int, existing: object = None) -> None:
        """Show a form for a new entry at an item, or one to change; it has the focus, and is painted once."""
        form = await self._form(kind)
        with self.app.batch_update():
            self._leave()
            form.begin(meeting, item_id, existing)
            self.display = True

    def close(self) -> None:
        """Show no form; what was typed and not entered is kept."""
        self._leave()
        self.display = False

    def _leave(self) -> None:
        for form in self._forms.values():
            if form.display:
                form.leave()

    async def _form(self, kind: str) -> EntryForm[Any]:
        async with self._making:
            if kind not in self._forms:
                form = FORMS[kind](self._vault, self._meeting)
                await self.mount(form)
                self._forms[kind] = form
        return self._forms[kind]

    async def _make_next(self) -> None:
        """Make one form that is not there yet, and the next a moment later."""
        missing = next((kind for kind in FORMS if kind not in self._forms), None)
        if missing is not None and self._vault.is_open:
            await self._form(missing)
            self.set_timer(_AHEAD, self._make_next)
