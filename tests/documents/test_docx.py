"""The Word file, opened again: text, styles, language, margins, and the organisation's own template."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document as OpenWord
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zvk_tui import i18n
from zvk_tui.documents.docx import docx
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
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes
from zvk_tui.errors import Refused

Made = Callable[..., Document]
STYLE = NameStyle.INITIALS


def opened(content: bytes) -> WordFile:
    """Return a Word file opened again."""
    return OpenWord(io.BytesIO(content))


def saved(file: WordFile) -> bytes:
    """Return a Word file as bytes."""
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


@pytest.fixture
def template() -> bytes:
    """Return an organisation's template: own header, page number, a text to replace, few styles, its maker's name."""
    file = OpenWord()
    file.add_paragraph("Typ hier uw tekst")
    file.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeldstad"
    file.sections[0].different_first_page_header_footer = True
    file.sections[0].first_page_header.paragraphs[0].text = "Logo"
    file.core_properties.author = "Maker van het sjabloon"
    for name in ("Heading 2", "List Bullet"):
        style = file.styles[name].element
        style.getparent().remove(style)
    file.styles["Heading 1"].font.name = "Huisletter"
    return saved(file)


def test_the_text_is_that_of_the_minutes(final: Minutes, word_text: Callable[[bytes], str]) -> None:
    """Body, tables, head and foot of the page are there."""
    text = word_text(docx(minutes_document(final, NameStyle.FULL)))
    for part in (
        "Verslag Kernteam PAD",
        "Jan de Vriezer",
        "van horen zeggen",
        "0123456789abcdef" * 4,
        "artikel 1.11 Wgs",
    ):
        assert part in text


def test_headings_are_headings(final: Minutes) -> None:
    """A screen reader and the navigation pane find the parts by their level."""
    file = opened(docx(minutes_document(final, STYLE)))
    found = [
        (p.style.name, p.text) for p in file.paragraphs if p.style and p.style.name.startswith(("Heading", "Title"))
    ]
    assert found[:4] == [
        ("Title", "Verslag Kernteam PAD, nummer 14"),
        ("Heading 1", "Aanwezigheid"),
        ("Heading 1", "3. Casus D26-0042, J. d. V."),
        ("Heading 2", "Eerdere acties"),
    ]


def test_tables_keep_their_header_and_rows(final: Minutes) -> None:
    """The header returns on every page, and a row is not torn in two; the parts are in the order Word wants."""
    for table in opened(docx(minutes_document(final, STYLE))).tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        names = [child.tag.split("}")[1] for child in table._tbl.tblPr]
        assert names.index("tblW") < names.index("tblBorders") < names.index("tblLayout")


def test_the_columns_fit_the_page(final: Minutes) -> None:
    """No table is wider than the space between the margins of an A4."""
    file = opened(docx(minutes_document(final, STYLE)))
    section = file.sections[0]
    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    assert room > 0
    assert all(0 < sum(column.width or 0 for column in table.columns) <= room for table in file.tables)


def test_the_language_is_dutch(final: Minutes) -> None:
    """The spelling checker and a screen reader know the language; in English it is English."""
    tag = opened(docx(minutes_document(final, STYLE))).styles.element.find(".//" + qn("w:lang"))
    assert tag.get(qn("w:val")) == "nl-NL"
    i18n.use_language("en")
    tag = opened(docx(minutes_document(final, STYLE))).styles.element.find(".//" + qn("w:lang"))
    assert tag.get(qn("w:val")) == "en-GB"


def test_a_draft_says_concept_on_every_page(draft: Minutes, final: Minutes) -> None:
    """In the header, which is on every page; a final document does not say it."""
    assert "CONCEPT" in opened(docx(minutes_document(draft, STYLE))).sections[0].header.paragraphs[0].text
    assert "CONCEPT" not in opened(docx(minutes_document(final, STYLE))).sections[0].header.paragraphs[0].text


def test_every_page_has_its_number(final: Minutes) -> None:
    """Word fills in the page and the number of pages."""
    footer = opened(docx(minutes_document(final, STYLE))).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert footer._element.xpath("string()").endswith("pagina 1 van 1")


def test_the_properties_name_nobody(final: Minutes, template: bytes) -> None:
    """Title, language and date of the document; not the maker of the template, not who wrote it."""
    for content in (docx(minutes_document(final, STYLE)), docx(minutes_document(final, STYLE), template)):
        about = opened(content).core_properties
        assert (about.title, about.language) == ("Verslag Kernteam PAD, nummer 14", "nl")
        assert [about.author, about.last_modified_by, about.comments, about.keywords, about.subject] == [""] * 5
        assert about.created == about.modified == datetime(2026, 11, 23, 15, 20, tzinfo=UTC)


@pytest.mark.parametrize("style", [NameStyle.INITIALS, NameStyle.NONE])
def test_no_name_is_in_any_part_of_the_file(final: Minutes, style: NameStyle) -> None:
    """Not in the text and not in any other part of the package."""
    with zipfile.ZipFile(io.BytesIO(docx(minutes_document(final, style)))) as package:
        for name in package.namelist():
            content = package.read(name)
            assert b"Vriezer" not in content
            assert b"Testman" not in content


def test_the_same_minutes_give_the_same_bytes(final: Minutes) -> None:
    """No moment of writing is in the file."""
    assert docx(minutes_document(final, STYLE)) == docx(minutes_document(final, STYLE))


def test_the_template_of_the_organisation_is_used(draft: Minutes, template: bytes) -> None:
    """Its header and styles stay, its text goes; every kind of header says CONCEPT."""
    file = opened(docx(minutes_document(draft, STYLE), template))
    assert file.styles["Heading 1"].font.name == "Huisletter"
    assert "Typ hier" not in file.element.body.xpath("string()")
    for header, own in (
        (file.sections[0].header, "Gemeente Voorbeeldstad"),
        (file.sections[0].first_page_header, "Logo"),
    ):
        assert [paragraph.text for paragraph in header.paragraphs] == [own, "CONCEPT"]


def test_a_style_that_the_template_lacks_is_made_up_for(final: Minutes, template: bytes) -> None:
    """Without a style for it, a heading is bold, stays with its text and has its level."""
    file = opened(docx(minutes_document(final, STYLE), template))
    heading = next(paragraph for paragraph in file.paragraphs if paragraph.text == "Eerdere acties")
    assert heading.runs[0].bold
    assert heading._element.find(".//" + qn("w:outlineLvl")).get(qn("w:val")) == "1"


def test_a_page_number_of_the_template_is_not_doubled(final: Minutes) -> None:
    """A template that numbers its pages itself gets only the line on secrecy."""
    file = OpenWord()
    field = file.sections[0].footer.paragraphs[0]._element
    field.append(field.makeelement(qn("w:fldSimple"), {qn("w:instr"): " PAGE "}))
    footer = opened(docx(minutes_document(final, STYLE), saved(file))).sections[0].footer
    assert len(list(footer._element.iter(qn("w:fldSimple")))) == 1
    assert "artikel 1.11 Wgs" in footer.paragraphs[-1].text


def test_headers_of_an_earlier_section_are_kept(final: Minutes) -> None:
    """A template with a cover has its header in the first section; the minutes get it too."""
    file = OpenWord()
    file.sections[0].header.paragraphs[0].text = "Huisstijl"
    file.add_section()
    result = opened(docx(minutes_document(final, STYLE), saved(file)))
    assert len(result.sections) == 1
    assert result.sections[0].header.paragraphs[0].text == "Huisstijl"


def test_a_template_file_of_word_will_do(final: Minutes, template: bytes, tmp_path: Path) -> None:
    """A `.dotx`, which is what most organisations have, is used like a `.docx`, from its path too."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            types = b"wordprocessingml.document.main+xml", b"wordprocessingml.template.main+xml"
            new.writestr(name, old.read(name).replace(*types))
    path = tmp_path / "huisstijl.dotx"
    path.write_bytes(written.getvalue())
    result = docx(minutes_document(final, STYLE), path)
    assert opened(result).sections[0].header.paragraphs[0].text == "Gemeente Voorbeeldstad"
    assert b"template.main+xml" not in zipfile.ZipFile(io.BytesIO(result)).read("[Content_Types].xml")


def other_package() -> bytes:
    """Return a zip file that is no Word file."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("a.txt", "geen Word")
    return written.getvalue()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04 half", other_package()])
def test_a_template_that_is_no_word_file_is_refused(final: Minutes, content: bytes) -> None:
    """With a sentence, not with an error of a library."""
    with pytest.raises(Refused) as refused:
        docx(minutes_document(final, STYLE), content)
    assert "geen Word-bestand" in refused.value.sentence


def test_a_damaged_or_missing_template_is_refused(final: Minutes, template: bytes, tmp_path: Path) -> None:
    """Half a file, a file with broken XML, no file at all."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<broken" if name == "word/document.xml" else old.read(name))
    for given_template in (template[: len(template) // 2], written.getvalue(), tmp_path / "weg.docx", tmp_path):
        with pytest.raises(Refused):
            docx(minutes_document(final, STYLE), given_template)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    """Emoji, markup and control characters: what can be seen is there, on as many lines."""
    runs = tuple(Run(text, emphasis) for emphasis in Emphasis)
    blocks = (Paragraph(runs), Heading(runs), Note(runs), Bullets((runs,)), FactList((Fact(text, runs),)))
    table = Table((text,), ((runs,),), (0,))
    document = Document("t", text, text, text, "nl", datetime(2026, 11, 23, tzinfo=UTC), (*blocks, table))
    shown = opened(docx(document)).paragraphs[1].text
    assert shown == "".join(run.text for run in runs)


def test_a_line_break_is_one_in_word(of_blocks: Made) -> None:
    """What was typed on two lines stands on two lines."""
    file = opened(docx(of_blocks(Paragraph(plain("een\ntwee")))))
    assert len(list(file.paragraphs[1]._element.iter(qn("w:br")))) == 1
