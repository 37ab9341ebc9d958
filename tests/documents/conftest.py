"""Minutes of a meeting that never was, with everything that minutes can hold."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from docx import Document as WordFile
from pypdf import PdfReader

from zvk_tui import i18n
from zvk_tui.documents.model import Block, Document
from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, SeriesKind
from zvk_tui.domain.minutes import (
    ActionLine,
    ContributionLine,
    DecisionLine,
    JudgementLine,
    Minutes,
    MinutesHead,
    MinutesItem,
    MinutesStatus,
    PresenceLine,
)
from zvk_tui.domain.record import ActionState, Answer, StatementKind

ON = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _default_language() -> Iterator[None]:
    """Speak Dutch again after a test that spoke English."""
    yield
    i18n.use_language("nl")


@pytest.fixture
def head() -> MinutesHead:
    """Return the head of the minutes: five people, one of each presence."""
    return MinutesHead(
        chamber="Zorg- en Veiligheidskamer Voorbeeldstad",
        series="Kernteam PAD",
        series_kind=SeriesKind.CORE_TEAM_PAD,
        number=14,
        on=ON,
        started=time(13, 30),
        ended=time(15, 5),
        place="Stadhuis, kamer 2.14",
        chair="Ria Voorbeeld",
        note_taker="Koos Notulist",
        next_on=date(2026, 12, 7),
        presence=(
            PresenceLine("Aad Afwezig", "leerplichtambtenaar", "Leerplicht", Presence.ABSENT),
            PresenceLine("Ria Voorbeeld", "procesregisseur", "Gemeente Voorbeeldstad", Presence.PRESENT),
            PresenceLine("Gijs Gast", "docent", "Scholengroep De Proef", Presence.GUEST, date(2026, 11, 20)),
            PresenceLine("Piet Politieman", "wijkagent", "Politie", Presence.PRESENT),
            PresenceLine("Ed Elders", "reclasseringswerker", "Reclassering", Presence.EXCUSED),
        ),
    )


@pytest.fixture
def pad_case() -> MinutesItem:
    """Return an item about Jan de Vriezer, in which his mother and another case are named too."""
    return MinutesItem(
        position=3,
        kind=ItemKind.CASE,
        title="",
        state=ItemState.DISCUSSED,
        case_ref="D26-0042",
        subject=Subject("Jan", "de", "Vriezer", date(2009, 3, 1)),
        approach=Approach.PAD,
        phase=Phase.APPROACH,
        goal="Jan gaat weer vijf dagen per week naar school, zonder nieuwe politiecontacten voor 1 maart.",
        contributions=(
            ContributionLine(
                "Politie",
                "Piet Politieman",
                date(2026, 11, 21),
                StatementKind.FACT,
                "Jan de Vriezer is op 14 november met Zoë Bos gezien bij de Proefbrug. Er is niets voorgevallen.",
            ),
            ContributionLine(
                "Sociaal team",
                "",
                date(2026, 11, 23),
                StatementKind.HEARSAY,
                "Volgens Jans moeder slaapt hij slecht.\nZij vraagt om een vast gezicht in plaats van drie.",
            ),
        ),
        judgement=JudgementLine("De lijn is goed; thuis blijft het kwetsbaar.", Answer.PARTLY, Answer.YES),
        decisions=(
            DecisionLine(
                12,
                "De PAD-coach blijft het vaste gezicht voor Jan.",
                "Jan's moeder vraagt daarom, en het werkt.",
                "Gemeente Voorbeeldstad",
                "Reclassering had liever de eigen begeleider gezien.",
            ),
        ),
        actions=(
            ActionLine(
                34,
                "Huisbezoek bij de Vriezer afleggen.",
                "Politie",
                "Piet Politieman",
                date(2026, 12, 14),
                ActionState.OPEN,
            ),
        ),
        settled=(
            ActionLine(28, "Rooster van school opvragen.", "Leerplicht", "", date(2026, 11, 9), ActionState.DONE),
            ActionLine(30, "Gesprek met vader.", "Sociaal team", "", date(2026, 12, 4), ActionState.OPEN, 2),
            ActionLine(
                31, "Plek op het jeugdhonk.", "Jongerenwerk", "", date(2026, 11, 16), ActionState.NO_LONGER_POSSIBLE
            ),
        ),
    )


@pytest.fixture
def other_case() -> MinutesItem:
    """Return an item about Zoë Bos, with a decision of the table together."""
    return MinutesItem(
        position=4,
        kind=ItemKind.REFERRAL,
        title="",
        state=ItemState.DISCUSSED,
        case_ref="D26-0051",
        subject=Subject("Zoë", "", "Bos"),
        approach=Approach.PAD,
        phase=Phase.TRIAGE,
        goal="",
        decisions=(DecisionLine(13, "Zoe Bos wordt opgenomen in de PAD.", "Zij loopt vaak in het bos.", ""),),
        actions=(ActionLine(35, "Brief aan Zoë en ouders.", "Gemeente", "", date(2026, 11, 30), ActionState.OPEN, 1),),
    )


@pytest.fixture
def final(head: MinutesHead, pad_case: MinutesItem, other_case: MinutesItem) -> Minutes:
    """Return final minutes of six items."""
    items = (
        MinutesItem(1, ItemKind.OPENING, "", ItemState.DISCUSSED),
        MinutesItem(2, ItemKind.NOTICES, "", ItemState.SKIPPED),
        pad_case,
        other_case,
        MinutesItem(5, ItemKind.CASE, "", ItemState.MOVED, "D25-0007", Subject("Mo", "", "Testman"), Approach.ALL_AGES),
        MinutesItem(6, ItemKind.TOPIC, "Convenant", ItemState.DISCUSSED),
    )
    return Minutes(
        head,
        items,
        MinutesStatus.FINAL,
        2,
        datetime(2026, 11, 23, 15, 20, tzinfo=UTC),
        "Ria Voorbeeld",
        "0123456789abcdef" * 4,
    )


@pytest.fixture
def draft(final: Minutes) -> Minutes:
    """Return the same minutes before they were settled."""
    return replace(final, status=MinutesStatus.DRAFT, version=1, finalised_at=None, finalised_by="", fingerprint="")


@pytest.fixture
def of_blocks() -> Callable[..., Document]:
    """Return a way to make a document of some blocks."""

    def made(*blocks: Block, mark: str = "") -> Document:
        return Document(
            "Proef", "Kamer", "Vertrouwelijk", mark, "nl", datetime(2026, 11, 23, 15, 20, tzinfo=UTC), blocks
        )

    return made


def pages(content: bytes) -> list[str]:
    """Return the text of each page of a PDF, with every break of a line as a space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.fixture
def pdf_pages() -> Callable[[bytes], list[str]]:
    """Return a way to read the text of each page of a PDF."""
    return pages


@pytest.fixture
def word_text() -> Callable[[bytes], str]:
    """Return a way to read the whole text of a Word file: body, tables, headers and footers."""

    def read(content: bytes) -> str:
        file = WordFile(io.BytesIO(content))
        section = file.sections[0]
        parts = [file.element.body, section.header._element, section.footer._element]
        lines = [node for part in parts for node in part.iter() if node.tag.endswith(("}p", "}br", "}t"))]
        return " ".join((node.text or "") if node.tag.endswith("}t") else "" for node in lines).strip()

    return read
