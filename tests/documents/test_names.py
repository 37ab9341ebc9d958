"""With initials or case numbers only, no mention of a person is left; ordinary words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.documents.mentions import folded
from zvk_tui.documents.names import Masks, masked
from zvk_tui.domain.case_file import NameStyle, Subject

JAN = Subject("Jan Willem", "de", "Vriezer")
BOS = Subject("Noor", "", "Bos")
JONG = Subject("Bas", "de", "Jong")
ZOE = Subject("Zoë", "van der", "Beemster-Ünal")
GROUP = Subject(group_name="Groep Proefhaven")


def hidden(text: str, subject: Subject = JAN) -> str:
    """Return `text` with the person shown as a star: where it stands, the name stood."""
    return masked(text, "*", subject, NameStyle.NONE)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jan Willem de Vriezer komt.", "* komt."),
        ("Jan de Vriezer komt.", "* komt."),
        ("JAN DE VRIEZER komt.", "* komt."),
        ("jan komt, vriezer ook.", "* komt, * ook."),
        ("Jan's moeder, Jans vader, Jan’s oom.", "* moeder, * vader, * oom."),
        ("De heer De Vriezer komt.", "De heer * komt."),
        ("De Vriezer, Jan komt.", "* komt."),
        ("Vriezer, J.W. komt.", "*. komt."),
        ("J.W. de Vriezer en J. de Vriezer.", "* en *."),
        ("Jan\nde Vriezer", "*"),
        ("jan_de_vriezer@voorbeeld.example", "*@voorbeeld.example"),
        ("'Jan' en (Vriezer)", "'*' en (*)"),
        ("Devriezer en JanDeVriezer", "* en *"),
        ("J\u200ban de Vrie\u202ezer", "*"),
    ],
)
def test_a_mention_is_found_however_it_is_written(text: str, shown: str) -> None:
    """A name is one mention: with or without prefix, initials, possessive, capitals, in any order."""
    assert hidden(text) == shown


@pytest.mark.parametrize("text", ["Zoë van der Beemster-Ünal", "zoe v.d. beemster unal", "Zoe\u0308 Beemster", "ZOË"])
def test_diacritics_make_no_difference(text: str) -> None:
    """A name without its diacritics, or with them written apart, is the same name."""
    assert hidden(text, ZOE) == "*"


@pytest.mark.parametrize("text", ["in januari", "een vriezerij", "Janneke", "de weg", "Van der wie?", "wjan"])
def test_other_words_stay(text: str) -> None:
    """A word that only begins with a name, and a prefix by itself, are no mention."""
    assert hidden(text) == text
    assert hidden(text, ZOE) == text


def test_a_name_that_is_an_everyday_word() -> None:
    """`bos` and `jong` stay in lower case; with a capital, or beside the rest of the name, they are the name."""
    assert hidden("in het bos, bij Bos, noor bos", BOS) == "in het bos, bij *, *"
    assert hidden("hij is jong en bas; Jong, bas de jong, de jong", JONG) == "hij is jong en bas; *, *, *"


def test_a_name_of_two_letters_needs_its_capital() -> None:
    """A short word in lower case is rather a word than a name."""
    assert hidden("Bo zegt bo", Subject("Bo", "", "Testman")) == "* zegt bo"


def test_a_group_is_masked_by_its_name_not_by_the_word_group() -> None:
    """The word `groep` points to nobody, the name of the group does."""
    assert hidden("de groep bij de Proefhaven: groep proefhaven", GROUP) == "de groep bij de *: *"


def test_initials_do_not_end_a_sentence_twice() -> None:
    """A full stop after initials is not doubled."""
    assert masked("Dit is Jan. Hij komt.", "D26-1", JAN, NameStyle.INITIALS) == "Dit is J. W. d. V. Hij komt."


def test_full_names_leave_the_text_as_it_was_typed() -> None:
    """With full names nothing is masked."""
    assert masked("Jan's moeder", "D26-1", JAN, NameStyle.FULL) == "Jan's moeder"


def test_everybody_is_masked_in_every_text() -> None:
    """A person of another case is masked too, by the number of that case."""
    masks = Masks((("D26-1", JAN), ("D26-2", BOS)), NameStyle.NONE)
    assert masks.apply("Jan zag Noor Bos.", "D26-2") == "D26-1 zag D26-2."


def test_the_case_itself_goes_first() -> None:
    """Of two people with one surname, the text is about its own case; the full name says otherwise."""
    masks = Masks((("D26-1", JAN), ("D26-9", Subject("Kim", "de", "Vriezer"))), NameStyle.NONE)
    assert masks.apply("De Vriezer en Jan de Vriezer", "D26-9") == "D26-9 en D26-1"


def test_a_name_with_digits_is_masked_too() -> None:
    """A group may be called by a number."""
    assert hidden("Bij groep 12-hoog gaat het goed", Subject(group_name="Groep 12-hoog")) == "Bij * gaat het goed"


@given(
    st.text(), st.sampled_from([JAN, ZOE, BOS, JONG, GROUP]), st.text(), st.sampled_from([str, str.upper, str.lower])
)
def test_a_full_name_never_gets_through(before: str, subject: Subject, after: str, written: object) -> None:
    """Whatever stands around it, the full name is gone."""
    assert callable(written)
    text = f"{before} {written(subject.full_name)} {after}"
    shown = masked(text, "D26-1", subject, NameStyle.NONE)
    assert folded(subject.full_name) not in {folded(part) for part in shown.split("\n")}
    assert subject.full_name.casefold() not in shown.casefold()


@given(st.text())
def test_a_text_that_names_nobody_is_not_changed(text: str) -> None:
    """Masking is no reason to lose a sign of what was typed."""
    nobody = Subject("Qqqqxx", "", "Zzzzxx")
    assert masked(text, "*", nobody, NameStyle.NONE) == masked(text, "*", nobody, NameStyle.FULL)
