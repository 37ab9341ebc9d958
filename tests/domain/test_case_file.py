"""How the person of a case is named, and which words of free text point to that person."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import NameStyle, Phase, Subject

if TYPE_CHECKING:
    from tests.domain.conftest import Make

PERSON = Subject("Anne-Marie", "van der", "Proef-Konijn")
GROUP = Subject(group_name="familie de Wijs")


def test_the_full_name_as_people_say_it() -> None:
    """Given names, prefix, surname; a group has only the name that the table gave it."""
    assert PERSON.full_name == "Anne-Marie van der Proef-Konijn"
    assert GROUP.full_name == "familie de Wijs"
    assert Subject(surname="Proef").full_name == "Proef"


@pytest.mark.parametrize(
    ("subject", "initials"),
    [
        (PERSON, "A. v. d. P."),
        (GROUP, "f. d. W."),
        (Subject("Els", "van 't", "Voorbeeld"), "E. v. t. V."),
        (Subject("Zoë", surname="Örnek"), "Z. Ö."),
        (Subject(surname="?"), "?."),
        (Subject(), ""),
    ],
)
def test_initials(subject: Subject, initials: str) -> None:
    """One letter of every word, the first that is a letter; nothing of nothing."""
    assert subject.initials == initials


@given(given_names=st.text(), prefix=st.text(), surname=st.text())
def test_initials_give_no_more_than_one_sign_of_a_word(given_names: str, prefix: str, surname: str) -> None:
    """Whatever was typed as a name, initials hold one sign and a point for each of its words."""
    subject = Subject(given_names, prefix, surname)
    words = subject.full_name.split()
    assert [len(part) for part in subject.initials.split()] == [2] * len(words)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (Subject("Jan", "de", "Voorbeeld"), ("Jan", "Voorbeeld")),
        (PERSON, ("Anne-Marie", "Anne", "Marie", "Proef-Konijn", "Proef", "Konijn")),
        (GROUP, ("familie", "Wijs")),
        (Subject("J", surname="van der Proef"), ("Proef",)),
        (Subject("Jan Jan", surname="Jan"), ("Jan",)),
        (Subject("Van", surname="Li"), ("Van", "Li")),
        (Subject(), ()),
    ],
)
def test_the_words_that_point_to_somebody(subject: Subject, words: tuple[str, ...]) -> None:
    """Every name and both halves of a double name are masked; "de" and "van der" alone are plain Dutch."""
    assert subject.name_words == words


def test_a_case_names_its_person_as_asked(make: "Make") -> None:
    """In full, by initials, or not at all."""
    case_file = make.case()
    named = [case_file.named(style) for style in (NameStyle.FULL, NameStyle.INITIALS, NameStyle.NONE)]
    assert named == ["Proef de Verzonnen", "P. d. V.", ""]


@pytest.mark.parametrize("phase", Phase)
def test_a_case_lives_until_it_is_closed(make: "Make", phase: Phase) -> None:
    """Every phase but the last is live, also when the case was scaled up."""
    assert make.case(phase=phase).live == (phase is not Phase.CLOSED)
