"""A form that begins with one line, `police: what @when`: understood while somebody types, tab completes the owner."""

from collections.abc import Callable, Iterable

from textual import events, on
from textual.content import Content
from textual.widgets import Input, Static

from zvk_tui.domain.entry_line import EntryLine, parse_statement
from zvk_tui.domain.owners import Owner
from zvk_tui.domain.partners import Directory
from zvk_tui.screens.record_form import Answers, Field, RecordForm
from zvk_tui.widgets.drafts import DraftLine
from zvk_tui.widgets.entry_words import offered, owner_typed, understood

LINE = "line"
"""The name of the field with the line."""


class LineRecord(RecordForm):
    """Asks for a line and what belongs to it, and saves both."""

    def __init__(
        self,
        title: str,
        key: str,
        fields: Iterable[Field],
        directory: Directory,
        *,
        parse: Callable[[str], EntryLine],
        save: Callable[[EntryLine, Answers], None],
    ) -> None:
        super().__init__(title, key, fields, lambda answers: save(parse(answers[LINE]), answers))
        self._directory = directory
        self._parse = parse
        self._offers: list[str] = []

    @on(Input.Changed, f"#{LINE}")
    def _typed(self) -> None:
        """Say how the line is understood so far."""
        self._say_understood(asked=False)

    def on_key(self, event: events.Key) -> None:
        """Let tab complete the owner, and offer the next one when it is pressed again."""
        field = self.query_one(f"#{LINE}", DraftLine)
        if event.key != "tab" or not field.has_focus:
            return
        typed, _colon, rest = field.value.partition(":")
        if name := self._next_offer(typed, rest.strip()):
            event.stop()
            event.prevent_default()
            field.value = f"{name}: {rest.lstrip()}"
            field.cursor_position = len(field.value)

    def action_save(self) -> None:
        """Save when the line is good; else say what it lacks, and the text stays."""
        if self._line().good:
            super().action_save()
        else:
            self._say_understood(asked=True)

    def _line(self) -> EntryLine:
        return self._parse(self.query_one(f"#{LINE}", DraftLine).value)

    def _say_understood(self, *, asked: bool) -> None:
        typed = self.query_one(f"#{LINE}", DraftLine).value
        owners = self._owners(typed) if ":" not in typed else ()
        self.query_one(".hint", Static).update(offered(owners) if owners else self._understood(asked=asked))

    def _understood(self, *, asked: bool) -> Content:
        return understood(self._line(), asked=asked)

    def _owners(self, typed: str) -> tuple[Owner, ...]:
        return parse_statement(f"{typed}:x", self._directory).owners

    def _next_offer(self, typed: str, rest: str) -> str:
        """Return whom tab puts before the colon; nothing when it goes to the next field."""
        if typed in self._offers and len(self._offers) > 1:
            return self._offers[(self._offers.index(typed) + 1) % len(self._offers)]
        self._offers = [owner_typed(owner) for owner in self._owners(typed)]
        settled = self._offers == [typed] or (rest and len(self._offers) == 1)
        return "" if not self._offers or settled else self._offers[0]
