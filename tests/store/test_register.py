"""The register behind the table: partners, people, cases, series and settings."""

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, NameStyle, Phase, Subject
from zvk_tui.domain.case_terms import ClosingReason, EventKind
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.meeting import Series, SeriesKind
from zvk_tui.errors import Refused

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber


def new_case(chamber: "Chamber", ref: str = "D26-0009", subject: Subject | None = None) -> CaseFile:
    """Return a case that is not in the vault yet."""
    gerda = chamber.person("Gerda")
    return CaseFile(
        0, ref, Approach.ALL_AGES, Phase.TRIAGE, subject or Subject("Anna", "van", "Verzinsel", chamber.first),
        chamber.first, goal="rust", director=gerda, coordinator=gerda, next_discussion=chamber.third,
    )  # fmt: skip


def test_a_case_comes_back_as_it_was_added(at: "At") -> None:
    """Every field of a case and its person is read back as it was given."""
    chamber = at("register")
    added = chamber.keep.add_case(new_case(chamber))
    assert added == replace(new_case(chamber), id=added.id)
    assert chamber.case("D26-0009") == added


def test_a_group_is_a_case_as_well(at: "At") -> None:
    """A case about a group has one name and no person's names."""
    chamber = at("register")
    chamber.keep.add_case(new_case(chamber, subject=Subject(group_name="Pleingroep")))
    assert chamber.case("D26-0009").subject.full_name == "Pleingroep"


def test_names_are_kept_readable(at: "At") -> None:
    """Signs that turn a line around are not kept in a name, so that they spoil no list."""
    chamber = at("register")
    chamber.keep.add_case(new_case(chamber, subject=Subject("\u202eAnna\t", "van", "Ver\x1bzinsel")))
    assert chamber.case("D26-0009").subject.full_name == "Anna van Verzinsel"


@pytest.mark.parametrize("ref", ["D26-0001", "", " "])
def test_a_case_has_a_number_of_its_own(at: "At", ref: str) -> None:
    """A number that is taken, or none, is refused, and no person is left behind."""
    chamber = at("register")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.keep.add_case(new_case(chamber, ref))
    assert chamber.content(logs=True) == before


@pytest.mark.parametrize("short", ["GGZ", " GGZ ", ""])
def test_a_partner_has_a_short_name_of_its_own(at: "At", short: str) -> None:
    """A short name that is taken, however it is typed, or none, is refused in a sentence."""
    chamber = at("register")
    before = chamber.content(logs=True)
    with pytest.raises(Refused):
        chamber.keep.add_partner(replace(chamber.partner("GGZ"), short=short))
    assert chamber.content(logs=True) == before


def test_the_directory_is_sorted_by_name(at: "At") -> None:
    """Partners are listed by short name and people by name."""
    directory = at("register").vault.register.directory()
    assert [partner.short for partner in directory.partners] == ["Buurtwerk", "Gemeente", "GGZ", "Politie"]
    assert [person.name for person in directory.professionals] == ["Bas", "Cor", "Gerda", "Noor", "Piet"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("0001", ["D26-0001"]),
        ("verzonnen3", ["D26-0003"]),
        ("PROEF de d26-0002", ["D26-0002"]),
        ("", ["D26-0001", "D26-0002", "D26-0003", "D26-0004"]),
        ("proef niemand", []),
        ("%", []),
        ("_", []),
    ],
)
def test_a_case_is_found_by_number_or_name(at: "At", words: str, found: list[str]) -> None:
    """Every word must be in the number or the name, in capitals or not; a percent sign is a percent sign."""
    assert [case_file.ref for case_file in at("register").vault.register.find_cases(words)] == found


def test_a_list_of_cases_ends_where_it_is_asked_to(at: "At") -> None:
    """No more cases are read than were asked for, and closed ones are not among them."""
    chamber = at("register")
    closed = CaseEvent(EventKind.CLOSED, chamber.first, closing_reason=ClosingReason.GOAL_REACHED)
    chamber.vault.lives.add(chamber.case("D26-0001").id, closed)
    assert [case_file.ref for case_file in chamber.vault.register.find_cases("", 2)] == ["D26-0002", "D26-0003"]


def test_a_series_has_each_member_once(at: "At") -> None:
    """Somebody who is named twice is invited once."""
    chamber = at("register")
    cor = chamber.person("Cor")
    series = chamber.keep.add_series(
        Series(0, "Top 10", SeriesKind.CORE_TEAM_TOP10, 4, time(9), 60, ""), [cor, cor], cor
    )
    number = chamber.agenda.open_meeting(series.id, chamber.first)
    assert [seat.professional for seat in chamber.vault.meetings.attendance(number)] == [cor]
    assert chamber.vault.meetings.get(number).chair == cor


def test_settings_come_back_as_they_were_kept(at: "At") -> None:
    """Every setting is read back, after a lock as well, and what was never set has its default."""
    chamber = at("register")
    assert chamber.vault.settings.get() == ChamberSettings("Verzonnenstad")
    kept = ChamberSettings("Anders", 5, 6, NameStyle.NONE, "map", "brief.docx")
    chamber.keep.save_settings(kept)
    assert chamber.reopened().vault.settings.get() == kept


@pytest.mark.parametrize("days", [0, -1, 31])
def test_the_letter_goes_out_within_a_month(at: "At", days: int) -> None:
    """A letter is sent within one to thirty days of admission; anything else is refused (GDPR art. 14(3)(a))."""
    chamber = at("register")
    with pytest.raises(Refused):
        chamber.keep.save_settings(ChamberSettings("Anders", letter_days=days))
    assert chamber.vault.settings.get() == ChamberSettings("Verzonnenstad")


@pytest.mark.parametrize("minutes", [0, -1, 61])
def test_the_lock_cannot_be_switched_off(at: "At", minutes: int) -> None:
    """The app locks itself after one to sixty minutes; anything else is refused and the settings stay."""
    chamber = at("register")
    with pytest.raises(Refused):
        chamber.keep.save_settings(ChamberSettings("Anders", lock_after_minutes=minutes))
    assert chamber.vault.settings.get() == ChamberSettings("Verzonnenstad")


def test_the_same_folder_is_remembered_once(at: "At") -> None:
    """Writing minutes to the same folder again changes nothing and leaves no line."""
    chamber = at("register")
    chamber.keep.remember_folder("map")
    before = chamber.content(logs=True)
    chamber.keep.remember_folder("map")
    assert chamber.content(logs=True) == before
