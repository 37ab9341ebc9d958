"""Who works where, and who signs before hearing a case."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.partners import ParticipantStatus

if TYPE_CHECKING:
    from tests.domain.conftest import Make


def test_the_people_of_a_partner(make: "Make") -> None:
    """A directory gives the people of one organisation, also when its name has changed since."""
    police, halt = make.partner(1, "Politie"), make.partner(2, "Halt")
    directory = make.directory(make.person(1, partner=police), make.person(2, partner=halt))
    assert [person.id for person in directory.of(make.partner(1, "Politie Nieuw"))] == [1]


@pytest.mark.parametrize("status", ParticipantStatus)
@pytest.mark.parametrize("signed", [None, date(2026, 11, 1)])
def test_an_incidental_participant_signs(make: "Make", status: ParticipantStatus, signed: date | None) -> None:
    """Only somebody of an incidental participant who has not signed yet must sign (Bgs art. 2.21)."""
    person = make.person(partner=make.partner(status=status), signed=signed)
    assert person.must_sign_secrecy == (status is ParticipantStatus.INCIDENTAL and signed is None)
