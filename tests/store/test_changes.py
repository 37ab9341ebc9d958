"""What is mended in the register keeps its row number, leaves a line of the log, and can be undone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.meeting import Series, SeriesKind
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.errors import Refused
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.vault import Vault, create_vault

NOW = datetime(2026, 11, 23, 9).astimezone()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Return an empty open vault."""
    made = create_vault(
        tmp_path / "a.zvk", ChamberSettings(), "Voorzitter", "een lange wachtwoordzin", lambda: NOW, KdfCost(32, 1, 1)
    )
    yield made
    made.lock()


@pytest.fixture
def police(vault: Vault) -> Partner:
    """Return a partner."""
    status = ParticipantStatus.CONTROLLER
    return vault.keep.add_partner(Partner(0, "Politie", "Politie", PartnerKind.POLICE, Chain.JUSTICE, status))


def test_a_partner_keeps_its_number(vault: Vault, police: Partner) -> None:
    """A changed partner is the same partner; undo brings the old name back."""
    vault.change.partner(replace(police, name="Politie Veenland", active=False))
    assert vault.register.directory().partners == (replace(police, name="Politie Veenland", active=False),)
    vault.undo()
    assert vault.register.directory().partners == (police,)


def test_a_short_name_is_used_once(vault: Vault, police: Partner) -> None:
    """A partner cannot take the short name of another; nothing changes."""
    other = vault.keep.add_partner(replace(police, short="OM"))
    with pytest.raises(Refused):
        vault.change.partner(replace(other, short="Politie"))
    assert {partner.short for partner in vault.register.directory().partners} == {"Politie", "OM"}


def test_a_professional_moves(vault: Vault, police: Partner) -> None:
    """Somebody can change organisation and sign the secrecy declaration."""
    halt = vault.keep.add_partner(replace(police, short="Halt", status=ParticipantStatus.INCIDENTAL))
    person = vault.keep.add_professional(Professional(0, "A. Proef", "", police))
    moved = replace(person, partner=halt, secrecy_signed_on=date(2026, 11, 1))
    vault.change.professional(moved)
    assert vault.register.directory().professionals == (moved,)


def test_a_case_keeps_its_number_and_its_person(vault: Vault) -> None:
    """A changed case has the same number and one person; the log names the case and nothing else of it."""
    case_file = vault.keep.add_case(
        CaseFile(0, "D26-0001", Approach.PAD, Phase.REFERRED, Subject("Jan", "", "Proef"), date(2026, 11, 1))
    )
    changed = replace(case_file, goal="Naar school", subject=Subject("Jan", "de", "Proef"))
    vault.change.case_file(changed)
    assert vault.register.find_cases("de Proef") == (changed,)
    assert vault.log.lines(1)[0].case_ref == "D26-0001"


def test_nobody_is_registered_before_their_birth(vault: Vault) -> None:
    """A day of registration before the date of birth is refused, whichever of the two is mended; nothing changes."""
    born = Subject("Jan", "", "Proef", date(2013, 8, 17))
    case_file = vault.keep.add_case(CaseFile(0, "D26-0001", Approach.PAD, Phase.REFERRED, born, date(2026, 11, 1)))
    earlier = replace(case_file, registered_on=date(2001, 1, 1))
    later = replace(case_file, subject=replace(born, birth_date=date(2026, 11, 2)))
    for wrong in (earlier, later):
        with pytest.raises(Refused) as refused:
            vault.change.case_file(wrong)
        assert "date of birth" in refused.value.message
    assert vault.register.find_cases("Proef") == (case_file,)


def test_the_next_number_is_of_this_year(vault: Vault) -> None:
    """Case numbers count up within a year and begin again in the next."""
    assert vault.register.next_ref(date(2026, 11, 23)) == "D26-0001"
    vault.keep.add_case(CaseFile(0, "D26-0041", Approach.PAD, Phase.REFERRED, Subject("Jan"), date(2026, 11, 1)))
    assert vault.register.next_ref(date(2026, 12, 31)) == "D26-0042"
    assert vault.register.next_ref(date(2027, 1, 1)) == "D27-0001"


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        (["D26-0096", "D26-95"], "D26-0097"),
        (["D26-0009", "D26-10"], "D26-0011"),
        (["D26-9999"], "D26-10000"),
        (["D26-9999", "D26-10000"], "D26-10001"),
        (["D26-0007", "D26-X1", "D26-", "D26-12b"], "D26-0008"),
        (["D26-0007", "d26-0008"], "D26-0009"),
        (["D26-0007", "D26-20261123", "D26-99999999999999999999"], "D26-0008"),
        (["D26-999999", "D26-1000000"], "D26-1000001"),
        (["D25-0300", "D27-0400", "D260500"], "D26-0001"),
    ],
)
def test_a_number_from_elsewhere_never_blocks_the_next(vault: Vault, taken: list[str], free: str) -> None:
    """Whatever numbers were imported, the next number of the year is after the highest and free."""
    for ref in taken:
        vault.keep.add_case(CaseFile(0, ref, Approach.PAD, Phase.REFERRED, Subject("Jan"), date(2026, 11, 1)))
    assert vault.register.next_ref(date(2026, 11, 23)) == free


def test_members_come_and_go(vault: Vault, police: Partner) -> None:
    """A series has exactly the members it was given last, and meetings opened after that invite them."""
    first, second = (vault.keep.add_professional(Professional(0, name, "", police)) for name in ("A. Een", "B. Twee"))
    series = vault.keep.add_series(Series(0, "Kernteam", SeriesKind.CORE_TEAM_PAD, 2, time(13), 120, ""), [first])
    vault.change.series(replace(series, name="Kernteam PAD"), [second], second, first)
    people = vault.meetings.series_people(series.id)
    assert (people.chair, people.note_taker, people.members) == (second, first, (second,))
    meeting_id = vault.agenda.open_meeting(series.id, date(2026, 11, 30))
    assert [seat.professional for seat in vault.meetings.attendance(meeting_id)] == [second]
