"""What minutes say, whatever the file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from zvk_tui import i18n
from zvk_tui.documents.minutes_document import minutes_document
from zvk_tui.documents.model import Block, Bullets, Document, FactList, Heading, Note, Paragraph, Table, letters
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, SeriesKind
from zvk_tui.domain.minutes import JudgementLine, Minutes, MinutesHead, MinutesItem, MinutesStatus, PresenceLine
from zvk_tui.domain.record import Answer

STYLE = NameStyle.INITIALS


def texts(block: Block) -> Iterator[str]:
    """Yield every text of a block."""
    match block:
        case Heading(text) | Paragraph(text) | Note(text):
            yield letters(text)
        case Bullets(items):
            yield from map(letters, items)
        case FactList(facts):
            for fact in facts:
                yield from (fact.term, letters(fact.text))
        case Table():
            yield from block.header
            yield from (letters(cell) for row in block.rows for cell in row)


def words(document: Document) -> str:
    """Return everything a document says."""
    return "\n".join([document.title, *(text for block in document.blocks for text in texts(block))])


def headings(document: Document, level: int = 1) -> list[str]:
    """Return the headings of one level."""
    return [letters(block.text) for block in document.blocks if isinstance(block, Heading) and block.level == level]


def under(document: Document, heading: str) -> list[Block]:
    """Return the blocks from a heading of level 1 to the next."""
    starts = [n for n, block in enumerate(document.blocks) if isinstance(block, Heading) and block.level == 1]
    ends = [*starts[1:], len(document.blocks)]
    begin, end = next(
        (start, end) for start, end in zip(starts, ends, strict=True) if heading in next(texts(document.blocks[start]))
    )
    return list(document.blocks[begin + 1 : end])


def test_the_parts_come_in_the_order_of_a_meeting(final: Minutes) -> None:
    """Presence, the items by their number on the agenda, the lists, the next date, the settlement."""
    assert headings(minutes_document(final, STYLE)) == [
        "Aanwezigheid",
        "3. Casus D26-0042, J. d. V.",
        "4. Aanmelding D26-0051, Z. B.",
        "Overige agendapunten",
        "Besluitenlijst",
        "Actielijst",
        "Volgende vergadering",
        "Vaststelling",
    ]


def test_the_head_says_when_where_and_who(final: Minutes) -> None:
    """Series, number, date, times, place, chair and note-taker stand first; then secrecy (Wgs art. 1.11)."""
    facts, secrecy, *_ = minutes_document(final, STYLE).blocks
    said = list(texts(facts))
    for text in ("Kernteam PAD, nummer 14", "maandag 23 november 2026", "13:30 tot 15:05 uur", "Ria Voorbeeld"):
        assert text in said
    assert "artikel 1.11 Wgs" in next(texts(secrecy))


def test_presence_is_ordered_and_shows_secrecy(final: Minutes) -> None:
    """Present, guests, excused, absent; a guest with the date of the secrecy declaration (Bgs art. 2.21)."""
    (table,) = under(minutes_document(final, STYLE), "Aanwezigheid")
    assert isinstance(table, Table)
    seats = [letters(row[-1]).split("\n")[0] for row in table.rows]
    assert seats == ["aanwezig", "aanwezig", "gast", "afgemeld", "afwezig"]
    assert letters(table.rows[2][-1]) == "gast\ngeheimhouding getekend op 20-11-2026"


def test_a_guest_who_did_not_sign_is_shown(final: Minutes) -> None:
    """A missing secrecy declaration cannot stay unseen."""
    guest = PresenceLine("Gijs Gast", "docent", "School", Presence.GUEST)
    minutes = replace(final, head=replace(final.head, presence=(guest,)))
    assert "geheimhoudingsverklaring niet getekend" in words(minutes_document(minutes, STYLE))


def test_a_case_follows_bob(final: Minutes) -> None:
    """Earlier actions, picture, judgement, decisions, actions; a contribution with source, date and kind."""
    blocks = under(minutes_document(final, STYLE), "3. Casus")
    parts = [letters(block.text) for block in blocks if isinstance(block, Heading)]
    assert parts == ["Eerdere acties", "Beeld", "Oordeel", "Besluiten", "Acties"]
    picture = blocks[4]
    assert isinstance(picture, Table)
    assert [letters(cell) for cell in picture.rows[0][:3]] == ["Politie\nPiet Politieman", "21-11-2026", "feit"]


def test_a_decision_has_its_motive_and_dissent(final: Minutes) -> None:
    """Number, text, motive, dissent and who holds the power; the table together when nobody alone does."""
    said = words(minutes_document(final, STYLE))
    assert "B-12" in said
    assert "\nMotivering: J. d. V. moeder vraagt daarom" in said
    assert "\nAfwijkend standpunt: Reclassering had" in said
    assert "Gemeente Voorbeeldstad" in said
    assert "de tafel gezamenlijk" in said


def test_earlier_actions_say_honestly_what_became_of_them(final: Minutes) -> None:
    """Done, postponed with the new date and how often, no longer possible."""
    table = under(minutes_document(final, STYLE), "3. Casus")[2]
    assert isinstance(table, Table)
    assert [letters(row[-1]) for row in table.rows] == [
        "gereed",
        "uitgesteld tot 04-12-2026\n2 keer uitgesteld",
        "niet meer mogelijk",
    ]


def test_items_with_nothing_recorded_are_listed_as_what_they_became(final: Minutes) -> None:
    """Skipped, moved and merely discussed items have no empty part of their own."""
    (table,) = under(minutes_document(final, STYLE), "Overige agendapunten")
    assert isinstance(table, Table)
    assert [(letters(row[0]), letters(row[2])) for row in table.rows] == [
        ("1", "besproken, niets vastgelegd"),
        ("2", "niet besproken, komt de volgende vergadering terug"),
        ("5", "doorgeschoven naar de volgende vergadering"),
        ("6", "besproken, niets vastgelegd"),
    ]


def test_an_item_that_was_moved_after_all_says_so(final: Minutes, pad_case: MinutesItem) -> None:
    """What was recorded at an item before it was moved stays, with the state beside it."""
    minutes = replace(final, items=(replace(pad_case, state=ItemState.MOVED),))
    assert "Dit agendapunt: doorgeschoven naar de volgende vergadering." in words(minutes_document(minutes, STYLE))


def test_the_lists_hold_every_decision_and_action(final: Minutes) -> None:
    """The continuous lists name the case of each."""
    document = minutes_document(final, STYLE)
    (decisions,), (actions,) = under(document, "Besluitenlijst"), under(document, "Actielijst")
    assert isinstance(decisions, Table)
    assert isinstance(actions, Table)
    assert [(letters(row[0]), letters(row[1])) for row in decisions.rows] == [
        ("B-12", "D26-0042"),
        ("B-13", "D26-0051"),
    ]
    assert [(letters(row[0]), letters(row[1])) for row in actions.rows] == [("A-34", "D26-0042"), ("A-35", "D26-0051")]


def test_there_is_no_heading_without_content(head: MinutesHead) -> None:
    """Minutes of a meeting that recorded nothing are short, not full of empty parts."""
    bare = replace(head, next_on=None, presence=(), started=None, ended=None, chair="", note_taker="", place="")
    item = MinutesItem(
        1, ItemKind.CASE, "", ItemState.DISCUSSED, judgement=JudgementLine(" ", Answer.UNKNOWN, Answer.UNKNOWN)
    )
    document = minutes_document(Minutes(bare, (item,)), STYLE)
    assert headings(document) == ["Overige agendapunten"]
    assert headings(document, 2) == []
    assert len(document.blocks[0].facts) == 2  # type: ignore[union-attr]


def test_final_minutes_prove_themselves(final: Minutes) -> None:
    """Meeting number, date, version, who and when, and the fingerprint."""
    (facts,) = under(minutes_document(final, STYLE), "Vaststelling")
    said = list(texts(facts))
    for text in ("14", "23-11-2026", "2", "Ria Voorbeeld, 23-11-2026 15:20", "0123456789abcdef" * 4):
        assert text in said


def test_a_draft_says_so_and_settles_nothing(draft: Minutes) -> None:
    """A draft bears the mark that every page shows, and no fingerprint."""
    document = minutes_document(draft, STYLE)
    assert document.mark == "CONCEPT"
    assert "Vaststelling" not in headings(document)
    assert minutes_document(replace(draft, status=MinutesStatus.FINAL), STYLE).mark == ""


@pytest.mark.parametrize("style", [NameStyle.INITIALS, NameStyle.NONE])
def test_nobody_is_named_anywhere(final: Minutes, style: NameStyle) -> None:
    """In no field of no item, nor in the head, the name of a person a case is about is left."""
    head = replace(final.head, series="Overleg Jan de Vriezer", place="Thuis bij Zoë")
    said = words(minutes_document(replace(final, head=head), style)).casefold()
    for name in ("vriezer", "jan ", "jans", "zoë", "zoe ", "testman"):
        assert name not in said
    assert "in het bos" in said


def test_initials_stand_beside_the_number_only_when_chosen(final: Minutes) -> None:
    """The three styles: full name, initials, number alone."""
    shown = {style: headings(minutes_document(final, style))[1] for style in NameStyle}
    assert shown == {
        NameStyle.FULL: "3. Casus D26-0042, Jan de Vriezer",
        NameStyle.INITIALS: "3. Casus D26-0042, J. d. V.",
        NameStyle.NONE: "3. Casus D26-0042",
    }


def test_the_title_names_nobody(final: Minutes) -> None:
    """The title goes into the metadata, so it holds the kind of meeting and the case number, also with full names."""
    head = replace(final.head, series="Overleg Jan de Vriezer", series_kind=SeriesKind.PROCESS_MEETING)
    document = minutes_document(replace(final, head=head), NameStyle.FULL)
    assert document.title == "Verslag Procesoverleg D26-0042, nummer 14"


def test_professionals_keep_their_names(final: Minutes, pad_case: MinutesItem) -> None:
    """A professional who is called like a person of a case is still named where professionals stand."""
    item = replace(pad_case, subject=Subject("Piet", "", "Politieman"))
    document = minutes_document(replace(final, items=(item,)), NameStyle.NONE)
    assert "Piet Politieman" in words(document)


def test_the_part_of_an_erased_case_leaves_the_numbers_as_they_were(final: Minutes, other_case: MinutesItem) -> None:
    """The items keep their number on the agenda when one before them has been erased."""
    document = minutes_document(replace(final, items=(other_case,)), STYLE)
    assert headings(document)[1].startswith("4. ")


def test_minutes_can_be_english(final: Minutes, draft: Minutes) -> None:
    """With English chosen, nothing of our own is left in Dutch."""
    i18n.use_language("en")
    document = minutes_document(final, STYLE)
    assert document.language == "en"
    assert document.title == "Minutes of Core team PAD, number 14"
    assert headings(document)[-1] == "Settlement"
    assert "Monday 7 December 2026" in words(document)
    assert minutes_document(draft, STYLE).mark == "DRAFT"


def test_the_document_is_dated_by_the_minutes(final: Minutes, draft: Minutes) -> None:
    """Not by the clock: the same minutes give the same file tomorrow."""
    assert minutes_document(final, STYLE).dated == final.finalised_at
    assert minutes_document(draft, STYLE).dated.date() == date(2026, 11, 23)
