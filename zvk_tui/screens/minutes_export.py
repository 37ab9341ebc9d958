"""Minutes on their way to a file: the names as the chamber usually writes them, and whether they are a draft."""

from functools import partial
from typing import TYPE_CHECKING

from zvk_tui.domain.minutes import MinutesStatus
from zvk_tui.i18n import _
from zvk_tui.screens.document_export import DocumentExport, Paper, Writing

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


def minutes_export(vault: "Vault", meeting_id: int) -> DocumentExport:
    """Return the dialog that shows the minutes of a meeting and writes them."""
    return DocumentExport(
        Writing(
            _("Write the minutes to a file"),
            partial(_paper, vault, meeting_id),
            went_out=partial(vault.settle.note_export, meeting_id),
            style=vault.settings.get().names,
        )
    )


def _paper(vault: "Vault", meeting_id: int) -> Paper:
    from zvk_tui.documents.files import file_name
    from zvk_tui.documents.minutes_document import minutes_document

    minutes = vault.records.minutes(meeting_id)
    state = _("a draft") if minutes.status is MinutesStatus.DRAFT else _("final")
    return Paper(partial(minutes_document, minutes), partial(file_name, minutes), state)
