"""Who is meant before the colon: nobody is chosen silently, nobody who left is chosen at all."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.owners import find_owners, folded
from zvk_tui.domain.partners import Directory

if TYPE_CHECKING:
    from tests.domain.conftest import Make


@pytest.fixture(scope="session")
def directory(make: "Make") -> Directory:
    """Return a small chamber: names that begin alike, accents, a double surname, and some that have left."""
    police = make.partner(1, "Politie", "Politie eenheid Den Haag")
    mental = make.partner(2, "GGZ", "GGZ Delfland")
    forensic = make.partner(3, "GGZ-F", "Forensische GGZ")
    shelter = make.partner(4, "Perspectief", "Stichting Perspéctief")
    gone = make.partner(5, "Politieacademie", active=False)
    guardians = make.partner(6, "GI/JB", "Jeugdbescherming west")
    return make.directory(
        police,
        mental,
        forensic,
        shelter,
        gone,
        guardians,
        make.person(1, "Ria van Bakkeveen", police),
        make.person(2, "Teun Bakker", police, active=False),
        make.person(3, "Zoë Proefkonijn", mental),
        make.person(4, "Bram Proefkonijn", shelter),
        make.person(5, "Sanne Vos-Testman", guardians),
        make.person(6, "Wim Weggegaan", gone),
        make.person(7, "Els van 't Voorbeeld", shelter),
    )


def found(typed: str, directory: Directory) -> list[str]:
    """Return what `typed` can mean, as the table would say it."""
    owners = find_owners(typed, directory)
    return [one.partner.short + (f"/{one.person.name}" if one.person else "") for one in owners]


@pytest.mark.parametrize("typed", ["Politie", "politie", " POLITIE ", "pol", "politie eenheid", "haag", "den haag"])
def test_a_partner_is_known_by_its_names(directory: Directory, typed: str) -> None:
    """The short name, its beginning, or the beginning of any word of the name will do."""
    assert found(typed, directory) == ["Politie"]


def test_an_exact_short_name_wins(directory: Directory) -> None:
    """`ggz` is GGZ, although GGZ-F begins so as well."""
    assert found("ggz", directory) == ["GGZ"]


def test_an_exact_short_name_wins_from_an_exact_name(make: "Make") -> None:
    """The name by which the table calls a partner goes before the full name of another."""
    both = make.directory(make.partner(1, "Halt"), make.partner(2, "HN", "Halt"))
    assert found("halt", both) == ["Halt"]


def test_an_exact_name_wins_from_a_beginning(make: "Make") -> None:
    """A full name typed out is not ambiguous because another name goes on."""
    both = make.directory(make.partner(1, "A", "Jeugdzorg"), make.partner(2, "B", "Jeugdzorg Plus"))
    assert found("jeugdzorg", both) == ["A"]


def test_all_that_can_be_meant_are_listed(directory: Directory) -> None:
    """An ambiguous beginning gives the whole choice, in the order of the directory."""
    assert found("gg", directory) == ["GGZ", "GGZ-F"]
    assert found("proefkonijn", directory) == ["GGZ/Zoë Proefkonijn", "Perspectief/Bram Proefkonijn"]


@pytest.mark.parametrize("typed", ["perspéctief", "PERSPECTIEF", "stichting perspectief", "stichting Perspe\u0301ct"])
def test_accents_do_not_matter(directory: Directory, typed: str) -> None:
    """With or without accents, composed or not, a name is the same name."""
    assert found(typed, directory) == ["Perspectief"]


@pytest.mark.parametrize("typed", ["zoe", "Zoë", "zoë proefkonijn", "Zoë Proef"])
def test_a_person_stands_for_their_organisation(directory: Directory, typed: str) -> None:
    """A person's name gives the organisation that owns the action, and the person."""
    owner = find_owners(typed, directory)[0]
    assert (owner.partner.short, owner.person and owner.person.name) == ("GGZ", "Zoë Proefkonijn")


@pytest.mark.parametrize("typed", ["bakkeveen", "van bakkeveen", "ria", "politie/bakkeveen", "pol / ria"])
def test_a_surname_with_or_without_its_prefix(directory: Directory, typed: str) -> None:
    """Surname, prefix and surname, first name, or organisation and person name the same person."""
    assert found(typed, directory) == ["Politie/Ria van Bakkeveen"]


@pytest.mark.parametrize("typed", ["vos", "testman", "vos-testman", "gi/jb/testman", "jeugdbescherming/testman"])
def test_a_double_surname_is_known_by_either_half(directory: Directory, typed: str) -> None:
    """Who is called Testman at the table and Vos-Testman in the directory is found."""
    assert found(typed, directory) == ["GI/JB/Sanne Vos-Testman"]


@pytest.mark.parametrize("typed", ["'t voorbeeld", "t voorbeeld", "voorbeeld", "van 't v"])
def test_an_apostrophe_in_a_name(directory: Directory, typed: str) -> None:
    """A prefix with an apostrophe can be typed with it or without it."""
    assert found(typed, directory) == ["Perspectief/Els van 't Voorbeeld"]


def test_a_short_name_may_hold_a_slash(directory: Directory) -> None:
    """`GI/JB` is a partner when one is called so, not a person JB of GI."""
    assert found("gi/jb", directory) == ["GI/JB"]


@pytest.mark.parametrize("typed", ["bakker", "politie/bakker", "politieacademie", "weggegaan", "politieacademie/wim"])
def test_who_has_left_is_never_meant(directory: Directory, typed: str) -> None:
    """No action goes to somebody who left, to a partner that left, or to a person of such a partner."""
    assert found(typed, directory) == []


@pytest.mark.parametrize(
    "typed", ["", "  ", "/", "/bakkeveen", "politie/", "politie/ ", "onbekend", "\u0301", "olitie"]
)
def test_nothing_and_unknown_mean_nobody(directory: Directory, typed: str) -> None:
    """An empty part or an unknown name chooses nobody."""
    assert found(typed, directory) == []


def test_an_exact_short_name_wins_before_a_slash_as_well(make: "Make") -> None:
    """`ggz/vos` is Vos of GGZ, although a Vos works for GGZ-F too; `gg/vos` leaves the choice open."""
    both = make.directory(
        make.person(1, "Ada Vos", make.partner(1, "GGZ")), make.person(2, "Bo Vos", make.partner(2, "GGZ-F"))
    )
    assert found("ggz/vos", both) == ["GGZ/Ada Vos"]
    assert found("gg/vos", both) == ["GGZ/Ada Vos", "GGZ-F/Bo Vos"]


def test_a_person_of_another_organisation_is_not_meant(directory: Directory) -> None:
    """Organisation and person have to belong together."""
    assert found("politie/zoë", directory) == []


@given(typed=st.text(max_size=40) | st.text("politegz/ -'é", max_size=12))
def test_only_who_is_active_and_only_once(directory: Directory, typed: str) -> None:
    """Whatever is typed, an answer is a choice among active partners and people, each once, each with its own."""
    owners = find_owners(typed, directory)
    assert len(set(owners)) == len(owners)
    for owner in owners:
        assert owner.partner in directory.partners
        assert owner.partner.active
        assert owner.person is None or (owner.person.active and owner.person.partner == owner.partner)


@given(which=st.sampled_from(["Politie", "GGZ", "GGZ-F", "Perspectief"]), cut=st.integers(1, 11))
def test_a_beginning_never_hides_its_partner(directory: Directory, which: str, cut: int) -> None:
    """While a short name is being typed its partner is among the answers, unless another is called exactly so."""
    answers = [one.partner.short for one in find_owners(which[:cut], directory)]
    assert which in answers or [folded(short) for short in answers] == [folded(which[:cut])]


@given(typed=st.text())
def test_comparing_a_name_twice_changes_nothing(typed: str) -> None:
    """The form in which names are compared is a fixed one."""
    assert folded(folded(typed)) == folded(typed)
