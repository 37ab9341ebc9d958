"""What makes a key quick on every screen: laid out until it is right, then painted once; lines made once."""

from collections.abc import Iterable
from typing import Any

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

_MOST = 3
"""Times that a screen is laid out before it is painted: a scrollbar that comes makes one more of them."""


class PaintsOnce(Screen[Any], inherit_bindings=False):
    """A screen that is painted when all is in its place.

    Textual paints after each time that it lays a screen out, and lays it out again when a widget found another room
    than before. Here it is laid out again at once, and painted after the last time. Another widget that has the focus
    paints itself; the whole screen need not be.
    """

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget that has the focus."""

    _in_layout = False

    async def _compose(self) -> None:
        """Know how wide it is before anything is in it, so that nothing gets its looks twice."""
        points = self.app.HORIZONTAL_BREAKPOINTS or []
        self.set_class(True, *[name for least, name in points if least <= self.app.size.width][-1:])
        await super()._compose()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        if scroll:  # only what scrolled has moved
            super()._refresh_layout(size, scroll)
            return
        self._in_layout = True
        try:
            for _time in range(_MOST):
                before = {widget for widget in self._placed() if widget._layout_required}  # noqa: SLF001
                super()._refresh_layout(size)
                if not self._withdrawn(before):
                    break
        finally:
            self._in_layout = False
        self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """Paint, with all that waits to be painted anyway."""
        if self._in_layout:
            return
        if self.is_current:
            self._compositor.update_widgets({widget for widget in self._placed() if widget._repaint_regions})  # noqa: SLF001
        super()._compositor_refresh()

    def _placed(self) -> set[Widget]:
        """Return all that has a place on the screen, scrollbars too."""
        return {*self._compositor.widgets, *self._compositor._full_map} - {self}  # noqa: SLF001

    def _withdrawn(self, before: set[Widget]) -> bool:
        """Take back what widgets asked for because they were laid out; return whether any asked to be again."""
        asking = [widget for widget in self._placed() - before if widget._layout_required]  # noqa: SLF001
        for widget in asking:
            widget._layout_required = False  # noqa: SLF001
        return bool(asking)


def filtered(widget: Widget, strips: Iterable[Strip], crop: Region) -> list[Strip]:
    """Return lines as the terminal takes them: its colours, and the columns that are asked for."""
    filters, ground = widget.get_line_filters(), widget.background_colors[1]
    lines = list(strips)
    for line_filter in filters:
        lines = [strip.apply_filter(line_filter, ground) for strip in lines]
    first, last = crop.column_span
    return lines if (first, last) == (0, widget.outer_size.width) else [strip.crop(first, last) for strip in lines]
