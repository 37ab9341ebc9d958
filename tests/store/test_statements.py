"""Statements in the vault: between meetings, marked with a trace, and the papers that carried them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.store.conftest import SECOND
from zvk_tui.domain.case_terms import DataCategory, Standing
from zvk_tui.domain.log import Act
from zvk_tui.domain.record import StatementKind
from zvk_tui.domain.statements import Carrier, CarrierKind, NewStatement, StandingMark
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

TYPED = "Vliegdennenlaan"
REF = "D26-0001"


def told(chamber: "Chamber", short: str = "Politie", **fields: object) -> NewStatement:
    """Return what an organisation tells today."""
    new = NewStatement(chamber.owner(short), StatementKind.HEARSAY, TYPED, chamber.clock.now.date())
    return replace(new, **fields)  # type: ignore[arg-type]


def add(chamber: "Chamber", short: str = "Politie", **fields: object) -> int:
    """Add a statement about the first case between meetings; return its row number."""
    return chamber.vault.statement.add(chamber.case(REF).id, told(chamber, short, **fields))


def carriers(chamber: "Chamber", number: int) -> list[tuple[CarrierKind, int, str]]:
    """Return what carried a statement: kind, version and kind of file."""
    return [(one.kind, one.version, one.suffix) for one in chamber.vault.statements.carried_by(number)]


def test_a_statement_between_meetings_is_kept_whole(at: "At") -> None:
    """Source, date, kind, category and conditions come back; it belongs to no meeting and stands."""
    chamber = at("between")
    number = add(chamber, "GGZ", category=DataCategory.HEALTH, conditions="toestemming van betrokkene")
    (found,) = chamber.vault.statements.of_case(chamber.case(REF).id)
    said = found.contribution
    assert (said.id, said.partner.short, said.kind, said.text) == (number, "GGZ", StatementKind.HEARSAY, TYPED)
    assert (said.category, said.conditions) == (DataCategory.HEALTH, "toestemming van betrokkene")
    assert (found.meeting, found.marks, found.standing) == (None, (), Standing.STANDS)


def test_health_without_its_ground_is_refused(at: "At") -> None:
    """A statement about health needs the consent or the exception, on entry and when it is classified later."""
    chamber = at("between")
    with pytest.raises(Refused):
        add(chamber, category=DataCategory.HEALTH)
    number = add(chamber)
    with pytest.raises(Refused):
        chamber.vault.statement.classify(number, DataCategory.HEALTH, " ")
    chamber.vault.statement.classify(number, DataCategory.HEALTH, "goed hulpverlenerschap")
    assert chamber.vault.statements.one(number).contribution.category is DataCategory.HEALTH


def test_a_statement_of_tomorrow_or_without_text_is_refused(at: "At") -> None:
    """A day that is still to come and an empty text are refused; nothing is written."""
    chamber = at("between")
    before = chamber.content(logs=True)
    for fields in ({"on": SECOND + timedelta(9)}, {"text": " \u202e "}):
        with pytest.raises(Refused):
            add(chamber, **fields)
    assert chamber.content(logs=True) == before


def test_statements_come_newest_first_and_can_be_of_one_organisation(at: "At") -> None:
    """All sources of a case are counted; asked for one organisation, only its statements come, at most so many."""
    chamber = at("running")
    case_id = chamber.case(REF).id
    older = add(chamber, on=SECOND - timedelta(30))
    newer = add(chamber)
    found = [statement.contribution.id for statement in chamber.vault.statements.of_case(case_id)]
    assert found == [newer, chamber.said, older]
    police = chamber.vault.statements.of_case(case_id, chamber.partner("Politie").id)
    assert [statement.contribution.id for statement in police] == [newer, older]
    assert len(chamber.vault.statements.of_case(case_id, limit=1)) == 1
    assert [(one.short, count) for one, count in chamber.vault.statements.sources(case_id)] == [
        ("GGZ", 1),
        ("Politie", 2),
    ]


def test_what_was_said_at_a_meeting_names_the_meeting(at: "At") -> None:
    """A statement at the table carries its series, number and day."""
    chamber = at("running")
    meeting = chamber.vault.statements.one(chamber.said).meeting
    assert meeting is not None
    assert (meeting.series, meeting.number, meeting.on) == ("Kernteam PAD", 2, SECOND)


def test_what_was_said_at_a_meeting_is_not_changed_between_meetings(at: "At") -> None:
    """Its words can change at the meeting only; what it tells about can be said afterwards, final minutes or not."""
    chamber = at("final")
    with pytest.raises(Refused):
        chamber.vault.statement.change(chamber.said, told(chamber))
    chamber.vault.statement.classify(chamber.said, DataCategory.GUIDANCE, "")
    assert chamber.vault.verify() == ()


def test_a_statement_between_meetings_can_be_changed(at: "At") -> None:
    """Everything of it can be mended; undo brings the old words back."""
    chamber = at("between")
    number = add(chamber)
    chamber.vault.statement.change(number, told(chamber, "GGZ", text="anders", kind=StatementKind.FACT))
    said = chamber.vault.statements.one(number).contribution
    assert (said.partner.short, said.text, said.kind) == ("GGZ", "anders", StatementKind.FACT)
    chamber.vault.undo()
    assert chamber.vault.statements.one(number).contribution.text == TYPED


def test_every_mark_stays_readable(at: "At") -> None:
    """Disputed, then wrong, then standing again: who, when and why of each stays, and the last one counts."""
    chamber = at("final")
    days = []
    for standing in (Standing.DISPUTED, Standing.WRONG, Standing.STANDS):
        chamber.clock.forward(days=1)
        days.append(chamber.clock.now.date())
        chamber.vault.statement.mark(chamber.said, standing, f"reden {standing}")
    found = chamber.vault.statements.one(chamber.said)
    order = (Standing.DISPUTED, Standing.WRONG, Standing.STANDS)
    assert found.marks == tuple(
        StandingMark(day, standing, "Voorzitter", f"reden {standing}")
        for day, standing in zip(days, order, strict=True)
    )
    assert found.standing is Standing.STANDS


def test_a_mark_without_reason_or_news_is_refused(at: "At") -> None:
    """Marking asks why, and a statement that stands cannot be marked as standing."""
    chamber = at("final")
    with pytest.raises(Refused):
        chamber.vault.statement.mark(chamber.said, Standing.WRONG, " ")
    with pytest.raises(Refused):
        chamber.vault.statement.mark(chamber.said, Standing.STANDS, "zomaar")


def test_marking_leaves_final_minutes_as_they_are(at: "At") -> None:
    """Final minutes still say what was said, and their fingerprint still holds."""
    chamber = at("final")
    before = chamber.vault.records.minutes(chamber.meeting)
    chamber.vault.statement.mark(chamber.said, Standing.WRONG, "andere persoon")
    assert chamber.vault.records.minutes(chamber.meeting) == before
    assert chamber.vault.verify() == ()


def test_final_minutes_and_their_files_carry_a_statement(at: "At") -> None:
    """Which version, of which meeting, made final and written to a file by whom and when: all of it is told."""
    chamber = at("final")
    chamber.clock.forward(minutes=5)
    chamber.vault.settle.note_export(chamber.meeting, ".pdf")
    minutes, file = chamber.vault.statements.carried_by(chamber.said)
    assert minutes.at == chamber.clock.now - timedelta(minutes=5)
    assert file == Carrier(CarrierKind.EXPORT, "Kernteam PAD", 2, SECOND, chamber.clock.now, "Voorzitter", 1, ".pdf")


def test_a_draft_that_was_written_to_a_file_carries_a_statement(at: "At") -> None:
    """A file of draft minutes counts when the statement was entered by then, and not when it was not."""
    chamber = at("running")
    chamber.vault.settle.note_export(chamber.meeting, ".docx")
    later = chamber.entries.add_contribution(
        chamber.item(REF), chamber.owner("Politie"), StatementKind.FACT, "later gezegd", SECOND
    )
    assert carriers(chamber, chamber.said) == [(CarrierKind.EXPORT, 0, ".docx")]
    assert carriers(chamber, later) == []


def test_only_the_versions_that_said_it_carry_it(at: "At") -> None:
    """A statement that came after a reopening is in the second version only; one that was there is in both."""
    chamber = at("final")
    first = chamber.said
    chamber.settle.reopen(chamber.meeting, "aanvulling")
    chamber.clock.forward(hours=1)
    later = chamber.entries.add_contribution(
        chamber.item(REF), chamber.owner("Politie"), StatementKind.FACT, "later gezegd", SECOND
    )
    chamber.settle.finalise(chamber.meeting)
    assert carriers(chamber, first) == [(CarrierKind.MINUTES, 1, ""), (CarrierKind.MINUTES, 2, "")]
    assert carriers(chamber, later) == [(CarrierKind.MINUTES, 2, "")]


def test_earlier_words_of_a_statement_count_as_well(at: "At") -> None:
    """Minutes that carried the statement before it was put in other words are told too."""
    chamber = at("final")
    said = chamber.said
    chamber.settle.reopen(chamber.meeting, "andere woorden")
    chamber.entries.change_contribution(said, chamber.owner("GGZ"), StatementKind.FACT, "komt soms")
    assert carriers(chamber, said) == [(CarrierKind.MINUTES, 1, "")]


def test_nothing_carried_a_statement_between_meetings(at: "At") -> None:
    """It is in no minutes, whatever was exported since."""
    chamber = at("final")
    number = add(chamber, text="komt elke week")
    chamber.vault.settle.note_export(chamber.meeting, ".pdf")
    assert carriers(chamber, number) == []


def test_an_export_of_another_series_does_not_count(at: "At") -> None:
    """The log tells the series: minutes of another one with the same number carried nothing of this one."""
    chamber = at("final")
    with chamber.vault.desk.writing(Act.MINUTES_EXPORTED, detail="7/2 .pdf", undoable=False):
        pass
    assert carriers(chamber, chamber.said) == [(CarrierKind.MINUTES, 1, "")]
    with chamber.vault.desk.writing(Act.MINUTES_EXPORTED, detail="2 .pdf", undoable=False):
        pass
    assert carriers(chamber, chamber.said) == [(CarrierKind.MINUTES, 1, ""), (CarrierKind.EXPORT, 1, ".pdf")]


ACTS: dict[str, tuple[Act, Callable[["Chamber", int], object]]] = {
    "add": (Act.CONTRIBUTION_ADDED, lambda c, _: add(c, text=f"{TYPED} 2")),
    "change": (Act.CONTRIBUTION_CHANGED, lambda c, n: c.vault.statement.change(n, told(c, "GGZ"))),
    "classify": (Act.CONTRIBUTION_CHANGED, lambda c, n: c.vault.statement.classify(n, DataCategory.HOUSING, TYPED)),
    "mark": (Act.STANDING_SET, lambda c, n: c.vault.statement.mark(n, Standing.DISPUTED, TYPED)),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_leaves_one_line_and_is_undone(at: "At", act: str) -> None:
    """One line in the log about the case, without content; undo puts every row back."""
    chamber = at("between")
    number = add(chamber)
    before, lines = chamber.content(), len(chamber.vault.log.lines(1000))
    does, do = ACTS[act]
    do(chamber, number)
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.detail) == (does, REF, "")
    assert len(chamber.vault.log.lines(1000)) == lines + 1
    assert chamber.content() != before
    assert TYPED not in repr(chamber.content("audit"))
    chamber.vault.undo()
    assert chamber.content() == before
