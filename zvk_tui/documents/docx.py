"""A document as a Word file, in the organisation's own template if there is one, made in memory."""

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zvk_tui.documents.model import Document
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_

if TYPE_CHECKING:
    from docx.document import Document as WordFile

NO_TEMPLATE: Final = N_(
    "The template is not a Word file (.docx or .dotx). Nothing was written; choose another template."
)

_TEMPLATE_TYPE: Final = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE: Final = b"wordprocessingml.document.main+xml"
_UNREADABLE: Final = (
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    RuntimeError,
    SyntaxError,
)
"""What reading a file that is no Word file, or a broken one, ends in: no zip, no such part, no such XML."""


def docx(document: Document, template: bytes | Path | None = None) -> bytes:
    """Return `document` as a Word file; the same document gives the same bytes.

    Args:
        document: what to write.
        template: the organisation's own template, whose page, headers, footers and styles are used.

    Raises:
        Refused: when the template is not a Word file.
    """
    from zvk_tui.documents import word_blocks, word_page

    file = _opened(template)
    word_page.prepare(file, document, own_template=template is not None)
    word_blocks.write(file, document)
    written = io.BytesIO()
    file.save(written)
    return _rezipped(written.getvalue())


def _opened(template: bytes | Path | None) -> "WordFile":
    """Return a Word file with the page and the styles of the template."""
    import docx as word

    if template is None:
        return word.Document()
    try:
        content = template.read_bytes() if isinstance(template, Path) else template
        as_document = _rezipped(content, lambda part: part.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE))
        return word.Document(io.BytesIO(as_document))
    except _UNREADABLE:
        raise Refused(NO_TEMPLATE) from None


def _rezipped(content: bytes, types: Callable[[bytes], bytes] = bytes) -> bytes:
    """Return a Word file that does not tell when it was written; `types` changes the part that names all types."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = types(old.read(name)) if name == "[Content_Types].xml" else old.read(name)
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return written.getvalue()
