"""Lists as CSV: whatever program wrote them, and as our own export writes them."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Final

from zvk_tui.documents.cell_text import neutral, restored
from zvk_tui.documents.spreadsheet_limits import NOT_TEXT, OPEN_QUOTE
from zvk_tui.domain.sheets import SheetRow
from zvk_tui.errors import Refused

_PIECE: Final = 1 << 20
_SAMPLE: Final = 1 << 16
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS: Final = (";", ",", "\t", "|")
_SAID: Final = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
"""The first line by which Excel is told what separates the cells."""


def csv_rows(file: BinaryIO) -> Iterator[SheetRow]:
    """Yield the lines of a CSV file, each with the number of the line that it begins on.

    The encoding and what separates the cells are found out; the file is read in pieces.

    Raises:
        Refused: when it is no text, or its quotes do not fit.
    """
    encoding = _encoding(file)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        yield from _records(text)
    finally:
        text.detach()


def csv_content(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a list as CSV that a Dutch Excel opens as it is: UTF-8 with its mark, semicolons, every cell quoted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _records(text: io.TextIOWrapper) -> Iterator[SheetRow]:
    sample = text.read(_SAMPLE)
    text.seek(0)
    first, said = 1, _SAID.fullmatch(sample.partition("\n")[0])
    if said:
        text.readline()
        first = 2
    reader = csv.reader(text, delimiter=said[1] if said else _delimiter(sample), strict=True)
    line = first
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            raise Refused(OPEN_QUOTE, line=line) from None
        if cells is None:
            return
        yield SheetRow(line, tuple(restored(cell) for cell in cells))
        line = first + reader.line_num


def _delimiter(sample: str) -> str:
    """Return what separates the cells: the sign with which most lines have the same number of cells."""
    return max(_DELIMITERS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Return how many of the first lines have as many cells as most, and how many cells that are."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    lengths: Counter[int] = Counter()
    try:
        for cells, _number in zip(reader, range(50), strict=False):
            if any(cells):
                lengths[len(cells)] += 1
    except csv.Error:
        return 0, 0
    width, often = max(lengths.items(), key=lambda found: (found[1] * (found[0] > 1), found[0]), default=(1, 0))
    return (often / lengths.total(), width) if width > 1 else (0, 0)


def _encoding(file: BinaryIO) -> str:
    """Return how the text is encoded: as its mark says, else UTF-8, UTF-16 without mark, or Windows-1252.

    Raises:
        Refused: it is none of these, with the first line that is no text.
    """
    start = file.read(4096)
    marked = next((encoding for mark, encoding in _MARKS if start.startswith(mark)), None)
    named = marked or _zeros(start)
    ways = (named,) if named else ("utf-8", "cp1252")
    faults = [_first_fault(file, encoding) for encoding in ways]
    good = next((encoding for encoding, fault in zip(ways, faults, strict=True) if not fault), None)
    if good is None:
        raise Refused(NOT_TEXT, line=faults[-1])
    return good


def _zeros(start: bytes) -> str | None:
    """Return UTF-16 for a text of which every other byte is zero, None for any other."""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) * 4 < len(start) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _first_fault(file: BinaryIO, encoding: str) -> int:
    """Return the first line that is no text in an encoding, 0 when all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    file.seek(0)
    line = 1
    while True:
        piece = file.read(_PIECE)
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            return line + error.object[: error.start].count(b"\n")
        if "\0" in text:
            return line + text[: text.index("\0")].count("\n")
        line += text.count("\n")
        if not piece:
            return 0
