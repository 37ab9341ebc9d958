"""Markdown as a reader of Markdown sees it: our headings, lists and tables, and no markup from anybody else."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from zvk_tui.documents.markdown import markdown
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.documents.model import (
    Block,
    Bullets,
    Document,
    Emphasis,
    Fact,
    FactList,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    plain,
)
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes

OURS = {"text", "softbreak", "hardbreak", "strong_open", "strong_close", "em_open", "em_close", "text_special"}
TRICKS = [
    "# kop",
    "- punt",
    "+ punt",
    "* punt",
    "1. een",
    "12) twaalf",
    "> citaat",
    "---",
    "===",
    "***",
    "    code",
    "\tcode",
    "```\ncode\n```",
    "~~~",
    "`code`",
    "*a* _b_ **c** __d__ ~~e~~",
    "<script>alert(1)</script>",
    "<a href='x'>",
    "<!-- -->",
    "[a](b) ![c](d) [e]: f",
    "[^1] [ ] [x]",
    "a | b",
    "| a |\n| --- |\n| b |",
    "&lt;b&gt; &#60; &amp;",
    "http://voorbeeld.example www.voorbeeld.example iemand@voorbeeld.example",
    "een\\",
    "\\",
    "\\|",
    "een  \ntwee",
    "een\n===\n---",
    "$x$ :smile: {a}",
    "a\n\n\n- b",
]


def parsed(content: bytes) -> list[Token]:
    """Return what a reader of Markdown with tables makes of it."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return list(reader.parse(content.decode()))


def of(*blocks: Block) -> Document:
    """Return a document of some blocks."""
    return Document("Titel", "Kamer", "Voet", "", "nl", datetime(2026, 11, 23, tzinfo=UTC), blocks)


def inline(tokens: list[Token]) -> Iterator[Token]:
    """Yield the pieces of text within all blocks."""
    for token in tokens:
        yield from token.children or ()


def shape(tokens: list[Token]) -> list[str]:
    """Return the kinds of block, in order."""
    return [token.type for token in tokens]


def seen(token: Token) -> str:
    """Return what a reader sees of one block."""
    breaks = {"softbreak", "hardbreak", "html_inline"}
    return "".join("\n" if child.type in breaks else child.content for child in token.children or ())


def lines(text: str) -> list[str]:
    """Return the lines of a text without what Markdown does not keep: empty lines, indents, double spaces."""
    return [" ".join(line.split()) for line in Run(text).text.split("\n") if line.strip()]


@given(st.one_of(st.text(), st.text("\\`*_{}[]<>()#+-.!|~&:@$^= \n\t1aw/"), st.sampled_from(TRICKS)))
@example("1.")
@example("-")
def test_what_was_typed_is_never_markup(text: str) -> None:
    """In a paragraph: only text and line breaks, and what is seen is what was typed."""
    tokens = parsed(markdown(of(Paragraph(plain(f"a\n{text}\nb")))))
    assert shape(tokens)[3:6] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in inline(tokens)} <= OURS - {"strong_open", "em_open"}
    assert seen(tokens[4]).split("\n") == lines(f"a\n{text}\nb")


@pytest.mark.parametrize("text", TRICKS)
def test_nor_wherever_else_a_text_can_stand(text: str) -> None:
    """Headings, notes, lists, facts and tables keep their shape whatever is typed in them, first on the line too."""

    def blocks(typed: str) -> tuple[Block, ...]:
        runs = (Run(typed), Run(f" {typed} ", Emphasis.ITALIC), Run(typed, Emphasis.CODE))
        table = Table((typed, "b"), ((runs, runs), (runs, runs)), (1, 1))
        return (
            Paragraph(runs),
            Heading(runs),
            Note(runs),
            Bullets((runs, runs)),
            FactList((Fact(typed, runs),)),
            table,
        )

    def kinds(typed: str) -> list[str]:
        return shape(parsed(markdown(of(*blocks(typed)))))

    assert kinds(text) == kinds("gewoon")
    html = [child.content for child in inline(parsed(markdown(of(*blocks(text))))) if child.type == "html_inline"]
    assert set(html) <= {"<br>"}
    links = [child for child in inline(parsed(markdown(of(*blocks(text))))) if child.type in {"link_open", "image"}]
    assert links == []


@given(st.lists(st.text("ab|\\`*<>_ \n", min_size=1), min_size=2, max_size=2))
def test_a_table_keeps_its_columns(texts: list[str]) -> None:
    """A bar that was typed starts no new column, and the lines of a cell stay lines."""
    tokens = parsed(markdown(of(Table(("a", "b"), (tuple(map(plain, texts)),), (1, 1)))))
    cells = [seen(tokens[place + 1]) for place, token in enumerate(tokens) if token.type == "td_open"]
    assert [cell.split("\n") if cell else [] for cell in cells] == [lines(text) for text in texts]


def test_minutes_read_well_as_they_are(final: Minutes) -> None:
    """Without any reader: title, headings, facts and tables in plain sight, in UTF-8."""
    text = markdown(minutes_document(final, NameStyle.FULL)).decode()
    assert text.startswith("# Verslag Kernteam PAD, nummer 14\n\n- **Vergadering:** Kernteam PAD, nummer 14\n")
    assert "## 4\\. Aanmelding D26-0051, Zoë Bos" in text
    assert (
        "| B-13 | Zoe Bos wordt opgenomen in de PAD.<br>*Motivering:* Zij loopt vaak in het bos. | de tafel "
        "gezamenlijk |" in text
    )
    assert text.endswith("\n---\n\nVertrouwelijk: geheimhouding volgens artikel 1.11 Wgs\n")


def test_a_draft_begins_with_concept(draft: Minutes, final: Minutes) -> None:
    """Markdown has no pages: a draft says so on top."""
    assert markdown(minutes_document(draft, NameStyle.NONE)).startswith(b"**CONCEPT**\n\n# ")
    assert b"CONCEPT" not in markdown(minutes_document(final, NameStyle.NONE))


@pytest.mark.parametrize("style", [NameStyle.INITIALS, NameStyle.NONE])
def test_no_name_is_in_the_file(final: Minutes, style: NameStyle) -> None:
    """With initials or numbers only, nobody is named."""
    content = markdown(minutes_document(final, style))
    assert b"Vriezer" not in content
    assert b"Testman" not in content


def test_the_fingerprint_can_be_copied(final: Minutes, of_blocks: Callable[..., Document]) -> None:
    """It stands in one piece, as code; a text that is no code keeps its own signs."""
    assert f"`{'0123456789abcdef' * 4}`".encode() in markdown(minutes_document(final, NameStyle.NONE))
    assert rb"a \`b\`" in markdown(of_blocks(Paragraph((Run("a `b`", Emphasis.CODE),))))
