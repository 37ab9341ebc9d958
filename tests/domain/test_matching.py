"""Who may be the same person: spelling, accents, prefixes, initials and slips of the pen."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Subject
from zvk_tui.domain.matching import Grade, LikenessReason, birth_reason, likeness, name_key, near_births
from zvk_tui.domain.names import is_prefix, parse_name, sound, within

BORN = date(1990, 3, 4)
FULL = Subject("Jan", "de", "Vries", BORN)
LETTERS = "abcdefghijklmnopqrstuvwxyzéëïöüçøĳ"

words = st.text(LETTERS, min_size=2, max_size=9)
dates = st.none() | st.dates(date(1920, 1, 1), date(2026, 11, 23))
persons = st.builds(
    Subject,
    st.lists(words | st.sampled_from(["J.", "A.B.", "P"]), max_size=3).map(" ".join),
    st.sampled_from(["", "de", "van der", "'t", "el"]),
    st.lists(words, max_size=2).map("-".join),
    dates,
)


@given(persons, persons)
def test_the_order_of_two_makes_no_difference(one: Subject, other: Subject) -> None:
    """A looks like B as B looks like A, for the same reasons."""
    assert likeness(one, other) == likeness(other, one)


@given(persons)
def test_everybody_with_a_name_looks_like_themselves(person: Subject) -> None:
    """A second registration under exactly the same name or date of birth is always found."""
    assert likeness(person, person).alike is bool(name_key(person) or person.birth_date)


@given(persons)
def test_capitals_and_accents_make_no_difference(person: Subject) -> None:
    """Written in capitals, without accents or with "ij" for "y", it is the same key."""
    bare = str.maketrans("éëïöüçø", "eeioucø")
    loud = replace(person, given_names=person.given_names.upper(), surname=person.surname.upper())
    flat = replace(person, surname=person.surname.translate(bare), given_names=person.given_names.translate(bare))
    other_y = replace(person, surname=person.surname.replace("y", "ij").replace("ĳ", "y"))
    assert name_key(person) == name_key(loud) == name_key(flat) == name_key(other_y)


@given(
    words.filter(lambda word: not is_prefix(word)),
    st.sampled_from(["de", "van der", "van den", "el", "'t"]),
    st.sampled_from(["Jan", "J.", "Anna Maria"]),
)
def test_the_place_of_the_prefix_makes_no_difference(surname: str, prefix: str, names: str) -> None:
    """Prefix in its own field, in that of the surname, or behind a comma: the same key."""
    apart = name_key(Subject(names, prefix, surname))
    assert apart == name_key(Subject(names, "", f"{prefix} {surname}"))
    assert apart == name_key(Subject("", "", f"{surname}, {names} {prefix}"))
    assert apart == name_key(Subject("", "", f"{prefix} {surname}, {names}"))
    assert apart == name_key(parse_name(f"{names} {prefix} {surname}"))


@pytest.mark.parametrize("text", ["de Vries, J.", "J. de Vries", "Vries, J de", "Vries, J. de", "DE VRIES, J"])
def test_one_name_in_one_field_is_understood_in_every_order(text: str) -> None:
    """What people write in one field comes out as given names, prefix and surname."""
    told = parse_name(text)
    assert (told.given_names.strip(".").upper(), told.prefix.lower(), told.surname.lower()) == ("J", "de", "vries")
    assert name_key(Subject(surname=text)) == "vries, j"


@pytest.mark.parametrize(
    ("text", "given_names", "prefix", "surname"),
    [
        ("Jan van der Berg", "Jan", "van der", "Berg"),
        ("A.B. Jansen-Bakker", "A.B.", "", "Jansen-Bakker"),
        ("Vries J.", "J.", "", "Vries"),
        ("T. Bakker", "T.", "", "Bakker"),
        ("van 't Hof, Piet", "Piet", "van 't", "Hof"),
        ("Ben Ali", "Ben", "", "Ali"),
        ("Van", "", "", "Van"),
        ("", "", "", ""),
        (",", "", "", ""),
    ],
)
def test_a_name_is_told_apart(text: str, given_names: str, prefix: str, surname: str) -> None:
    """Prefixes, initials and double names get their own place; an initial T is no 't."""
    assert parse_name(text) == Subject(given_names, prefix, surname)


@pytest.mark.parametrize(
    ("other", "grade", "reasons"),
    [
        (FULL, Grade.SAME, {LikenessReason.NAME_SAME, LikenessReason.BIRTH_SAME}),
        (replace(FULL, birth_date=None), Grade.LIKELY, {LikenessReason.NAME_SAME, LikenessReason.BIRTH_UNKNOWN}),
        (replace(FULL, given_names="J."), Grade.LIKELY, {LikenessReason.GIVEN_INITIALS, LikenessReason.BIRTH_SAME}),
        (replace(FULL, surname="Fries"), Grade.LIKELY, {LikenessReason.SURNAME_SOUND, LikenessReason.BIRTH_SAME}),
        (replace(FULL, surname="Vreis"), Grade.LIKELY, {LikenessReason.SURNAME_SPELLING, LikenessReason.BIRTH_SAME}),
        (replace(FULL, surname="Vries-Bakker"), Grade.LIKELY, {LikenessReason.SURNAME_PART, LikenessReason.BIRTH_SAME}),
        (replace(FULL, given_names="Jan Piet"), Grade.LIKELY, {LikenessReason.GIVEN_FIRST, LikenessReason.BIRTH_SAME}),
        (replace(FULL, given_names=""), Grade.LIKELY, {LikenessReason.GIVEN_MISSING, LikenessReason.BIRTH_SAME}),
        (replace(FULL, birth_date=date(1990, 4, 3)), Grade.LIKELY, {LikenessReason.BIRTH_SWAPPED}),
        (replace(FULL, birth_date=date(1980, 3, 4)), Grade.LIKELY, {LikenessReason.BIRTH_DIGIT}),
        (replace(FULL, birth_date=date(1990, 1, 1)), Grade.LIKELY, {LikenessReason.BIRTH_YEAR}),
        (replace(FULL, surname="Bakker"), Grade.POSSIBLE, {LikenessReason.SURNAME_OTHER, LikenessReason.BIRTH_SAME}),
        (Subject("de Vries", "", "Jan", BORN), Grade.LIKELY, {LikenessReason.SURNAME_GIVEN_SWAPPED}),
    ],
)
def test_two_who_may_be_one_are_found_with_the_reason(
    other: Subject, grade: Grade, reasons: set[LikenessReason]
) -> None:
    """Each slip of the pen is seen, and said."""
    found = likeness(FULL, other)
    assert found.grade is grade
    assert reasons <= set(found.reasons)


@pytest.mark.parametrize(
    "other",
    [
        Subject("J.", "de", "Vries", date(1985, 7, 9)),
        Subject("Jan Piet", "de", "Vries", date(1985, 7, 9)),
        replace(FULL, given_names="Sanne"),
        Subject("Sanne", "", "Bakker", BORN),
        Subject("J.", "", "Bakker", BORN),
        Subject("", "", "", date(1991, 5, 6)),
        Subject(group_name="Jan de Vries"),
        Subject("Jan", "", "Smit"),
    ],
)
def test_others_are_left_alone(other: Subject) -> None:
    """A twin, half a namesake of another age, a group of that name, or nobody: no likeness."""
    assert not likeness(FULL, other).alike


def test_the_same_full_name_is_worth_a_look_whatever_the_date_of_birth() -> None:
    """A date of birth can be quite wrong: the full name with another date is possible, and both are said."""
    found = likeness(FULL, replace(FULL, birth_date=date(1985, 7, 9)))
    assert found.grade is Grade.POSSIBLE
    assert found.reasons == (LikenessReason.NAME_SAME, LikenessReason.BIRTH_OTHER)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Subject("Fatima", "", "Elghazaoui"), Subject("Fatima", "El", "Ghazaoui-Bakker")),
        (Subject("Fatima", "", "Bakker"), Subject("Fatima", "El", "Ghazaoui-Bakker")),
        (Subject("Jan", "", "Vandenberg"), Subject("Jan", "", "Smit-van den Berg")),
    ],
)
def test_a_part_of_a_double_surname_is_seen(one: Subject, other: Subject) -> None:
    """One part of a double surname is enough, with its prefix apart or written to it."""
    assert LikenessReason.SURNAME_PART in likeness(one, other).reasons
    assert likeness(one, other) == likeness(other, one)


def test_a_prefix_written_to_the_surname_is_the_same_name() -> None:
    """Of "van den Berg" and "Vandenberg" it is seen that they are the same surname."""
    assert likeness(Subject("Jan", "van den", "Berg"), Subject("Jan", "", "Vandenberg")).alike


def test_groups_are_compared_with_groups() -> None:
    """A group under nearly the same name, or with its words in another order, is found."""
    group = Subject(group_name="Groep Stationsplein")
    assert likeness(group, Subject(group_name="groep stationsplain")).alike
    assert likeness(group, Subject(group_name="Stationsplein groep")).alike
    assert not likeness(group, Subject(group_name="Groep Havenkom")).alike


@pytest.mark.parametrize(
    ("one", "other"),
    [("meyer", "maier"), ("kuiper", "cuyper"), ("jansen", "janssen"), ("smit", "smidt"), ("bouwman", "bauman")],
)
def test_old_and_new_spellings_sound_the_same(one: str, other: str) -> None:
    """Surnames that are spelled in several ways meet in their sound."""
    assert sound(one) == sound(other)


@given(st.dates(date(1900, 1, 1), date(2026, 11, 23)), st.integers(0, 200))
def test_every_date_near_a_birth_date_is_seen_as_near(born: date, pick: int) -> None:
    """The dates by which the vault looks are the same as those by which two persons are compared."""
    near = sorted(near_births(born))
    assert born in near
    assert birth_reason(born, near[pick % len(near)]) is not LikenessReason.BIRTH_OTHER


@given(words, words, st.integers(0, 3))
def test_slips_are_counted_both_ways(one: str, other: str, most: int) -> None:
    """The number of slips between two words does not depend on which is read first, and has a bound."""
    assert within(one, other, most) is within(other, one, most)
    assert within(one, other, max(len(one), len(other)))
    assert within(one, one, 0)


@pytest.mark.parametrize(
    ("one", "other", "slips"), [("vries", "vires", 1), ("vries", "vris", 1), ("vries", "fires", 2)]
)
def test_swapped_neighbours_are_one_slip(one: str, other: str, slips: int) -> None:
    """Two letters in the wrong order count as one slip."""
    assert within(one, other, slips)
    assert not within(one, other, slips - 1)
