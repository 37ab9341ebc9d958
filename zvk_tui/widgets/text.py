"""The one way in which text reaches the screen: never as markup, never with signs that turn or blank a line."""

from textual.content import Content

_DIRECTION = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def clean(text: str) -> str:
    """Return `text` without control and direction signs; line breaks stay."""
    if text.isprintable():  # nearly always, and then nothing is taken out: direction signs are not printable either
        return text
    return "".join(sign for sign in text if sign == "\n" or (sign.isprintable() and sign not in _DIRECTION))


def plain(text: str, style: str = "") -> Content:
    """Return what a user typed as content that shows it as it is, in one style."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def joined(*pieces: str | tuple[str, str] | Content) -> Content:
    """Return pieces of text behind each other; a pair is a text and its style."""
    return Content("").join(
        piece if isinstance(piece, Content) else plain(*piece) if isinstance(piece, tuple) else plain(piece)
        for piece in pieces
    )


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` on one line of exactly `width` cells; what does not fit ends in an ellipsis."""
    line = " ".join(clean(text).split())
    content = Content(line)
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    space = " " * max(0, width - content.cell_length)
    return space + content.plain if right else content.plain + space


def wrapped(content: Content, width: int) -> Content:
    """Return content broken at `width`; a line that goes on stands two cells further in than its beginning."""
    lines: list[Content] = []
    for line in content.split("\n", allow_blank=True):
        lead = len(line.plain) - len(line.plain.lstrip(" "))
        pieces = [line[lead:]] if line.cell_length <= width else line[lead:].wrap(max(10, width - lead - 2))
        lines.extend(
            (piece.rstrip().pad_left(lead + (2 if number else 0)) if piece.plain else piece)
            for number, piece in enumerate(pieces)
        )
    return Content("\n").join(lines)
