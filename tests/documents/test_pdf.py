"""The PDF as a reader opens it: its text, its metadata, its tags."""

import io
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from zvk_tui import i18n
from zvk_tui.documents.glyphs import INSTEAD, SHOWABLE, showable
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.documents.model import (
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
from zvk_tui.documents.pdf import pdf
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes

Made = Callable[..., Document]
PdfPages = Callable[[bytes], list[str]]

CODE = (
    "#panic() #{1/0} $x$ *a* _b_ \\ \\n <a> @x // /* */ `c` ```d``` = e - f + g / h: i ~ --- ... \" ' [j] (k) {l}"
    ' #import "x" #sys.inputs \\u{41} https://voorbeeld.example'
)


def squeezed(text: str) -> str:
    """Return `text` without white space: where a line goes on is up to the page."""
    return "".join(text.split())


def of_text(text: str) -> Document:
    """Return a document with one text, everywhere a text can stand."""
    run = (Run(text), Run(text, Emphasis.BOLD), Run(text, Emphasis.ITALIC), Run(text, Emphasis.QUIET))
    table = Table((text,), ((run,),), (1,))
    blocks = (Heading(run), Paragraph(run), Note(run), Bullets((run,)), FactList((Fact(text, run),)), table)
    return Document(f"t {text}", text, text, text, "nl", datetime(2026, 11, 23, tzinfo=UTC), blocks)


def read(content: bytes) -> str:
    """Return the text of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.fixture(scope="module")
def root_of() -> Callable[[bytes], DictionaryObject]:
    """Return a way to read the catalogue of a PDF."""

    def found(content: bytes) -> DictionaryObject:
        root = PdfReader(io.BytesIO(content)).trailer["/Root"].get_object()
        assert isinstance(root, DictionaryObject)
        return root

    return found


def test_it_is_an_archive_file_for_everybody(final: Minutes, root_of: Callable[[bytes], DictionaryObject]) -> None:
    """PDF/A-2a and PDF/UA-1, tagged, in Dutch, with a title, without attachments or scripts."""
    root = root_of(pdf(minutes_document(final, NameStyle.INITIALS)))
    metadata = root["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    xmp = metadata.get_data().decode()
    assert re.search(r"pdfaid:part[>=\"]+2", xmp)
    assert re.search(r"pdfaid:conformance[>=\"]+A", xmp)
    assert re.search(r"pdfuaid:part[>=\"]+1", xmp)
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in root
    assert str(root["/Lang"]) == "nl-NL"
    assert not {"/Names", "/AF", "/OpenAction", "/AcroForm"} & set(root) or "/EmbeddedFiles" not in root["/Names"]  # type: ignore[operator]


def test_the_text_is_that_of_the_minutes(final: Minutes, pdf_pages: PdfPages) -> None:
    """A reader finds every part, with the diacritics of Dutch."""
    text = " ".join(pdf_pages(pdf(minutes_document(final, NameStyle.FULL))))
    for part in ("Verslag Kernteam PAD, nummer 14", "Jan de Vriezer", "Zoë Bos", "B-12", "A-34", "van horen zeggen"):
        assert part in text
    assert "0123456789abcdef" * 4 in squeezed(text)


def test_every_page_has_its_number_and_the_duty_of_secrecy(final: Minutes, pdf_pages: PdfPages) -> None:
    """Page so many of so many, and the article of the law."""
    shown = pdf_pages(pdf(minutes_document(final, NameStyle.INITIALS)))
    assert len(shown) > 1
    for number, page in enumerate(shown, 1):
        assert f"pagina {number} van {len(shown)}" in page
        assert "artikel 1.11 Wgs" in page


def test_a_draft_says_concept_on_every_page(draft: Minutes, final: Minutes, pdf_pages: PdfPages) -> None:
    """As text that a search finds; a final document says it nowhere."""
    shown = pdf_pages(pdf(minutes_document(draft, NameStyle.INITIALS)))
    assert len(shown) > 1
    assert all("CONCEPT" in page for page in shown)
    assert "CONCEPT" not in " ".join(pdf_pages(pdf(minutes_document(final, NameStyle.INITIALS))))


def test_what_was_typed_is_never_code() -> None:
    """Signs that mean something to Typst are shown as they are, wherever a text can stand."""
    text = read(pdf(of_text(CODE)))
    assert squeezed(text).count(squeezed(CODE)) >= 10


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x17F), min_size=1, max_size=60))
def test_what_was_typed_is_what_is_read(text: str) -> None:
    """Any text in the letters of Dutch and its neighbours comes out as it went in."""
    shown = squeezed(of_text(text).blocks[1].text[0].text)  # type: ignore[union-attr]
    assert shown in squeezed(read(pdf(of_text(text))))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60))
def test_no_text_stops_the_document(text: str) -> None:
    """Emoji, control characters, any script in any mix: there is a PDF."""
    assert pdf(of_text(text)).startswith(b"%PDF")


def test_the_fonts_show_what_is_promised(of_blocks: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every character in the list of showable ones has a glyph, in every emphasis: the first try is good."""
    signs = [chr(code) for low, high in SHOWABLE for code in range(low, high + 1)]
    text = " ".join(f"a{sign}" for sign in signs if unicodedata.is_normalized("NFC", sign))
    tries: list[bool] = []

    def watched(typed: str, *, only_latin: bool) -> str:
        tries.append(only_latin)
        return showable(typed, only_latin=only_latin)

    monkeypatch.setattr("zvk_tui.documents.pdf.showable", watched)
    assert pdf(of_blocks(Paragraph(tuple(Run(text, emphasis) for emphasis in Emphasis))))
    assert len(signs) > 2000
    assert tries == [False]


def test_a_sign_without_a_glyph_becomes_a_square(of_blocks: Made, capfd: pytest.CaptureFixture[str]) -> None:
    """PDF/A forbids a missing glyph; nothing is printed about it, for that would tear the screen."""
    assert f"voor {INSTEAD} na" in read(pdf(of_blocks(Paragraph(plain("voor \U0001f600 na")))))
    assert capfd.readouterr() == ("", "")


def test_the_lines_of_a_text_stay_lines(of_blocks: Made) -> None:
    """What was typed on two lines stands on two lines."""
    assert "een\ntwee" in read(pdf(of_blocks(Paragraph(plain("een\ntwee")))))


@pytest.mark.parametrize("word", ["https://voorbeeld.example/" + "0123456789" * 30, "0123456789" * 200])
def test_a_word_longer_than_the_page_goes_on_below(of_blocks: Made, word: str) -> None:
    """A pasted address or block leaves the page nowhere: in a paragraph, beside a term, in a column."""
    table = Table(("a", "b"), ((plain(word), plain("x")),), (1, 1))
    for block, letters_on_a_line in (
        (Paragraph(plain(word)), 100),
        (FactList((Fact("x", plain(word)),)), 75),
        (table, 55),
    ):
        lines = read(pdf(of_blocks(block))).replace("\u200b", "").split("\n")
        assert max(map(len, lines)) < letters_on_a_line
        assert word in "".join(lines).replace(" ", "")


def test_a_long_word_is_hyphenated_only_where_it_must(of_blocks: Made) -> None:
    """An organisation's name that fits on a line of its own stays whole; a longer one goes on after a syllable."""
    names = "Raad voor de Kinderbescherming\nKinderbeschermingsraadsmedewerker"
    text = read(pdf(of_blocks(Table(("Bron", "Inbreng"), ((plain(names), plain("x")),), (1, 4)))))
    lines = [line.strip() for line in text.split("\n")]
    assert "Kinderbescherming" in lines
    assert "Kinderbescher\xad" in lines


def test_a_long_text_in_a_table_goes_on_over_the_pages(of_blocks: Made, pdf_pages: PdfPages) -> None:
    """Nothing of a very long contribution is lost; the header of the table returns on every page."""
    text = " ".join(f"woord{number}" for number in range(4000))
    shown = pdf_pages(pdf(of_blocks(Table(("Bron", "Inbreng"), ((plain("Politie"), plain(text)),), (1, 5)))))
    assert len(shown) > 3
    assert all("Bron" in page for page in shown)
    found = set(re.findall(r"woord\d+", " ".join(shown)))
    assert len(found) == 4000


def test_the_same_minutes_give_the_same_bytes(final: Minutes) -> None:
    """A final document can be compared: it holds no moment of making and no chance."""
    once, again = (pdf(minutes_document(final, NameStyle.INITIALS)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("style", [NameStyle.INITIALS, NameStyle.NONE])
def test_no_name_is_in_the_file(final: Minutes, style: NameStyle) -> None:
    """Not in the text, not in the title, not in the tags or the metadata."""
    content = pdf(minutes_document(final, style))
    reader = PdfReader(io.BytesIO(content))
    objects = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    streams = [found.get_data() for found in objects if isinstance(found, StreamObject)]
    assert streams
    for haystack in (read(content), str(reader.metadata), *(stream.decode("latin-1") for stream in streams)):
        assert "Vriezer" not in haystack
        assert "Testman" not in haystack


def test_the_metadata_tell_no_author(final: Minutes) -> None:
    """Title and date, nothing of who made it or where."""
    about = PdfReader(io.BytesIO(pdf(minutes_document(final, NameStyle.FULL)))).metadata
    assert about is not None
    assert about.title == "Verslag Kernteam PAD, nummer 14"
    assert not about.author
    assert about.creation_date is not None
    assert about.creation_date.date().isoformat() == "2026-11-23"


def test_an_english_document_says_that_it_is(final: Minutes, root_of: Callable[[bytes], DictionaryObject]) -> None:
    """A screen reader reads an English document in English."""
    i18n.use_language("en")
    document = replace(minutes_document(final, NameStyle.NONE), mark="")
    assert str(root_of(pdf(document))["/Lang"]) == "en-GB"


def test_a_moment_with_parts_of_a_second_is_written(final: Minutes) -> None:
    """Minutes made final by a real clock, which counts microseconds, become a PDF."""
    made = replace(final, finalised_at=datetime(2026, 11, 23, 15, 40, 12, 345678, tzinfo=UTC))
    assert pdf(minutes_document(made, NameStyle.NONE)).startswith(b"%PDF")
