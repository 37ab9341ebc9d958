"""From minutes to a file: its name, its content, and writing it so that it is there whole or not at all."""

import contextlib
import errno
import os
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

from zvk_tui import labels
from zvk_tui.documents.minutes_document import case_of, minutes_document
from zvk_tui.documents.model import Document
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.minutes import Minutes, MinutesStatus
from zvk_tui.errors import CouldNotWrite, Refused, Usage
from zvk_tui.i18n import N_, _

SUFFIXES: Final = (".pdf", ".docx", ".md")
"""The kinds of file that minutes can become."""

UNKNOWN_KIND: Final = N_("A file of the kind {suffix} cannot be made. Choose .pdf, .docx or .md.")
EXISTS: Final = N_("{name} exists already and was left as it is. Choose another name, or say that it may be replaced.")
IS_FOLDER: Final = N_("{name} is a folder. Nothing was written; choose a file name in it.")
NO_FOLDER: Final = N_("The folder {folder} does not exist. Nothing was written; choose another folder.")
NO_RIGHTS: Final = N_("You may not write in the folder {folder}. Nothing was written; choose another folder.")
READ_ONLY: Final = N_("The disk of the folder {folder} is read-only. Nothing was written; choose another folder.")
DISK_FULL: Final = N_(
    "The disk of the folder {folder} is full. Nothing was written; make room or choose another folder."
)
NAME_TOO_LONG: Final = N_("This file name is too long or has signs that the disk does not take. Nothing was written.")
NOT_WRITTEN: Final = N_("{name} could not be written. What was there is as it was; choose another folder.")

_SENTENCES: Final = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EACCES: NO_RIGHTS,
    errno.EPERM: NO_RIGHTS,
    errno.EROFS: READ_ONLY,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: IS_FOLDER,
    errno.ENAMETOOLONG: NAME_TOO_LONG,
    errno.EINVAL: NAME_TOO_LONG,
}


def file_name(minutes: Minutes, suffix: str) -> str:
    """Return a file name without names: `verslag-kernteam-pad-14-2026-11-23.pdf`.

    The name of a series can be a person's, so the kind of meeting stands there, with the case number of a process
    meeting.
    """
    head = minutes.head
    kind = slug(labels.label(head.series_kind))
    draft = slug(labels.label(MinutesStatus.DRAFT)) if minutes.status is MinutesStatus.DRAFT else ""
    parts = (kind, slug(case_of(minutes)), str(head.number), head.on.isoformat(), draft)
    return _("minutes-{meeting}").format(meeting="-".join(part for part in parts if part)) + suffix


def render(minutes: Minutes, style: NameStyle, suffix: str, template: bytes | Path | None = None) -> bytes:
    """Return minutes as the content of a file.

    Args:
        minutes: the minutes.
        style: how the people of the cases are named.
        suffix: the kind of file: .pdf, .docx or .md, with or without capitals.
        template: the organisation's own Word template, for .docx only.

    Raises:
        Usage: for another kind of file.
        Refused: when the template is not a Word file.
        CouldNotWrite: when the PDF cannot be made.
    """
    return written(minutes_document(minutes, style), suffix, template)


def written(document: Document, suffix: str, template: bytes | Path | None = None) -> bytes:
    """Return any document as the content of a file; the arguments and errors are those of `render`."""
    match suffix.lower():
        case ".pdf":
            from zvk_tui.documents.pdf import pdf

            return pdf(document)
        case ".docx":
            from zvk_tui.documents.docx import docx

            return docx(document, template)
        case ".md":
            from zvk_tui.documents.markdown import markdown

            return markdown(document)
        case _:
            raise Usage(UNKNOWN_KIND, suffix=suffix or "…")


def save(path: Path, content: bytes, *, replace_existing: bool = False) -> None:
    """Write a file that only its owner can read; it is there whole or not at all.

    Args:
        path: where to.
        content: what.
        replace_existing: whether a file that is there already may be replaced.

    Raises:
        Refused: when the file exists and may not be replaced.
        CouldNotWrite: when it cannot be written; what was there is as it was.
    """
    try:
        if path.is_dir():
            raise CouldNotWrite(IS_FOLDER, name=path.name or str(path))
        if os.path.lexists(path) and not replace_existing:
            raise Refused(EXISTS, name=path.name)
        _write_whole(path, content)
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, NOT_WRITTEN)
        raise CouldNotWrite(sentence, name=path.name, folder=path.parent) from None
    except ValueError:  # a NUL in the path
        raise CouldNotWrite(NAME_TOO_LONG) from None


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file first, under a name that says nothing, and let it take its place in one step."""
    handle, beside = tempfile.mkstemp(prefix=".zvk-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
    _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """Let the disk remember the new name too; some systems and network disks cannot be asked."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def slug(text: str) -> str:
    """Return `text` as part of a file name: letters without diacritics, digits and hyphens."""
    apart = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", apart).strip("-")
