"""A text to read beside a list: it scrolls by itself, and changing it lays nothing out anew."""

from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from zvk_tui.widgets.quick import filtered


class Pane(ScrollView, can_focus=False):
    """Shows one text, already broken into lines that fit; a line is made once and then painted as it is."""

    DEFAULT_CSS = "Pane { overflow-x: hidden; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._content = Content("")
        self._strips: list[Strip] = []
        self._made_for: tuple[object, ...] = ()

    def show(self, content: Content) -> None:
        """Show `content`; it stays scrolled where it is, as far as there is text."""
        if not content.is_same(self._content):
            self._content, self._made_for = content, ()
            size = Size(1, content.plain.count("\n") + 1)
            if size != self.virtual_size:
                self.set_reactive(Widget.virtual_size, size)
                self._scroll_update(size)
            self.refresh()

    def render(self) -> Content:
        """Return what is shown."""
        return self._content

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part, padding included."""
        strips, gutter = self._lines(), self.styles.gutter
        blank = strips[0]
        first, last = 1 + round(self.scroll_y), self.outer_size.height - gutter.bottom
        seen = [
            strips[place] if gutter.top <= y < last and (place := y - gutter.top + first) < len(strips) else blank
            for y in crop.line_range
        ]
        return filtered(self, seen, crop)

    def _lines(self) -> list[Strip]:
        """Return all lines as wide as the pane, a blank one first; made anew when the look or the width changed."""
        style, width, gutter = self.visual_style, self.outer_size.width, self.styles.gutter
        if self._made_for != (style, width, gutter):
            ground = style.rich_style
            made = Visual.to_strips(self, self._content, max(1, width - gutter.width), None, style)
            left = Strip.blank(gutter.left, ground)
            rows = (Strip.join([left, strip]).extend_cell_length(width, ground) for strip in made)
            self._strips = [Strip.blank(width, ground), *rows]
            self._made_for = (style, width, gutter)
        return self._strips
