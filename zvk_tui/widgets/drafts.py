"""Fields whose text is in the vault within a second of typing."""

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from zvk_tui.domain.draft import Draft
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_
from zvk_tui.widgets.one_line import OneLine, tell_too_long
from zvk_tui.widgets.text import clean

if TYPE_CHECKING:
    from zvk_tui.store.drafts import Drafts

SOON: Final = 0.5
"""Seconds after a key at which the text is kept."""

AGAIN: Final = 5
"""Seconds after which text that could not be kept is tried again."""

LONGEST: Final = 20_000
"""Characters that one field takes."""


class KeepsDraft(Widget):
    """A field that keeps what is typed in it, and gives it back after a lock or a crash."""

    _drafts: "Drafts | None" = None
    _draft_key: str = ""
    _item_id: int | None = None
    _pending: Timer | None = None
    _kept: tuple[str, int] | None = None

    def keeps(self, drafts: "Drafts", key: str, item_id: int | None) -> Draft | None:
        """Keep the text of this field under `key` from now on; return what was kept before."""
        self._drafts, self._draft_key, self._item_id = drafts, key, item_id
        draft = drafts.get(key)
        self._kept = (draft.text, draft.cursor) if draft else None
        return draft

    def leave(self) -> None:
        """Keep the text, and have nothing more to keep until `keeps` is called again."""
        self.keep_draft()
        self._rest()
        self._drafts, self._kept = None, None

    def typed(self) -> None:
        """Note that the text changed; it is kept half a second from the first change."""
        if self._drafts is not None and self._pending is None:
            self._pending = self.set_timer(SOON, self._keep_or_tell)

    def keep_draft(self) -> None:
        """Keep the text now, if it or the cursor in it changed since."""
        here = self.text_and_cursor()
        if self._drafts is None or (self._pending is None and self._kept in {None, here}):
            return
        self._drafts.keep(Draft(self._draft_key, *here, self._item_id))
        self._kept = here
        self._rest()

    def on_unmount(self) -> None:
        """Keep the text when the field goes away by any other way than entering or leaving it."""
        with suppress(ZvkError):  # a disk that is full was told of before
            self.keep_draft()

    def entered(self) -> None:
        """Forget the draft: its text was entered."""
        self._rest()
        self._kept = None
        if self._drafts is not None:
            self._drafts.forget(self._draft_key)

    def _keep_or_tell(self) -> None:
        """Keep the text; when that fails, say so and try again, until it is kept."""
        try:
            self.keep_draft()
        except ZvkError as error:
            self.notify(error.sentence, severity="error", markup=False)
            self._pending = self.set_timer(AGAIN, self._keep_or_tell)

    def _rest(self) -> None:
        """Wait for the next change."""
        if self._pending is not None:
            self._pending.stop()
            self._pending = None

    def text_and_cursor(self) -> tuple[str, int]:
        """Return the text and where the cursor is."""
        raise NotImplementedError


class DraftLine(OneLine, KeepsDraft):
    """One line of text that is kept while it is typed."""

    MOST = LONGEST

    def on_input_changed(self) -> None:
        """Keep what changed."""
        self.typed()

    def text_and_cursor(self) -> tuple[str, int]:
        """Return the text and where the cursor is."""
        return self.value, self.cursor_position

    def give_back(self, draft: Draft) -> None:
        """Show a draft, the cursor where it was."""
        self.value = draft.text
        self.cursor_position = draft.cursor


class DraftArea(TextArea, KeepsDraft):
    """Several lines of text; tab leaves the field, so that no key traps the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_text", N_("Save"), show=True, priority=True),
    ]

    class Entered(Message):
        """Enter was pressed: the text is as it should be."""

    def action_enter_text(self) -> None:
        """Say that enter was pressed; what is pasted may hold line breaks, typing does not make them."""
        self.post_message(self.Entered())

    def on_text_area_changed(self) -> None:
        """Keep what changed."""
        self.typed()

    async def _on_paste(self, event: events.Paste) -> None:
        """Refuse what is longer than a field takes, and leave out signs that cannot be seen."""
        text = clean(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if len(text) + len(self.text) > LONGEST:
            event.prevent_default()
            event.stop()
            tell_too_long(self, len(text), LONGEST)
        elif text != event.text:
            event.prevent_default()
            event.stop()
            self.replace(text, *self.selection)

    def text_and_cursor(self) -> tuple[str, int]:
        """Return the text and where the cursor is, counted in characters."""
        row, column = self.cursor_location
        before = self.text.split("\n")[:row]
        return self.text, sum(len(line) + 1 for line in before) + column

    def give_back(self, draft: Draft) -> None:
        """Show a draft, the cursor where it was."""
        self.text = draft.text
        before = draft.text[: draft.cursor].split("\n")
        self.cursor_location = (len(before) - 1, len(before[-1]))


class StepArea(DraftArea):
    """Several lines of text in a form that enter goes through field by field."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter_text", N_("Next field"), show=True, priority=True),
    ]
