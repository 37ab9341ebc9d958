"""What is said under a form while somebody types in it."""

from textual.content import Content
from textual.widgets import Static


class Hint(Static):
    """A sentence that changes with every letter; the screen is laid out anew only when it takes more or fewer lines."""

    def say(self, content: Content) -> None:
        """Show `content`, unless it is what is shown already."""
        before = self.content
        assert isinstance(before, Content | str)  # noqa: S101 - narrows the type; nothing else is ever said
        before = Content(before) if isinstance(before, str) else before
        if not content.is_same(before):
            self.update(content, layout=self._lines(content) != self._lines(before))

    def _lines(self, content: Content) -> int:
        return len(content.wrap(self.content_size.width)) if content.plain and self.content_size.width else 0
