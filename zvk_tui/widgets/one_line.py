"""One line to type in: what is pasted becomes one line, and a pasted book is refused."""

from typing import ClassVar

from textual import events
from textual.widget import Widget
from textual.widgets import Input

from zvk_tui.i18n import _
from zvk_tui.widgets.text import clean


class OneLine(Input):
    """One line of text."""

    MOST: ClassVar[int] = 1000
    """Characters that it takes."""

    def one_line(self, text: str) -> str:
        """Return what is pasted as one line, without signs that cannot be seen."""
        return " ".join(clean(text).split())

    def _on_paste(self, event: events.Paste) -> None:
        """Put what is pasted in the line, or say that it is too long."""
        event.prevent_default()
        event.stop()
        line = self.one_line(event.text)
        if len(line) + len(self.value) > self.MOST:
            tell_too_long(self, len(line), self.MOST)
        elif line:
            self.replace(line, *self.selection)


def tell_too_long(widget: Widget, length: int, most: int) -> None:
    """Say that what was pasted is longer than a field takes, and that nothing happened."""
    sentence = _("What you paste has {length} characters; a field takes {most}. Nothing was pasted; your text is kept.")
    widget.notify(sentence.format(length=length, most=most), severity="warning", markup=False, timeout=10)
