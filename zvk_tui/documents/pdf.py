"""A document as PDF/A-2a and PDF/UA-1, made by Typst in memory with the fonts of its wheel.

What somebody typed reaches Typst as a string in JSON and is shown as a string: it is never read as Typst code.
"""

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Final, Literal

from zvk_tui.documents.glyphs import showable
from zvk_tui.documents.model import Block, Bullets, Document, FactList, Heading, Note, Paragraph, Table, Text, letters
from zvk_tui.documents.overlong import breakable
from zvk_tui.errors import CouldNotWrite
from zvk_tui.i18n import N_, _

STANDARDS: Final[list[Literal["a-2a", "ua-1"]]] = ["a-2a", "ua-1"]
"""Archiving (Archiefwet) and accessibility (Besluit digitale toegankelijkheid overheid)."""

FAILED: Final = N_("The PDF could not be made. Nothing was written; choose Word or Markdown, or try again.")
_LINE: Final = 88
"""Letters on a full line of text."""
_SHORT: Final = 700
"""A row of so many letters stays together on one page."""

_Json = dict[str, object]


def pdf(document: Document) -> bytes:
    """Return `document` as a PDF; the same document gives the same bytes.

    Raises:
        CouldNotWrite: when Typst cannot make it.
    """
    import typst

    template = files("zvk_tui.documents").joinpath("minutes.typ").read_bytes()
    for only_latin in (False, True):
        try:
            return typst.compile(
                template,
                sys_inputs={"data": _data(document, only_latin=only_latin)},
                ignore_system_fonts=True,
                pdf_standards=[*STANDARDS],
                timestamp=_moment(document.dated),
            )
        except typst.TypstError:
            continue  # a mix of characters that no font can shape: once more with those of Dutch only
    raise CouldNotWrite(FAILED)


def _moment(dated: datetime) -> datetime:
    """Return the moment in the metadata, in whole seconds: Typst takes no parts of one.

    A time without a zone counts as UTC, so that every laptop writes the same.
    """
    whole = dated.replace(microsecond=0)
    return whole if whole.tzinfo else whole.replace(tzinfo=UTC)


def _data(document: Document, *, only_latin: bool) -> str:
    before, _page, rest = _("page {page} of {pages}").partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    data = {
        "title": document.title,
        "chamber": document.chamber,
        "footing": document.footing,
        "mark": document.mark,
        "language": document.language,
        "dated": [document.dated.year, document.dated.month, document.dated.day],
        "page": [before, between, after],
        "blocks": [_block(block) for block in document.blocks if _shows(block)],
    }
    # JSON in ASCII would hide from `showable` what the characters are.
    return showable(json.dumps(data, ensure_ascii=False), only_latin=only_latin)


def _shows(block: Block) -> bool:
    """Return whether there is anything to show; PDF/UA forbids a heading without a text."""
    match block:
        case Heading(text):
            return bool(letters(text).strip())
        case FactList(facts):
            return bool(facts)
        case _:
            return True


def _block(block: Block) -> _Json:
    match block:
        case Heading(text, level):
            return {"kind": "heading", "level": level, "text": _text(text)}
        case Paragraph(text):
            return {"kind": "paragraph", "text": _text(text)}
        case Note(text):
            return {"kind": "note", "text": _text(text)}
        case Bullets(items):
            return {"kind": "bullets", "items": [_text(item) for item in items]}
        case FactList(facts):
            rows = [[fact.term, _text(fact.text, _LINE * 2 // 3)] for fact in facts]
            keep = sum(len(letters(fact.text)) for fact in facts) < _SHORT
            return {"kind": "facts", "facts": rows, "keep": keep}
        case Table():
            return _table(block)


def _table(table: Table) -> _Json:
    widths = _widths(table.weights)
    rows = [
        {
            "keep": sum(len(letters(cell)) for cell in row) < _SHORT,
            "cells": [_text(cell, width) for cell, width in zip(row, widths, strict=True)],
        }
        for row in table.rows
    ]
    return {"kind": "table", "header": table.header, "rows": rows, "weights": table.weights}


def _widths(weights: tuple[int, ...]) -> list[int]:
    """Return about how many letters go on a line of each column."""
    narrow = 12
    shared = _LINE - narrow * weights.count(0)
    return [shared * weight // sum(weights) if weight else narrow * 2 for weight in weights]


def _text(text: Text, width: int = _LINE) -> list[list[str]]:
    return [[breakable(run.text, width), run.emphasis] for run in text]
