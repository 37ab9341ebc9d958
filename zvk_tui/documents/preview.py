"""A document as lines of plain text, to look at in a terminal before a file is written."""

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from zvk_tui.documents.model import (
    Block,
    Bullets,
    Document,
    FactList,
    Heading,
    Note,
    Paragraph,
    Table,
    letters,
)

_GAP: Final = 2
_NARROWEST: Final = 10
"""A column of fewer cells is not read; then every row becomes a list."""
_WIDEST_FIXED: Final = 16
_WIDEST_WORD: Final = 24


def preview(document: Document, width: int = 76) -> tuple[str, ...]:
    """Return the lines of `document`, none wider than `width` cells of a terminal."""
    lines = [*wrapped(document.mark, width), *wrapped(document.title.upper(), width), ""]
    for block in document.blocks:
        lines += [*_block(block, width), ""]
    return (*lines, *wrapped(document.footing, width))


def cells(text: str) -> int:
    """Return how many cells a text takes in a terminal."""
    return sum(_cells_of(sign) for sign in text)


def _cells_of(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` on lines of at most `width` cells; a word that is longer is cut."""
    return [line for given in text.split("\n") for line in _wrapped_line(given, width)] if text else []


def _wrapped_line(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for word in (piece for long_word in text.split() for piece in _cut(long_word, width)):
        size = cells(word)
        if line and used + 1 + size > width:
            yield line
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    yield line


def _cut(word: str, width: int) -> Iterator[str]:
    piece, used = "", 0
    for sign in word:
        size = _cells_of(sign)
        if used + size > width and piece:
            yield piece
            piece, used = "", 0
        piece, used = piece + sign, used + size
    yield piece


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text, level):
            lines = wrapped(letters(text), width)
            return [*lines, "─" * max(map(cells, lines), default=0)] if level == 1 else lines
        case Paragraph(text):
            return wrapped(letters(text), width)
        case Note(text):
            return [f"│ {line}" for line in wrapped(letters(text), width - 2)]
        case Bullets(items):
            return [line for item in items for line in _beside("•", letters(item), 2, width)]
        case FactList(facts):
            term = min(max((cells(fact.term) for fact in facts), default=0), width // 3) + _GAP
            return [line for fact in facts for line in _beside(fact.term, letters(fact.text), term, width)]
        case Table():
            return _table(block, width)


def _beside(term: str, text: str, indent: int, width: int) -> list[str]:
    """Return a term with its text beside it, each wrapped in its own column."""
    terms, texts = wrapped(term, indent - 1), wrapped(text, width - indent)
    return [f"{_padded(left, indent)}{right}".rstrip() for left, right in zip_longest(terms, texts, fillvalue="")]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _table(table: Table, width: int) -> list[str]:
    widths = _widths(table, width)
    if min(widths) < 1 or any(own < _NARROWEST for own, weight in zip(widths, table.weights, strict=True) if weight):
        return _records(table, width)
    lines = [*_row(table.header, widths), "  ".join("─" * own for own in widths)]
    for row in table.rows:
        lines += _row(tuple(map(letters, row)), widths)
    return lines


def _records(table: Table, width: int) -> list[str]:
    """Return every row as a list of its columns, for a terminal too narrow for a table."""
    term = min(max(map(cells, table.header)), width // 3) + _GAP
    lines: list[str] = []
    for row in table.rows:
        for name, cell in zip(table.header, row, strict=True):
            lines += _beside(name, letters(cell), term, width)
        lines.append("")
    return lines[:-1]


def _row(texts: tuple[str, ...], widths: list[int]) -> list[str]:
    columns = [wrapped(text, own) for text, own in zip(texts, widths, strict=True)]
    return [
        (" " * _GAP).join(_padded(cell, own) for cell, own in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def _widths(table: Table, width: int) -> list[int]:
    """Return the width of each column: a share by weight, so that words stay whole where there is room."""
    fixed = [0 if weight else _longest(table, column, "\n") for column, weight in enumerate(table.weights)]
    shared = width - sum(fixed) - _GAP * (len(fixed) - 1)
    widths = [
        own or shared * weight // max(1, sum(table.weights)) for own, weight in zip(fixed, table.weights, strict=True)
    ]
    words = [own or _longest(table, column, None) for column, own in enumerate(fixed)]
    return _levelled(widths, words)


def _levelled(widths: list[int], needed: list[int]) -> list[int]:
    """Move cells from the column with most to spare to one that lacks some, as long as that helps."""
    while True:
        spare = [own - need for own, need in zip(widths, needed, strict=True)]
        if min(spare) >= 0 or max(spare) <= 0:
            return widths
        widths[spare.index(max(spare))] -= 1
        widths[spare.index(min(spare))] += 1


def _longest(table: Table, column: int, separator: str | None) -> int:
    """Return the cells of the longest line of a column, or of its longest word, up to what a column may take."""
    texts = [table.header[column], *(letters(row[column]) for row in table.rows)]
    pieces = [cells(piece) for text in texts for piece in text.split(separator)]
    return min(max(pieces, default=0), _WIDEST_FIXED if separator else _WIDEST_WORD)
