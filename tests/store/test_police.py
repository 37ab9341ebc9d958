"""Police information in the vault: entered, corrected with its trace, and known up to a day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.log import Act
from zvk_tui.domain.police import KnownUntil, PoliceContact
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

TYPED = "Vliegdennenlaan"
TODAY = date(2026, 11, 9)
CONTACT = PoliceContact(0, TODAY, PoliceContactKind.NUISANCE, True, "Politie", TYPED)
REF = "D26-0001"


def add(chamber: "Chamber", contact: PoliceContact = CONTACT) -> int:
    """Add a contact to the first case; return its row number."""
    return chamber.vault.police_desk.add(chamber.case(REF).id, contact)


def contacts(chamber: "Chamber") -> tuple[PoliceContact, ...]:
    """Return the contacts of the first case."""
    return chamber.vault.police.facts(chamber.case(REF).id).contacts


def test_a_contact_is_kept_as_it_was_told(at: "At") -> None:
    """Date, kind, negative or not, source and note come back, with the day of entry."""
    chamber = at("between")
    number = add(chamber)
    assert contacts(chamber) == (replace(CONTACT, id=number, entered_on=TODAY),)


def test_contacts_come_newest_first_whenever_they_were_entered(at: "At") -> None:
    """One entered later with an earlier date stands where its date belongs, with its own day of entry."""
    chamber = at("between")
    add(chamber)
    chamber.clock.forward(days=3)
    add(chamber, replace(CONTACT, on=TODAY - timedelta(40)))
    found = contacts(chamber)
    assert [contact.on for contact in found] == [TODAY, TODAY - timedelta(40)]
    assert found[1].entered_on == TODAY + timedelta(3)


@pytest.mark.parametrize(
    "contact",
    [
        replace(CONTACT, on=TODAY + timedelta(1)),
        replace(CONTACT, source="  "),
        replace(CONTACT, source="\u202e"),
        replace(CONTACT, kind=PoliceContactKind.VICTIM),
        replace(CONTACT, kind=PoliceContactKind.WITNESS),
    ],
)
def test_what_cannot_be_is_refused(at: "At", contact: PoliceContact) -> None:
    """A contact in the future, without source, or negative as victim or witness: refused, and nothing was written."""
    chamber = at("between")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        add(chamber, contact)
    assert chamber.content(logs=True) == before


def test_a_contact_before_the_birth_is_refused(at: "At") -> None:
    """The day before the birth is refused, the day itself is not."""
    chamber = at("between")
    chamber.sql("UPDATE person SET birth_date = '2010-05-02'")
    with pytest.raises(Refused):
        add(chamber, replace(CONTACT, on=date(2010, 5, 1)))
    add(chamber, replace(CONTACT, on=date(2010, 5, 2)))


def test_a_corrected_contact_stays_readable(at: "At") -> None:
    """The wrong one keeps what it said, since when and why it is wrong, and counts for nothing; the new one counts."""
    chamber = at("between")
    first = add(chamber)
    earlier = TODAY - timedelta(60)
    second = chamber.vault.police_desk.correct(first, replace(CONTACT, on=earlier), "verkeerde datum")
    facts = chamber.vault.police.facts(chamber.case(REF).id)
    assert {contact.id: contact.stands for contact in facts.contacts} == {first: False, second: True}
    assert chamber.vault.police.contact(first) == replace(
        CONTACT, id=first, entered_on=TODAY, wrong_on=TODAY, wrong_reason="verkeerde datum"
    )
    assert facts.last_negative is not None
    assert facts.last_negative.on == earlier


def test_a_correction_that_is_refused_leaves_the_old_contact(at: "At") -> None:
    """When the new contact cannot be, the old one is not marked as wrong either."""
    chamber = at("between")
    first = add(chamber)
    with pytest.raises(Refused):
        chamber.vault.police_desk.correct(first, replace(CONTACT, on=TODAY + timedelta(1)), "verkeerde datum")
    assert [contact.stands for contact in contacts(chamber)] == [True]


def test_wrong_needs_a_reason_and_is_said_once(at: "At") -> None:
    """Marking as wrong asks why, twice is refused, and it can be taken back."""
    chamber = at("between")
    number, desk = add(chamber), chamber.vault.police_desk
    with pytest.raises(Refused):
        desk.mark_wrong(number, " ")
    desk.mark_wrong(number, "andere persoon")
    with pytest.raises(Refused):
        desk.mark_wrong(number, "andere persoon")
    desk.restore(number)
    assert chamber.vault.police.contact(number).stands
    with pytest.raises(Refused):
        desk.restore(number)


def test_the_peildatum_keeps_its_history(at: "At") -> None:
    """The one entered last counts, also when it is earlier; the others stay readable."""
    chamber = at("between")
    desk, case_id = chamber.vault.police_desk, chamber.case(REF).id
    desk.set_known(case_id, TODAY, "Politie")
    chamber.clock.forward(days=1)
    desk.set_known(case_id, TODAY - timedelta(5), "wijkagent")
    facts = chamber.vault.police.facts(case_id)
    assert facts.known == (
        KnownUntil(TODAY - timedelta(5), TODAY + timedelta(1), "wijkagent"),
        KnownUntil(TODAY, TODAY, "Politie"),
    )
    with pytest.raises(Refused):
        desk.set_known(case_id, TODAY + timedelta(2), "Politie")
    with pytest.raises(Refused):
        desk.set_known(case_id, TODAY, "")


@pytest.mark.parametrize("state", ["erased", "shielded"])
def test_nothing_is_added_to_a_case_that_is_gone(at: "At", state: str) -> None:
    """A shielded or erased case takes no police information (Wgs art. 2.31(8))."""
    chamber = at("between")
    case_id = chamber.case(REF).id
    chamber.sql(f"UPDATE case_file SET {state} = 1")  # noqa: S608 - our own words
    for write in (lambda: chamber.vault.police_desk.add(case_id, CONTACT), lambda: known(chamber, case_id)):
        with pytest.raises(Refused):
            write()


def known(chamber: "Chamber", case_id: int) -> None:
    """Tell a peildatum."""
    chamber.vault.police_desk.set_known(case_id, TODAY, TYPED)


ACTS: dict[str, Callable[["Chamber", int], object]] = {
    "add": lambda c, _: c.vault.police_desk.add(c.case(REF).id, CONTACT),
    "correct": lambda c, number: c.vault.police_desk.correct(number, CONTACT, TYPED),
    "mark_wrong": lambda c, number: c.vault.police_desk.mark_wrong(number, TYPED),
    "set_known": lambda c, _: known(c, c.case(REF).id),
}


@pytest.mark.parametrize("act", ACTS)
def test_an_act_leaves_one_line_and_is_undone(at: "At", act: str) -> None:
    """One line in the log about the case, without content; undo puts every row back."""
    chamber = at("between")
    number = add(chamber, replace(CONTACT, note=""))
    before, lines = chamber.content(), len(chamber.vault.log.lines(1000))
    ACTS[act](chamber, number)
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.detail) == (Act.POLICE_CHANGED, REF, "")
    assert len(chamber.vault.log.lines(1000)) == lines + 1
    assert TYPED in repr(chamber.content())
    assert TYPED not in repr(chamber.content("audit"))
    chamber.vault.undo()
    assert chamber.content() == before
