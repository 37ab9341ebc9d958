"""A document as plain Markdown that reads well as it is; what somebody typed never becomes markup."""

import re
from collections.abc import Iterator
from typing import Final

from zvk_tui.documents.model import (
    Block,
    Bullets,
    Document,
    Emphasis,
    FactList,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
)

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]<>#|~^$&@]|(?<=www)\.|:(?=//|[\w+-]+:)", re.IGNORECASE)
_LINE_START: Final = re.compile(r"[-+=]+(?=\s|$)|(?<=^)-(?=-)|(?<=^)=(?==)")
_NUMBER: Final = re.compile(r"(\d{1,9})([.)])")
_SURROUNDED: Final = re.compile(r"(\s*)(.*?)(\s*)", re.DOTALL)
_AROUND: Final = {Emphasis.BOLD: "**", Emphasis.ITALIC: "*"}
_IN_TEXT: Final = "\\\n"
_IN_CELL: Final = "<br>"


def markdown(document: Document) -> bytes:
    """Return `document` as Markdown in UTF-8, with tables as GitHub and Pandoc write them."""
    title = f"# {_one_line(plain(document.title))}"
    mark = f"**{escaped(document.mark)}**" if document.mark else ""
    parts = [mark, title, *(part for block in document.blocks for part in _block(block))]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n\n---\n\n{escaped(document.footing)}\n".encode()


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows what was typed, on as many lines; empty lines and indents go."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(_escaped_line(line) for line in lines if line)


def _escaped_line(line: str) -> str:
    shown = _MARKUP.sub(r"\\\g<0>", line)
    if _LINE_START.match(shown):
        return f"\\{shown}"
    return _NUMBER.sub(r"\1\\\2", shown, count=1) if _NUMBER.match(shown) else shown


def _inline(text: Text, line_break: str) -> str:
    joined = "".join(_run(run) for run in text).strip()
    return re.sub(r" *\n+ *", lambda _: line_break, joined)


def _run(run: Run) -> str:
    """Return one run; the signs of its emphasis touch its first and last letter, or Markdown would show them."""
    found = _SURROUNDED.fullmatch(run.text)
    before, inner, after = found.groups() if found else ("", run.text, "")
    if not inner:
        return "\n" if "\n" in before else before
    if run.emphasis is Emphasis.CODE and inner.isalnum():
        return f"{before}`{inner}`{after}"
    sign = _AROUND.get(run.emphasis, "")
    return f"{before}{sign}{escaped(inner)}{sign}{after}"


def _one_line(text: Text) -> str:
    return _inline(text, " ")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * (level + 1)} {_one_line(text)}"
        case Paragraph(text):
            yield _inline(text, _IN_TEXT)
        case Note(text):
            yield f"> {_inline(text, f'{_IN_TEXT}> ')}"
        case Bullets(items):
            yield "\n".join(f"- {_inline(item, f'{_IN_TEXT}  ')}" for item in items)
        case FactList(facts):
            shown = ((escaped(fact.term), _inline(fact.text, f"{_IN_TEXT}  ")) for fact in facts)
            yield "\n".join(f"- **{term}:** {fact}" for term, fact in shown)
        case Table():
            yield "\n".join(_rows(block))


def _rows(table: Table) -> Iterator[str]:
    yield _row(escaped(term) for term in table.header)
    yield _row("---" for _ in table.header)
    for row in table.rows:
        yield _row(_inline(cell, _IN_CELL) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
