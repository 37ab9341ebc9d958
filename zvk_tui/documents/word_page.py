"""The page and the looks of a Word file, its language and its properties."""

from datetime import UTC
from typing import TYPE_CHECKING, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from zvk_tui.documents.model import Document
from zvk_tui.documents.word_margins import ACCENT, fill_margins, keep_margins

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

_FONT: Final = "Calibri"
_LOOKS: Final = (("Normal", 10.5, 0, 5), ("Title", 20, 0, 14), ("Heading 1", 14, 18, 5), ("Heading 2", 11, 11, 3))
"""Style, size, room above and room below, in points."""


def prepare(file: "WordFile", document: Document, *, own_template: bool) -> None:
    """Give a Word file its page, margins, language and properties, and take out any text of the template."""
    body = file.element.body
    if not file.sections:
        body.append(OxmlElement("w:sectPr"))
    keep_margins(file)
    body.clear_content()
    if not own_template:
        _page(file)
    _language(file, {"nl": "nl-NL", "en": "en-GB"}[document.language])
    _properties(file, document)
    fill_margins(file, document, text_width(file.sections[-1]), own_template=own_template)


def text_width(section: "Section") -> int:
    """Return the width between the margins, in the units of Word."""
    page = section.page_width or Cm(21)
    return int(page - (section.left_margin or 0) - (section.right_margin or 0))


def _page(file: "WordFile") -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.4)
    for name, size, before, after in _LOOKS:
        style = file.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        _letter(style)
    for border in list(file.styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _letter(style: "ParagraphStyle") -> None:
    """Use one font, without the theme's, and one colour for everything above a text."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]
    style.font.name = _FONT
    if style.name != "Normal":
        style.font.color.rgb = RGBColor.from_string(ACCENT)


def _language(file: "WordFile", tag: str) -> None:
    """Set the language of the proofing tools and of screen readers."""
    languages = list(file.styles.element.iter(qn("w:lang")))
    if not languages:
        languages = [OxmlElement("w:lang")]
        file.styles.default(WD_STYLE_TYPE.PARAGRAPH).element.get_or_add_rPr().append(languages[0])
    for language in languages:
        language.set(qn("w:val"), tag)


def _properties(file: "WordFile", document: Document) -> None:
    """Say what the document is, and nothing of who wrote it or the template."""
    properties = file.core_properties
    properties.title, properties.language = document.title, document.language
    for name in ("author", "last_modified_by", "comments", "keywords", "subject", "category", "identifier"):
        setattr(properties, name, "")
    dated = document.dated.astimezone(UTC) if document.dated.tzinfo else document.dated
    properties.created = properties.modified = dated.replace(tzinfo=None)
    properties.revision = 1
