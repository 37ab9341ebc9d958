"""What a line of a list says, what is wrong with it, and what an import does with it."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.cells import LineReader, find_partner, letters, near
from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.import_checks import CaseFacts, CaseList
from zvk_tui.domain.import_plan import ImportPlan, Kept, VaultView, Verdict, identity, plan
from zvk_tui.domain.import_values import contact_of, new_case, partner_of
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.sheets import SheetRow, propose
from zvk_tui.domain.transfer import Known, ProblemKind, ReadLine, Record
from zvk_tui.domain.written import DayFault, read_day, read_yes

TODAY = date(2026, 11, 23)
POLICE = Partner(1, "Politie Proefstad", "Politie", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.PARTICIPANT)
CARE = Partner(2, "GGZ Proefstad", "GGZ", PartnerKind.MENTAL_HEALTH, Chain.CARE, ParticipantStatus.PARTICIPANT)
PIET = Professional(1, "P. Proef", "wijkagent", POLICE)
PAUL = Professional(2, "P. Proef", "behandelaar", CARE)
OLD = Professional(3, "O. Oud", "wijkagent", POLICE, active=False)
KNOWN = Known(
    Directory((CARE, POLICE), (PIET, PAUL, OLD)),
    TODAY,
    {Approach.PAD: (Track.REGULAR, Track.RIVAL_YOUTH), Approach.ALL_AGES: (Track.REGULAR,)},
    frozenset({Approach.RADICALISATION}),
)
CASE = {"Casusnummer": "D26-0001", "Aanpak": "PAD", "Naam": "de Vries, J.", "Aangemeld op": "2-3-2026"}
CONTACT = {"Casusnummer": "D26-0001", "Datum": "1-2-2026", "Soort": "verdachte", "Bron": "Politie"}


def read(kind: ListKind, *lines: Mapping[str, str]) -> tuple[ReadLine, ...]:
    """Return lines as they are read, the first on line 2."""
    headings = list(dict.fromkeys(heading for line in lines for heading in line))
    reader = LineReader(propose(kind, headings), KNOWN)
    cells = (tuple(line.get(heading, "") for heading in headings) for line in lines)
    return tuple(reader.read(SheetRow(number, row)) for number, row in enumerate(cells, 2))


def planned(
    kind: ListKind, *lines: Mapping[str, str], kept: tuple[Kept, ...] = (), born: date | None = None
) -> ImportPlan:
    """Return what an import of lines does to a vault that has `kept`, and case D26-0001."""
    cases = CaseList({"d26-0001": CaseFacts(7, "D26-0001", born), "d26-0009": CaseFacts(9, "D26-0009", open=False)})
    by_identity: dict[tuple[str, ...], list[Kept]] = {}
    for one in kept:
        by_identity.setdefault(identity(kind, one.record), []).append(one)
    return plan(kind, read(kind, *lines), KNOWN, VaultView(by_identity, cases))


def why(found: ImportPlan, place: int = 0) -> list[ProblemKind]:
    """Return why a line is refused."""
    return [problem.kind for problem in found.lines[place].problems]


def verdicts(found: ImportPlan) -> list[Verdict]:
    """Return what happens with each line."""
    return [line.verdict for line in found.lines]


def record(kind: ListKind, line: Mapping[str, str]) -> Record:
    """Return what a good line says."""
    (found,) = planned(kind, line).lines
    assert found.verdict is Verdict.NEW, found.problems
    return found.record


@pytest.mark.parametrize(
    "text",
    [
        *("2-3-2026", "02-03-2026", "02/03/2026", "2.3.2026", "2026-03-02", "2026/3/2", "20260302", " 2 - 3 - 2026 "),
        *("2 maart 2026", "2 mrt. 2026", "2-mrt-2026", "2 MAART 2026", "2 March 2026"),
        *("2026-03-02 00:00:00", "2026-03-02T14:30"),
    ],
)
def test_a_day_is_read_in_dutch_and_in_iso_form(text: str) -> None:
    """The day comes first, then the month; a time behind it is let go."""
    assert read_day(text) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("31-02-2026", DayFault.NO_SUCH_DATE),
        ("29-2-2025", DayFault.NO_SUCH_DATE),
        ("2026-13-01", DayFault.NO_SUCH_DATE),
        ("03/25/2026", DayFault.NO_SUCH_DATE),
        ("0-1-2026", DayFault.NO_SUCH_DATE),
        ("1-1-0026", DayFault.NO_SUCH_DATE),
        ("1-2-98", DayFault.SHORT_YEAR),
        ("volgende week", DayFault.NOT_A_DATE),
        ("45678", DayFault.NOT_A_DATE),
        ("2 brumaire 2026", DayFault.NOT_A_DATE),
        ("1-2", DayFault.NOT_A_DATE),
        ("", DayFault.NOT_A_DATE),
    ],
)
def test_a_day_that_is_none_says_why(text: str, fault: DayFault) -> None:
    """A date that the calendar does not have, a year of two digits and any other text are told apart."""
    assert read_day(text) is fault


def test_a_leap_day_is_a_day() -> None:
    """29 February exists in a leap year."""
    assert read_day("29-02-2024") == date(2024, 2, 29)


@given(st.dates(date(1850, 1, 1), date(2150, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    """What the app writes in Dutch or ISO form comes back as the same day."""
    assert read_day(day.isoformat()) == read_day(f"{day.day}-{day.month}-{day.year}") == day


@given(st.text())
def test_no_text_breaks_the_reading_of_a_day(text: str) -> None:
    """Whatever stands in a cell is a day, or says why not."""
    assert isinstance(read_day(text), date | DayFault)


@pytest.mark.parametrize(("text", "said"), [("Ja", True), ("x", True), ("nee", False), ("0", False), ("soms", None)])
def test_yes_and_no(text: str, said: bool | None) -> None:
    """Yes and no are read in the ways that lists have them."""
    assert read_yes(text) is said


@pytest.mark.parametrize("name", ["de Vries, J.", "J. de Vries", "Vries, J. de", "Vries, de, J."])
def test_a_name_in_one_column_is_split(name: str) -> None:
    """However the name is written, prefix, surname and given names are told apart."""
    found = record(ListKind.CASES, {**CASE, "Naam": name})
    assert [found.get(column) for column in (Column.GIVEN_NAMES, Column.PREFIX, Column.SURNAME)] == [
        "J.",
        "de",
        "Vries",
    ]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"Casusnummer": ""}, ProblemKind.MISSING),
        ({"Aanpak": ""}, ProblemKind.MISSING),
        ({"Aangemeld op": " "}, ProblemKind.MISSING),
        ({"Naam": ""}, ProblemKind.NO_NAME),
        ({"Aangemeld op": "31-2-2026"}, ProblemKind.NO_SUCH_DATE),
        ({"Aangemeld op": "24-11-2026"}, ProblemKind.FUTURE),
        ({"Geboren": "3-3-2026"}, ProblemKind.BORN_AFTER_REGISTRATION),
        ({"Geboren": "1-1-01"}, ProblemKind.SHORT_YEAR),
        ({"Aanpak": "Schoenen"}, ProblemKind.UNKNOWN_TERM),
        ({"Aanpak": "radicalisering"}, ProblemKind.NOT_ADMITTED),
        ({"Fase": "zoek"}, ProblemKind.UNKNOWN_TERM),
        ({"Aanpak": "0-100", "Spoor": "rivaliserende jeugd"}, ProblemKind.OTHER_TRACK),
        ({"Fase": "afgesloten", "Afgesloten op": "1-4-2026"}, ProblemKind.NO_CLOSING_REASON),
        ({"Fase": "afgesloten", "Reden afsluiting": "verhuisd"}, ProblemKind.NO_CLOSING_DATE),
        ({"Afgesloten op": "1-3-2026", "Reden afsluiting": "verhuisd"}, ProblemKind.CLOSED_BEFORE_REGISTRATION),
        ({"Fase": "monitoring", "Afgesloten op": "1-4-2026"}, ProblemKind.NOT_CLOSED),
        ({"Regisseur": "P. Proef"}, ProblemKind.AMBIGUOUS_PERSON),
        ({"Regisseur": "Niemand"}, ProblemKind.UNKNOWN_PERSON),
        ({"Doel": "x" * 20_001}, ProblemKind.TOO_LONG),
    ],
)
def test_a_line_that_is_no_case_says_why(changed: dict[str, str], problem: ProblemKind) -> None:
    """Each thing that can be wrong with a line has its own sentence, and the line is refused."""
    found = planned(ListKind.CASES, {**CASE, **changed})
    assert verdicts(found) == [Verdict.REFUSED]
    assert why(found) == [problem]
    assert found.lines[0].line == 2


def test_the_day_itself_is_allowed() -> None:
    """Somebody may be registered today, and born on the day of registration."""
    today = f"{TODAY.day}-{TODAY.month}-{TODAY.year}"
    found = planned(ListKind.CASES, {**CASE, "Aangemeld op": today, "Geboren": today})
    assert verdicts(found) == [Verdict.NEW]


def test_a_closed_case_has_its_day_and_reason() -> None:
    """A day of closing alone says that the case is closed, and its events end on that day."""
    found = record(ListKind.CASES, {**CASE, "Afgesloten op": "1-4-2026", "Reden afsluiting": "Verhuisd"})
    assert found[Column.PHASE] is Phase.CLOSED
    assert new_case(found).events[-1].on == date(2026, 4, 1)


def test_everything_that_is_wrong_is_said_at_once() -> None:
    """A line with three mistakes names all three, so that nobody mends them one by one."""
    found = planned(ListKind.CASES, {**CASE, "Aanpak": "?", "Geboren": "x", "Aangemeld op": ""})
    assert sorted(why(found)) == sorted([ProblemKind.UNKNOWN_TERM, ProblemKind.NOT_A_DATE, ProblemKind.MISSING])


def test_a_cell_outside_the_columns_is_not_lost_in_silence() -> None:
    """What stands where there is no heading is a problem with the letter of its column."""
    (line,) = (
        LineReader(propose(ListKind.PARTNERS, ["Afkorting", "Soort"]), KNOWN).read(SheetRow(5, ("a", "ggz", "", "b"))),
    )
    assert [(one.kind, one.text) for one in line.problems] == [(ProblemKind.OUTSIDE, "D")]


def test_a_formula_without_value_is_no_empty_cell() -> None:
    """A cell of which the formula failed is refused, not taken for nothing."""
    line = LineReader(propose(ListKind.PARTNERS, ["Afkorting"]), KNOWN).read(SheetRow(2, ("#REF!",), frozenset({0})))
    assert [one.kind for one in line.problems] == [ProblemKind.NO_FORMULA_VALUE]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (39, "AN"), (701, "ZZ"), (702, "AAA")])
def test_columns_have_their_letters(place: int, name: str) -> None:
    """A column is called as the spreadsheet calls it."""
    assert letters(place) == name


def test_a_partner_is_suggested() -> None:
    """A slip of the pen is answered with the partner that was probably meant."""
    (line,) = planned(ListKind.PROFESSIONALS, {"Organisatie": "Poltie", "Naam": "A. Proef"}).lines
    assert [(one.kind, one.text, one.near) for one in line.problems] == [
        (ProblemKind.UNKNOWN_PARTNER, "Poltie", ("Politie",))
    ]
    assert near("zzz", ["Politie"]) == ()


@pytest.mark.parametrize("text", ["Politie", "politie", "POLITIE PROEFSTAD", " Politie "])
def test_a_partner_is_found_by_short_and_full_name(text: str) -> None:
    """Capitals make no difference, and the full name will do."""
    assert find_partner(text.strip(), KNOWN.directory) == POLICE


@pytest.mark.parametrize("text", ["Politie/P. Proef", "politie / p. proef", "P. Proef (Politie)"])
def test_a_name_that_two_people_have_is_clear_with_the_organisation(text: str) -> None:
    """Two people with one name are told apart by where they work."""
    assert record(ListKind.CASES, {**CASE, "Regisseur": text})[Column.DIRECTOR] == PIET


def test_a_number_twice_in_a_file_is_refused_with_its_line() -> None:
    """Of a case there is one line: the second names the first, whatever its capitals."""
    found = planned(ListKind.CASES, CASE, {**CASE, "Casusnummer": "d26-0001", "Naam": "Ander"})
    assert verdicts(found) == [Verdict.NEW, Verdict.REFUSED]
    assert [(one.kind, one.other_line) for one in found.lines[1].problems] == [(ProblemKind.DOUBLE, 2)]


def test_what_the_vault_has_is_the_same() -> None:
    """A line that says nothing new is the same; an empty cell and initials of known names are nothing new."""
    kept = Kept(3, {**record(ListKind.CASES, CASE), Column.GIVEN_NAMES: "Jan Piet", Column.GOAL: "Rust"})
    found = planned(ListKind.CASES, {**CASE, "Doel": ""}, kept=(kept,))
    assert verdicts(found) == [Verdict.SAME]


def test_what_changes_is_named() -> None:
    """A line with another date of birth and goal names just these two."""
    kept = Kept(3, {**record(ListKind.CASES, CASE), Column.GOAL: "Rust"})
    (line,) = planned(ListKind.CASES, {**CASE, "Doel": "Werk", "Geboren": "1-1-2000"}, kept=(kept,)).lines
    assert (line.verdict, line.kept_id) == (Verdict.CHANGED, 3)
    assert line.changed == (Column.BORN_ON, Column.GOAL)


def test_the_life_of_a_case_is_not_overwritten() -> None:
    """An old list does not bring a case back to a phase that it has left."""
    kept = Kept(3, {**record(ListKind.CASES, CASE), Column.PHASE: Phase.MONITORING}, fixed=frozenset({Column.PHASE}))
    found = planned(ListKind.CASES, {**CASE, "Fase": "triage"}, kept=(kept,))
    assert why(found) == [ProblemKind.LIFE_DIFFERS]


def test_a_case_that_is_closed_to_you_is_not_told() -> None:
    """Of a case that may not be seen only its number is known to be taken."""
    found = planned(ListKind.CASES, CASE, kept=(Kept(3, {Column.REF: "D26-0001"}, open=False),))
    assert why(found) == [ProblemKind.CLOSED_TO_YOU]


def test_who_left_gets_no_role_in_a_case_that_is_there() -> None:
    """A new case may have been directed by somebody who left; a case that is there is not given to them now."""
    kept = Kept(3, record(ListKind.CASES, CASE))
    line = {**CASE, "Regisseur": "O. Oud"}
    assert verdicts(planned(ListKind.CASES, line)) == [Verdict.NEW]
    assert why(planned(ListKind.CASES, line, kept=(kept,))) == [ProblemKind.NOT_ACTIVE]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"Casusnummer": "D26-0404"}, ProblemKind.UNKNOWN_CASE),
        ({"Casusnummer": "D26-0009"}, ProblemKind.CLOSED_TO_YOU),
        ({"Datum": "24-11-2026"}, ProblemKind.FUTURE),
        ({"Datum": "1-1-1999"}, ProblemKind.CONTACT_BEFORE_BIRTH),
        ({"Soort": "slachtoffer", "Negatief": "ja"}, ProblemKind.NEVER_NEGATIVE),
        ({"Negatief": "een beetje"}, ProblemKind.NOT_YES_OR_NO),
        ({"Bron": ""}, ProblemKind.MISSING),
        ({"Onjuist sinds": "1-3-2026"}, ProblemKind.NO_WRONG_REASON),
        ({"Waarom onjuist": "ander"}, ProblemKind.NO_WRONG_DATE),
        ({"Onjuist sinds": "1-1-2026", "Waarom onjuist": "ander"}, ProblemKind.WRONG_BEFORE_CONTACT),
    ],
)
def test_a_line_that_is_no_police_contact_says_why(changed: dict[str, str], problem: ProblemKind) -> None:
    """A contact belongs to a case, is past, after the birth, and has a source."""
    found = planned(ListKind.POLICE, {**CONTACT, **changed}, born=date(2000, 1, 1))
    assert why(found) == [problem]


def test_a_contact_is_negative_as_is_usual_for_its_kind() -> None:
    """A suspect is in view negatively and a victim is not, unless the list has a column for it."""
    assert contact_of(record(ListKind.POLICE, CONTACT)).negative
    assert not contact_of(record(ListKind.POLICE, {**CONTACT, "Soort": "slachtoffer"})).negative
    assert not contact_of(record(ListKind.POLICE, {**CONTACT, "Negatief": "nee"})).negative


def test_two_contacts_on_one_day_are_two() -> None:
    """Two contacts of a kind from one source on one day are both new when they tell something else; a copy is not."""
    lines = [{**CONTACT, "Toelichting": note} for note in ("ruzie", "vernieling", "ruzie")]
    found = planned(ListKind.POLICE, *lines)
    assert verdicts(found) == [Verdict.NEW, Verdict.NEW, Verdict.REFUSED]
    kept = tuple(Kept(number, line.record) for number, line in enumerate(found.lines[:2], 1))
    again = planned(ListKind.POLICE, *reversed(lines[:2]), kept=kept)
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]


def test_which_contact_is_meant_is_not_guessed() -> None:
    """Another text for a day on which the vault has two contacts is refused: it could change either."""
    kept = tuple(
        Kept(number, {**record(ListKind.POLICE, CONTACT), Column.NOTE: note}) for number, note in ((1, "a"), (2, "b"))
    )
    assert why(planned(ListKind.POLICE, {**CONTACT, "Toelichting": "c"}, kept=kept)) == [ProblemKind.NOT_CLEAR_WHICH]


def test_a_contact_that_was_wrong_stays_wrong() -> None:
    """An old list that still has a contact that was wrong does not bring it back."""
    kept = Kept(1, {**record(ListKind.POLICE, CONTACT), Column.WRONG_ON: TODAY}, current=False)
    assert verdicts(planned(ListKind.POLICE, CONTACT, kept=(kept,))) == [Verdict.SAME]


def test_a_partner_is_as_is_usual_for_its_kind() -> None:
    """Name, chain and status of a partner follow from short name and kind when the list does not say."""
    partner = partner_of(record(ListKind.PARTNERS, {"Afkorting": "OM", "Soort": "Openbaar Ministerie"}))
    assert (partner.name, partner.chain, partner.status) == ("OM", Chain.JUSTICE, ParticipantStatus.CONTROLLER)
    assert partner.active


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "Casusnummer": st.sampled_from(["D26-0001", "d26-0001", "D26-0002", ""]),
                "Aanpak": st.sampled_from(["PAD", "0-100", "?"]),
                "Naam": st.sampled_from(["de Vries, J.", "Jansen", ""]),
                "Aangemeld op": st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=3)).map(str),
                "Doel": st.sampled_from(["", "rust", "Rust "]),
            }
        ),
        max_size=8,
    )
)
def test_running_twice_changes_nothing(lines: list[dict[str, str]]) -> None:
    """What is new the first time is the same the second time, and what is refused stays refused."""
    first = planned(ListKind.CASES, *lines) if lines else ImportPlan(ListKind.CASES, ())
    kept = tuple(Kept(n, one.record) for n, one in enumerate(first.lines, 1) if one.verdict is Verdict.NEW)
    second = planned(ListKind.CASES, *lines, kept=kept) if lines else first
    assert not second.does_something
    assert [one.verdict is Verdict.REFUSED for one in first.lines] == [
        one.verdict is Verdict.REFUSED for one in second.lines
    ]


def test_a_line_that_says_less_does_not_take_the_place_of_the_one_that_came_in() -> None:
    """A line without a name is refused beside the whole one, the first time and the second."""
    whole = {"Casusnummer": "D26-0002", "Aanpak": "PAD", "Naam": "de Vries, J.", "Aangemeld op": "2026-03-02"}
    lines = ({**whole, "Naam": ""}, whole)
    first = planned(ListKind.CASES, *lines)
    kept = tuple(Kept(n, one.record) for n, one in enumerate(first.lines, 1) if one.verdict is Verdict.NEW)
    assert [one.verdict for one in first.lines] == [Verdict.REFUSED, Verdict.NEW]
    second = planned(ListKind.CASES, *lines, kept=kept)
    assert [one.verdict for one in second.lines] == [Verdict.REFUSED, Verdict.SAME]


def test_the_title_of_a_line_has_no_name_of_who_a_case_is_about() -> None:
    """A preview shows case numbers, so that it can stand on a projector."""
    (line,) = planned(ListKind.CASES, CASE).lines
    assert line.title == "D26-0001"
    assert record(ListKind.POLICE, CONTACT)[Column.CONTACT_KIND] is PoliceContactKind.SUSPECT
