"""What one organisation owes, on paper: late first, initials, the secrecy line, and no name in the name of the file."""

import io
from datetime import date, datetime
from typing import Final

import pytest
from pypdf import PdfReader

from zvk_tui.documents.files import written
from zvk_tui.documents.model import Document
from zvk_tui.documents.partner_actions import OwedList, owed_document, owed_name
from zvk_tui.documents.preview import preview
from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle, Phase, Subject
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind
from zvk_tui.domain.progress import Owed
from zvk_tui.domain.record import Action

NOW: Final = datetime(2026, 11, 23, 16, 2).astimezone()
POLICE: Final = Partner(
    1, "Politie Voorbeeldstad", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER
)
JAN: Final = CaseFile(1, "D26-0042", Approach.PAD, Phase.APPROACH, Subject("Jan", "de", "Vriezer"), date(2026, 3, 2))
BOS: Final = CaseFile(2, "D26-0043", Approach.PAD, Phase.APPROACH, Subject("Zoë", "", "Bos"), date(2026, 3, 2))


def owed(number: int, due: date, text: str, case_file: CaseFile | None = JAN, postponed: int = 0) -> Owed:
    """Return an open action of the police."""
    ref = case_file.ref if case_file else ""
    return Owed(Action(number, number, text, POLICE, None, due, postponed_count=postponed, case_ref=ref), case_file)


LIST: Final = OwedList(
    "Kamer Voorbeeldstad",
    POLICE,
    (
        owed(7, date(2026, 11, 14), "Huisbezoek bij de Vriezer, met Zoë Bos", postponed=2),
        owed(8, date(2026, 12, 4), "Zoë Bos uitnodigen", BOS),
        owed(9, date(2027, 1, 4), "Contactpersoon doorgeven", None),
    ),
    NOW,
    "Ria Voorbeeld",
)


def text(document: Document) -> str:
    """Return what a document says."""
    return "\n".join(preview(document, 120))


def test_names_are_initials_unless_somebody_chooses_otherwise() -> None:
    """Case numbers with initials, also in what was typed about another case; full names when they are asked for."""
    masked = text(owed_document(LIST, NameStyle.INITIALS))
    assert "D26-0042" in masked
    assert "J. d. V." in masked
    assert "Vriezer" not in masked
    assert "Bos" not in masked
    assert "Jan de Vriezer" in text(owed_document(LIST, NameStyle.FULL))
    bare = text(owed_document(LIST, NameStyle.NONE))
    assert "J. d. V." not in bare
    assert "Vriezer" not in bare


def test_late_actions_stand_first() -> None:
    """What is late stands in a part of its own, with how long and how often it was postponed."""
    said = text(owed_document(LIST, NameStyle.INITIALS))
    assert said.index("A-7") < said.index("A-8") < said.index("A-9")
    assert "9 dagen te laat" in said


def test_the_secrecy_and_the_day_stand_on_it() -> None:
    """Who reads it sees that it is secret, when it was printed and by whom."""
    document = owed_document(LIST, NameStyle.INITIALS)
    assert "1.11 Wgs" in text(document)
    assert "23 november 2026, 16:02" in text(document)
    assert "Ria Voorbeeld" in text(document)
    assert "1.11 Wgs" in document.footing


def test_the_name_of_the_file_names_nobody() -> None:
    """The organisation and the day, in signs that every disk takes."""
    name = owed_name(LIST, ".pdf")
    assert name.endswith("politie-2026-11-23.pdf")
    assert not {"jan", "vriezer", "bos"} & set(name.lower().split("-"))


@pytest.mark.parametrize("suffix", [".docx", ".md", ".pdf"])
def test_every_kind_of_file_can_be_made(suffix: str) -> None:
    """PDF, Word and Markdown come from the same document, and the same list gives the same file."""
    content = written(owed_document(LIST, NameStyle.INITIALS), suffix)
    assert content == written(owed_document(LIST, NameStyle.INITIALS), suffix)
    if suffix == ".pdf":
        pages = PdfReader(io.BytesIO(content)).pages
        assert "D26-0042" in "".join(page.extract_text() for page in pages)


def test_an_organisation_that_owes_nothing_has_a_document_too() -> None:
    """No empty table: the head with the secrecy, and a sentence."""
    empty = OwedList(LIST.chamber, POLICE, (), NOW, "Ria Voorbeeld")
    assert len(text(owed_document(empty, NameStyle.INITIALS)).splitlines()) > 5
    assert written(owed_document(empty, NameStyle.INITIALS), ".pdf").startswith(b"%PDF")


def test_a_name_of_120_characters_and_markup_are_only_text() -> None:
    """A long name breaks in its cell, and what looks like markup is shown as it was typed."""
    long = CaseFile(3, "D26-0044", Approach.PAD, Phase.APPROACH, Subject("", "", "V" * 120), date(2026, 3, 2))
    odd = OwedList("[b]Kamer[/b]", POLICE, (owed(1, date(1999, 12, 31), "[/x] #let x = 1 *a*", long),), NOW, "Ria")
    assert "[/x] #let x = 1 *a*" in text(owed_document(odd, NameStyle.FULL))
    assert written(owed_document(odd, NameStyle.FULL), ".pdf").startswith(b"%PDF")
