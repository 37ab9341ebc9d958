"""The log: one line for each act, tied to the one before, so that a line that was changed or taken out shows."""

from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind
from zvk_tui.errors import Refused
from zvk_tui.store.desk import FIRST_HASH
from zvk_tui.store.verify import Check

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

COLUMNS = ("at", "who", "act", "case_ref", "detail", "previous", "hash")


def broken(chamber: "Chamber") -> list[str]:
    """Return the lines of the log that do not hold."""
    found = chamber.vault.verify()
    assert {finding.check for finding in found} <= {Check.LOG}
    return [finding.where for finding in found]


def numbers(chamber: "Chamber") -> list[int]:
    """Return the numbers of the lines, oldest first."""
    return [row[0] for row in chamber.sql("SELECT id FROM audit ORDER BY id")]


def test_the_log_begins_with_the_making_of_the_vault(at: "At") -> None:
    """The first line says who made the vault, and has nothing before it."""
    chamber = at("register")
    assert chamber.sql("SELECT act, who, previous FROM audit ORDER BY id LIMIT 1") == [
        ("vault_made", "Voorzitter", FIRST_HASH)
    ]


def test_opening_leaves_a_line(at: "At") -> None:
    """Every opening of the vault is in the log."""
    chamber = at("register")
    before = len(numbers(chamber))
    assert chamber.reopened().vault.log.lines(1)[0].act is Act.VAULT_OPENED
    assert len(numbers(chamber)) == before + 1


def test_the_newest_line_comes_first(at: "At") -> None:
    """The log is read from the newest line back, and no further than was asked."""
    chamber = at("final")
    lines = chamber.vault.log.lines(5)
    assert [line.act for line in lines] == [Act(row[0]) for row in chamber.sql("SELECT act FROM audit")[:-6:-1]]
    assert len(lines) == 5
    assert list(lines) == sorted(lines, key=lambda line: line.at, reverse=True)


def test_reading_and_typing_leave_no_line(at: "At") -> None:
    """What is only looked at or not yet entered is no act."""
    chamber = at("running")
    before = numbers(chamber)
    chamber.vault.cards.get(chamber.item("D26-0001"))
    chamber.vault.records.minutes(chamber.meeting)
    chamber.vault.drafts.keep_place("meeting")
    chamber.vault.todays.lines(chamber.second)
    assert numbers(chamber) == before


def test_a_refused_act_leaves_no_line(at: "At") -> None:
    """What a rule does not allow did not happen, so the log does not say that it did."""
    chamber = at("running")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.entries.add_decision(chamber.item("D26-0001"), "  ", "", None)
    assert chamber.content(logs=True) == before


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_line_is_found(at: "At", column: str) -> None:
    """Whatever is changed in the first, a middle or the last line, checking names that line or the one after it."""
    chamber = at("final")
    lines, change = numbers(chamber), f"UPDATE audit SET {column} = :value WHERE id = :line"  # noqa: S608 - our own name
    for line in (lines[0], lines[20], lines[-1]):
        was = chamber.content("audit")["audit"][line - 1][1 + COLUMNS.index(column)]
        other = "2020-01-01 00:00:00.000000" if column == "at" else f"{was}x"
        chamber.sql(change, value=other, line=line)
        assert set(broken(chamber)) & {str(line), str(line + 1)}
        chamber.sql(change, value=was, line=line)
        assert broken(chamber) == []


def test_a_line_that_cannot_be_read_is_found(at: "At") -> None:
    """A moment that is none is a finding, not a crash."""
    chamber = at("register")
    chamber.sql("UPDATE audit SET at = 'gisteren' WHERE id = 2")
    assert broken(chamber) == ["?"]


def test_a_line_that_was_taken_out_is_found(at: "At") -> None:
    """The line after a gap does not carry the hash of the one before it."""
    chamber = at("final")
    gone = chamber.sql("SELECT id FROM audit WHERE act = 'minutes_finalised' ORDER BY id LIMIT 1")[0][0]
    chamber.sql("DELETE FROM change WHERE audit_id = :gone", gone=gone)
    chamber.sql("DELETE FROM audit WHERE id = :gone", gone=gone)
    assert broken(chamber) == [str(gone + 1)]


def test_the_first_line_cannot_be_taken_out(at: "At") -> None:
    """A log that does not begin at the beginning is found, and so is one without any line."""
    chamber = at("register")
    chamber.sql("DELETE FROM audit WHERE id = 1")
    assert broken(chamber) == ["2"]
    chamber.sql("DELETE FROM change")
    chamber.sql("DELETE FROM audit")
    assert broken(chamber) == ["1"]


def test_a_line_that_was_put_in_is_found(at: "At") -> None:
    """A line that the vault did not write itself does not fit the chain."""
    chamber = at("register")
    last = numbers(chamber)[-1]
    chamber.sql(
        "INSERT INTO audit (at, who, act, case_ref, detail, previous, hash) "
        "SELECT at, who, act, case_ref, detail, hash, hash FROM audit WHERE id = :last",
        last=last,
    )
    assert broken(chamber) == [str(last + 1)]


def test_two_lines_that_changed_places_are_found(at: "At") -> None:
    """The order of what happened is part of the log."""
    chamber = at("running")
    first, second = numbers(chamber)[10:12]
    for old, new in ((first, -1), (second, first), (-1, second)):
        chamber.sql("UPDATE change SET audit_id = 1 WHERE audit_id = :old", old=old)
        chamber.sql("UPDATE audit SET id = :new WHERE id = :old", old=old, new=new)
    assert broken(chamber) != []


def test_acts_in_a_batch_have_a_line_each(at: "At") -> None:
    """Many acts in one transaction are as many lines, and the chain holds."""
    chamber = at("preparing")
    before, opening = len(numbers(chamber)), chamber.item(ItemKind.OPENING)
    with chamber.vault.desk.batch():
        for minutes in (10, 20, 30):
            chamber.agenda.set_minutes(opening, minutes)
    assert len(numbers(chamber)) == before + 3
    assert broken(chamber) == []


def test_a_batch_is_whole_or_not(at: "At") -> None:
    """When one act of a batch is refused, none of it happened."""
    chamber = at("preparing")
    before = chamber.content(logs=True)
    opening = chamber.item(ItemKind.OPENING)
    with pytest.raises(Refused), chamber.vault.desk.batch():  # noqa: PT012 - the first act is part of the batch
        chamber.agenda.set_minutes(opening, 10)
        chamber.agenda.set_minutes(opening, 0)
    assert chamber.content(logs=True) == before


def test_an_act_names_who_has_the_slot(at: "At") -> None:
    """What a deputy does is in the log under the name of the deputy."""
    chamber = at("preparing")
    chamber.vault.add_slot("Plaatsvervanger", "nog drie andere woorden", chamber.cheap)
    chamber.reopened("nog drie andere woorden").agenda.set_minutes(chamber.item(ItemKind.OPENING), 9)
    assert [line.who for line in chamber.vault.log.lines(3)] == ["Plaatsvervanger", "Plaatsvervanger", "Voorzitter"]


def test_the_log_is_read_a_page_at_a_time(at: "At") -> None:
    """Pages from either end meet, and hold every line once, whatever the length of a page."""
    vault = at("final").vault
    everything = [line.number for line in vault.log.lines(10_000)]
    for limit in (1, 3, 7):
        down: list[int] = []
        while page := vault.log.page("", limit, down[-1] - 1 if down else None):
            down += [line.number for line in page]
        up: list[int] = []
        while page := vault.log.page_before("", limit, up[0] if up else None):
            up = [line.number for line in page] + up
        assert down == up == everything


def test_the_log_is_searched_by_case_and_by_person(at: "At") -> None:
    """The beginning of a case number or a part of a name finds its lines and no others; % and _ are only signs."""
    chamber = at("final")
    vault = chamber.vault
    found = vault.log.page("D26-0001", 1000)
    assert found
    assert {line.case_ref for line in found} == {"D26-0001"}
    assert len(found) == chamber.sql("SELECT count(*) FROM audit WHERE case_ref = 'D26-0001'")[0][0]
    assert vault.log.page("voorz", 3) == vault.log.lines(3)
    assert vault.log.page("%", 3) == vault.log.page("D__-", 3) == ()
