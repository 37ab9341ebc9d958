"""What is below a dialog, dimmed: each look is worked out once, not once for each word that has it."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip


def dimmed(strips: Iterable[Strip], veil: Color) -> list[Strip]:
    """Return lines of a screen under a translucent colour, without their links."""
    looks: dict[Style | None, Style] = {}
    return [Strip([_under(segment, veil, looks) for segment in strip], strip.cell_length) for strip in strips]


def _under(segment: Segment, veil: Color, looks: dict[Style | None, Style]) -> Segment:
    text, style, control = segment
    if style not in looks:
        looks[style] = _look(style or Style.null(), veil)
    return Segment(text, looks[style], control)


def _look(style: Style, veil: Color) -> Style:
    plain = style.clear_meta_and_links()
    letters, ground = (
        (Color.from_rich_color(color) + veil).rich_color if color is not None else None
        for color in (plain.color, plain.bgcolor)
    )
    return plain + Style.from_color(letters, ground)
