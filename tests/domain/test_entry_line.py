"""One line at the table: an action needs one owner, a text and one date; the words typed are kept as they are."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.domain.entry_line import LineProblem, parse_action, parse_statement
from zvk_tui.domain.partners import Directory

if TYPE_CHECKING:
    from tests.domain.conftest import Make

TODAY = date(2026, 11, 23)
NEXT = date(2026, 12, 7)


@pytest.fixture(scope="session")
def directory(make: "Make") -> Directory:
    """Return two partners that begin alike, one more, and one person."""
    police = make.partner(1, "Politie")
    return make.directory(
        police, make.partner(2, "GGZ"), make.partner(3, "GGD"), make.person(1, "Ria Bakkeveen", police)
    )


def problems(line: str, directory: Directory, next_meeting: date | None = NEXT) -> tuple[LineProblem, ...]:
    """Return what is wrong with an action line."""
    return parse_action(line, directory, TODAY, next_meeting).problems


def test_an_action_in_one_line(directory: Directory) -> None:
    """Owner, text and date are taken from one line, and the line can be entered."""
    line = parse_action("politie: huisbezoek afleggen @14-12", directory, TODAY, NEXT)
    assert line.good
    assert line.owner
    assert (line.owner.partner.short, line.owner.person) == ("Politie", None)
    assert (line.text, line.due, line.typed_owner) == ("huisbezoek afleggen", date(2026, 12, 14), "politie")


def test_a_person_as_owner(directory: Directory) -> None:
    """A person before the colon gives the organisation and the person."""
    owner = parse_action("bakkeveen: bellen @vr", directory, TODAY, NEXT).owner
    assert owner
    assert owner.person
    assert (owner.partner.short, owner.person.name) == ("Politie", "Ria Bakkeveen")


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("politie: bellen @vr", date(2026, 11, 27)),
        ("politie: bellen @+2w", date(2026, 12, 7)),
        ("politie: bellen @volgende", NEXT),
        ("politie: bellen @vandaag", TODAY),
        ("politie: bellen @23-11", TODAY),
        ("politie: bellen @14-12.", date(2026, 12, 14)),
        ("politie: bellen @volgende;", NEXT),
        ("@vr politie: bellen", date(2026, 11, 27)),
        ("politie: @vr, bellen", date(2026, 11, 27)),
        ("politie:bellen\t@vr", date(2026, 11, 27)),
    ],
)
def test_the_date_may_stand_anywhere(directory: Directory, line: str, due: date) -> None:
    """Every form of date is taken out of the text, wherever it stands; today is early enough."""
    found = parse_action(line, directory, TODAY, NEXT)
    assert (found.text, found.due, found.problems) == ("bellen", due, ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("huisbezoek afleggen @vr", (LineProblem.NO_OWNER,)),
        (": huisbezoek afleggen @vr", (LineProblem.NO_OWNER,)),
        ("brandweer: huisbezoek @vr", (LineProblem.UNKNOWN_OWNER,)),
        ("gg: huisbezoek @vr", (LineProblem.AMBIGUOUS_OWNER,)),
        ("politie: @vr", (LineProblem.NO_TEXT,)),
        ("politie: \u200b \u200b @vr", (LineProblem.NO_TEXT,)),
        ("politie: huisbezoek", (LineProblem.NO_DATE,)),
        ("politie: huisbezoek @", (LineProblem.NO_DATE,)),
        ("politie: huisbezoek @ vr", (LineProblem.NO_DATE,)),
        ("politie: huisbezoek @vr @ma", (LineProblem.TWO_DATES,)),
        ("politie: huisbezoek @vr @vr", (LineProblem.TWO_DATES,)),
        ("politie: huisbezoek @31-2", (LineProblem.BAD_DATE,)),
        ("politie: huisbezoek @ooit", (LineProblem.BAD_DATE,)),
        ("politie: huisbezoek @vr!@", (LineProblem.BAD_DATE,)),
        ("politie: huisbezoek @22-11-2026", (LineProblem.DATE_PAST,)),
        ("", (LineProblem.NO_OWNER, LineProblem.NO_DATE)),
        ("politie:", (LineProblem.NO_TEXT, LineProblem.NO_DATE)),
        ("gg: @31-2", (LineProblem.AMBIGUOUS_OWNER, LineProblem.NO_TEXT, LineProblem.BAD_DATE)),
    ],
)
def test_each_lack_is_named(directory: Directory, line: str, expected: tuple[LineProblem, ...]) -> None:
    """Everything that is wrong with a line is said, in the order owner, text, date."""
    assert problems(line, directory) == expected
    assert not parse_action(line, directory, TODAY, NEXT).good


def test_the_next_meeting_needs_a_date(directory: Directory) -> None:
    """`@volgende` says that the next meeting has no date, not that the word is wrong."""
    assert problems("politie: bellen @volgende", directory, None) == (LineProblem.NO_NEXT_MEETING,)


def test_a_next_meeting_that_is_over_is_past(directory: Directory) -> None:
    """`@volgende` is no way around the rule that a new action is due today or later."""
    assert problems("politie: bellen @volgende", directory, date(2026, 11, 22)) == (LineProblem.DATE_PAST,)


def test_an_ambiguous_owner_is_listed_and_not_chosen(directory: Directory) -> None:
    """The choice is shown, and nobody owns the action until it is made."""
    line = parse_action("gg: bellen @vr", directory, TODAY, NEXT)
    assert [one.partner.short for one in line.owners] == ["GGZ", "GGD"]
    assert line.owner is None


def test_an_address_is_no_date(directory: Directory) -> None:
    """A `@` inside a word, as in an e-mail address, stays in the text."""
    line = parse_action("politie: mailen naar balie@voorbeeld.example @vr", directory, TODAY, NEXT)
    assert (line.text, line.problems) == ("mailen naar balie@voorbeeld.example", ())


def test_colons_in_the_text_are_kept(directory: Directory) -> None:
    """Only the first colon ends the owner."""
    line = parse_action("politie: afspraak 10:30 @vr", directory, TODAY, NEXT)
    assert (line.text, line.problems) == ("afspraak 10:30", ())


def test_a_pasted_line_is_one_line(directory: Directory) -> None:
    """Line ends, tabs, escape and null signs of a pasted text become single spaces; no word is lost."""
    line = parse_action("\x1b politie:\r\nhuis\tbezoek\x00afleggen\x1b[31m\n@vr\n", directory, TODAY, NEXT)
    assert (line.text, line.problems) == ("huis bezoek afleggen [31m", ())


def test_two_pasted_actions_are_not_one(directory: Directory) -> None:
    """Two actions pasted at once are refused for their two dates: no date or owner disappears."""
    assert problems("politie: bellen @vr\nggz: bellen @ma", directory) == (LineProblem.TWO_DATES,)


def test_a_line_without_colon_keeps_its_words(directory: Directory) -> None:
    """What was typed stays, so that the owner can be put before it."""
    assert parse_action("huis\nbezoek @vr", directory, TODAY, NEXT).text == "huis bezoek"


@pytest.mark.parametrize(
    "text", ["is gezien @ het station @vr", "zei: het gaat goed", "👩‍👧 op bezoek [b]", "\u202eomgekeerd"]
)
def test_a_contribution_is_kept_word_for_word(directory: Directory, text: str) -> None:
    """In a contribution nothing is a date or markup: what the source said stays as it was said."""
    line = parse_statement(f"politie: {text}", directory)
    assert (line.text, line.due, line.good) == (text, None, True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("gezien bij het station", (LineProblem.NO_OWNER,)),
        ("buurman: gezien", (LineProblem.UNKNOWN_OWNER,)),
        ("gg: gezien", (LineProblem.AMBIGUOUS_OWNER,)),
        ("ggz:", (LineProblem.NO_TEXT,)),
        (":", (LineProblem.NO_OWNER, LineProblem.NO_TEXT)),
    ],
)
def test_a_contribution_has_one_source(directory: Directory, line: str, expected: tuple[LineProblem, ...]) -> None:
    """Who brought it in is always clear, because they stay responsible for it (Bgs art. 1.6)."""
    assert parse_statement(line, directory).problems == expected


PIECES = st.sampled_from(
    ["politie", "ggz", "gg", ":", " ", "@", "@vr", "@volgende", "@1-1-2020", "\n", "\x00", "a", "x@y"]
)


@given(line=st.text() | st.lists(PIECES).map("".join), next_meeting=st.none() | st.dates())
@example("politie: a @vr", None)
@example("politie: a @volgende", date.min)
@example("politie: " + "a" * 100_000 + " @vr", None)
def test_a_good_line_lacks_nothing(directory: Directory, line: str, next_meeting: date | None) -> None:
    """No text makes the line fail; a good line has one owner, a text, and a date that is not past."""
    found = parse_action(line, directory, TODAY, next_meeting)
    assert found.good == (not found.problems)
    assert "\n" not in found.text
    if found.good:
        assert found.owner is not None
        assert found.due is not None
        assert found.due >= TODAY
        assert found.text.strip()


@given(text=st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1))
def test_no_word_of_a_contribution_is_lost(directory: Directory, text: str) -> None:
    """Every visible sign after the first colon is kept, in order."""
    assert parse_statement(f"politie:{text}", directory).text == text
