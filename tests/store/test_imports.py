"""Lists in and out of a real vault: all or nothing, twice is once, and what went out comes back as the same."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zvk_tui.documents.csv_file import csv_rows
from zvk_tui.documents.spreadsheets import list_content
from zvk_tui.documents.xlsx_file import opened_xlsx
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, PoliceContactKind
from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.import_plan import ImportPlan, Verdict
from zvk_tui.domain.import_values import case_of, new_case
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.partners import Professional
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.sheets import ColumnMap, SheetRow, propose
from zvk_tui.domain.transfer import ProblemKind
from zvk_tui.errors import Refused
from zvk_tui.store.vault import Vault
from zvk_tui.store.writing import import_cases
from zvk_tui.store.writing.guards import readable
from zvk_tui.store.writing.life import give_roles, registered
from zvk_tui.words.transfer import change_words

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

CASES = (
    "Casusnummer",
    "Aanpak",
    "Naam",
    "Geboren",
    "Aangemeld op",
    "Fase",
    "Afgesloten op",
    "Reden afsluiting",
    "Doel",
)
NEW = ("D25-0001", "PAD", "van den Proef, A.", "4-5-2008", "2-3-2025", "in aanpak", "", "", "rust")
CLOSED = ("D25-0002", "0-100", "J. de Vries", "", "2-3-2025", "afgesloten", "1-9-2025", "verhuisd", "")


def table(kind: ListKind, headings: Sequence[str], lines: Iterable[Sequence[str]]) -> tuple[ColumnMap, list[SheetRow]]:
    """Return a list as it is read from a file, its headings on line 1."""
    rows = [SheetRow(number, tuple(line)) for number, line in enumerate(lines, 2)]
    return propose(kind, headings), rows


def plan(vault: Vault, kind: ListKind, headings: Sequence[str], *lines: Sequence[str]) -> ImportPlan:
    """Return what an import of these lines would do."""
    return vault.imports.plan(*table(kind, headings, lines))


def taken(vault: Vault, kind: ListKind, headings: Sequence[str], *lines: Sequence[str]) -> ImportPlan:
    """Import these lines, all of which are good."""
    planned = plan(vault, kind, headings, *lines)
    assert planned.count(Verdict.REFUSED) == 0, planned.lines
    vault.imports.apply(planned)
    return planned


def out_and_in(vault: Vault, kind: ListKind, suffix: str = ".csv") -> ImportPlan:
    """Return what an import of an export would do."""
    content = list_content(suffix, vault.exports.headings(kind), vault.exports.rows(kind), "Lijst")
    if suffix == ".csv":
        first, *rows = csv_rows(io.BytesIO(content))
    else:
        with opened_xlsx(io.BytesIO(content), "x") as book:
            first, *rows = book.rows(book.sheets[0])
    return vault.imports.plan(propose(kind, first.cells), rows)


def all_same(planned: ImportPlan) -> bool:
    """Return whether every line is the same as what the vault has."""
    return {line.verdict for line in planned.lines} <= {Verdict.SAME}


@pytest.fixture
def chamber(at: "At") -> "Chamber":
    """Return a vault with four partners, five people and four cases."""
    return at("register")


@pytest.fixture
def vault(chamber: "Chamber") -> Vault:
    """Return the vault."""
    return chamber.vault


def test_cases_come_in_with_their_life(vault: Vault) -> None:
    """A case that is imported has its person, its phase, and the events that lead there."""
    taken(vault, ListKind.CASES, CASES, NEW, CLOSED)
    (case_file,) = vault.register.find_cases("D25-0001")
    assert case_file.subject == Subject("A.", "van den", "Proef", date(2008, 5, 4))
    assert (case_file.approach, case_file.phase, case_file.goal) == (Approach.PAD, Phase.APPROACH, "rust")
    events = vault.life.events(case_file.id)
    assert [(event.kind, event.on) for event in events] == [
        (EventKind.REGISTERED, date(2025, 3, 2)),
        (EventKind.ADMITTED, date(2025, 3, 2)),
    ]


def test_a_closed_case_keeps_its_day_and_reason(vault: Vault, chamber: "Chamber") -> None:
    """A closed case comes in closed, on its own day and for its own reason."""
    taken(vault, ListKind.CASES, CASES, CLOSED)
    row = chamber.sql("SELECT phase, closed_on, closing_reason FROM case_file WHERE ref = 'D25-0002'")
    assert row == [(Phase.CLOSED, "2025-09-01", ClosingReason.MOVED_AWAY)]


def test_many_cases_are_written_as_one_is(at: "At") -> None:
    """Written many at a time or one by one, a case has the same rows."""
    one, many = at("register"), at("register")
    lines = ((*NEW, "", ""), (*CLOSED, "Cor", "Politie/Piet"))
    planned = taken(many.vault, ListKind.CASES, (*CASES, "Regisseur", "Coördinator"), *lines)
    for line in planned.lines:
        with one.vault.desk.writing(Act.CASE_REGISTERED) as session:
            row = registered(session, one.vault.desk, new_case(line.record))
            give_roles(session, row, case_of(line.record))
    tables = ("person", "case_file", "case_event", "case_role", "notification_letter")
    written = [_without_uid(chamber.content(*tables)) for chamber in (one, many)]
    assert written[0]["case_role"]
    assert written[0] == written[1]


def _without_uid(content: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[str, ...]]]:
    """Return rows without the numbers that are other ones in every vault, in no order."""
    return {
        name: sorted([tuple(str(cell) for cell in row[1:] if len(str(cell)) != 36) for row in rows])
        for name, rows in content.items()
    }


def test_running_twice_changes_nothing(chamber: "Chamber") -> None:
    """The second time every line is the same, and not one row of the vault is other than it was."""
    taken(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    before = chamber.content()
    again = plan(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    assert all_same(again)
    assert not again.does_something
    chamber.vault.imports.apply(again)
    assert chamber.content() == before


def test_one_line_of_the_log_with_counts_only(vault: Vault) -> None:
    """The log says which list and how many lines, and nothing of what stands on them."""
    taken(vault, ListKind.CASES, CASES, NEW, CLOSED)
    line = vault.log.lines(1)[0]
    assert (line.act, line.case_ref, line.detail) == (Act.IMPORTED, "", "cases +2 ~0")


def test_an_import_is_found_by_search(vault: Vault, chamber: "Chamber") -> None:
    """What was imported is in the search index like anything else."""
    taken(vault, ListKind.CASES, CASES, NEW)
    assert chamber.sql("SELECT count(*) FROM case_search WHERE case_search MATCH '\"proef\"'")[0][0] >= 1


def test_a_small_import_is_undone_with_one_key(chamber: "Chamber") -> None:
    """Undo takes a small import back as a whole."""
    before = chamber.content("case_file", "person", "case_event", "case_role")
    taken(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    undone = chamber.vault.undo()
    assert undone is not None
    assert undone.act is Act.IMPORTED
    assert chamber.content("case_file", "person", "case_event", "case_role") == before


def test_a_large_import_and_what_was_before_it_stay(chamber: "Chamber", monkeypatch: pytest.MonkeyPatch) -> None:
    """A large import is not undone, and nothing from before it is: that could pull a partner from under it."""
    monkeypatch.setattr("zvk_tui.store.writing.imports.UNDOABLE", 1)
    taken(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    assert chamber.vault.undo() is None


def test_an_error_in_the_middle_leaves_the_vault_as_it_was(chamber: "Chamber", monkeypatch: pytest.MonkeyPatch) -> None:
    """When anything fails half-way, not one line is imported and not one line of the log is written."""
    monkeypatch.setattr(import_cases, "TOGETHER", 1)
    monkeypatch.setattr("zvk_tui.store.writing.imports.TOGETHER", 1)
    planned = plan(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    before = chamber.content(logs=True)

    def stop(done: int, count: int) -> None:
        assert count == 2
        raise Refused("stop")

    with pytest.raises(Refused, match="stop"):
        chamber.vault.imports.apply(planned, stop)
    assert chamber.content(logs=True) == before
    assert chamber.reopened().vault.verify() == ()


def test_a_disk_error_in_the_middle_leaves_the_vault_as_it_was(
    chamber: "Chamber", monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that nobody foresaw, after some cases were written, leaves nothing behind either."""
    monkeypatch.setattr("zvk_tui.store.writing.imports.TOGETHER", 1)
    planned = plan(chamber.vault, ListKind.CASES, CASES, NEW, CLOSED)
    before = chamber.content(logs=True)
    written = []

    def broken(*args: object) -> None:
        written.append(args)
        if len(written) > 1:
            raise MemoryError
        import_cases.write_cases(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("zvk_tui.store.writing.imports.write_cases", broken)
    with pytest.raises(MemoryError):
        chamber.vault.imports.apply(planned)
    assert len(written) == 2
    assert chamber.content(logs=True) == before


def test_a_preview_that_is_out_of_date_is_not_followed(chamber: "Chamber") -> None:
    """When the vault became other than the preview saw it, nothing is imported."""
    planned = plan(chamber.vault, ListKind.CASES, CASES, NEW)
    taken(chamber.vault, ListKind.CASES, CASES, NEW)
    with pytest.raises(Refused):
        chamber.vault.imports.apply(planned)


def test_refused_lines_do_not_come_in(chamber: "Chamber") -> None:
    """A file with a bad line gives its good lines; the bad one is named and leaves nothing."""
    bad = ("D25-0003", "PAD", "K. Fout", "31-2-2008", "2-3-2025", "", "", "", "")
    planned = plan(chamber.vault, ListKind.CASES, CASES, NEW, bad)
    chamber.vault.imports.apply(planned)
    assert [line.verdict for line in planned.lines] == [Verdict.NEW, Verdict.REFUSED]
    assert chamber.sql("SELECT count(*) FROM case_file WHERE ref LIKE 'D25-%'") == [(1,)]


def test_a_changed_line_changes_only_what_it_says(chamber: "Chamber") -> None:
    """Name, goal and roles of a case are changed, and its events and empty cells are left alone."""
    headings = ("Casusnummer", "Aanpak", "Achternaam", "Aangemeld op", "Doel", "Regisseur")
    case_file = chamber.case("D26-0001")
    events = chamber.vault.life.events(case_file.id)
    day = f"{case_file.registered_on:%d-%m-%Y}"
    line = ("D26-0001", "PAD", "Verzonnen-Nieuw", day, "nieuw doel", "Gemeente/Cor")
    planned = taken(chamber.vault, ListKind.CASES, headings, line)
    assert planned.lines[0].changed == (Column.SURNAME, Column.GOAL, Column.DIRECTOR)
    assert planned.lines[0].was.get(Column.SURNAME) == case_file.subject.surname
    assert planned.lines[0].was.get(Column.GOAL, "") == case_file.goal
    told = change_words(planned.lines[0])
    assert told[0].endswith(f": {case_file.subject.surname} → Verzonnen-Nieuw")
    now = chamber.case("D26-0001")
    assert now.subject == replace(case_file.subject, surname="Verzonnen-Nieuw")
    assert (now.goal, now.director, now.coordinator) == ("nieuw doel", chamber.person("Cor"), case_file.coordinator)
    assert chamber.vault.life.events(now.id) == events
    assert all_same(plan(chamber.vault, ListKind.CASES, headings, line))


def test_partners_and_their_people_come_in_and_change(chamber: "Chamber") -> None:
    """A partner is found by its short name, a professional by organisation and name."""
    taken(chamber.vault, ListKind.PARTNERS, ("Afkorting", "Soort"), ("Veilig Thuis", "veilig thuis"), ("ggz", "ggz"))
    assert chamber.partner("Veilig Thuis").name == "Veilig Thuis"
    assert [one.short for one in chamber.vault.register.directory().partners].count("GGZ") == 1
    people = ("Organisatie", "Naam", "Functie", "Actief")
    planned = taken(
        chamber.vault, ListKind.PROFESSIONALS, people, ("Politie", "Piet", "wijkagent", "nee"), ("GGZ", "Nieuw", "", "")
    )
    assert [line.verdict for line in planned.lines] == [Verdict.CHANGED, Verdict.NEW]
    piet = chamber.person("Piet")
    assert (piet.function, piet.active) == ("wijkagent", False)
    assert chamber.person("Nieuw") == Professional(chamber.person("Nieuw").id, "Nieuw", "", chamber.partner("GGZ"))


CONTACTS = ("Casusnummer", "Datum", "Soort", "Bron", "Toelichting", "Onjuist sinds", "Waarom onjuist")


def test_a_police_contact_is_never_overwritten(chamber: "Chamber") -> None:
    """A contact that a list tells otherwise is marked as wrong and stays readable beside the new one."""
    line = ("D26-0001", "1-10-2026", "overlast", "BVH", "lawaai", "", "")
    taken(chamber.vault, ListKind.POLICE, CONTACTS, line)
    other = (*line[:4], "vernieling", "", "")
    taken(chamber.vault, ListKind.POLICE, CONTACTS, other)
    contacts = chamber.vault.police.facts(chamber.case("D26-0001").id).contacts
    assert sorted((one.note, one.stands) for one in contacts) == [("lawaai", False), ("vernieling", True)]
    assert all_same(plan(chamber.vault, ListKind.POLICE, CONTACTS, other))
    assert all_same(plan(chamber.vault, ListKind.POLICE, CONTACTS, line))
    assert all_same(out_and_in(chamber.vault, ListKind.POLICE))


def test_a_list_can_mark_a_contact_as_wrong(chamber: "Chamber") -> None:
    """A list that says since when and why a contact is wrong marks it so, and adds none."""
    case_id = chamber.case("D26-0001").id
    contact = PoliceContact(0, date(2026, 10, 1), PoliceContactKind.NUISANCE, True, "BVH")
    chamber.vault.police_desk.add(case_id, contact)
    line = ("D26-0001", "1-10-2026", "overlast", "BVH", "", "2-11-2026", "ander persoon")
    taken(chamber.vault, ListKind.POLICE, CONTACTS, line)
    (now,) = chamber.vault.police.facts(case_id).contacts
    assert (now.wrong_on, now.wrong_reason) == (date(2026, 11, 2), "ander persoon")


def test_radicalisation_comes_in_for_who_is_admitted_only(chamber: "Chamber") -> None:
    """Who is not admitted to the approach imports no case of it, exports none, and is not told what is there."""
    line = ("D25-0009", "radicalisering", "R. Proef", "", "2-3-2025", "", "", "", "")
    planned = plan(chamber.vault, ListKind.CASES, CASES, line)
    assert [one.kind for one in planned.lines[0].problems] == [ProblemKind.NOT_ADMITTED]
    case_file = CaseFile(
        0, "D25-0009", Approach.RADICALISATION, Phase.REFERRED, Subject("R.", "", "Proef"), date(2025, 3, 2)
    )
    chamber.vault.keep.add_case(case_file)
    other = plan(chamber.vault, ListKind.CASES, CASES, ("d25-0009", *NEW[1:]))
    assert [one.kind for one in other.lines[0].problems] == [ProblemKind.CLOSED_TO_YOU]
    refs = [row[0] for row in chamber.vault.exports.rows(ListKind.CASES)]
    assert refs == ["D26-0001", "D26-0002", "D26-0003", "D26-0004"]


def test_radicalisation_goes_out_only_when_it_is_asked_for(chamber: "Chamber") -> None:
    """Stb. 2025, 78: also who is admitted takes these cases and their contacts along by an explicit choice alone."""
    vault = chamber.vault
    vault.rule.admit(Approach.RADICALISATION, chamber.vault.desk.slot_id)
    person = Subject("R.", "", "Proef")
    vault.keep.add_case(CaseFile(0, "D25-0009", Approach.RADICALISATION, Phase.REFERRED, person, date(2025, 3, 2)))
    taken(vault, ListKind.POLICE, CONTACTS, ("D25-0009", "1-4-2025", "overlast", "BVH", "", "", ""))
    for kind in (ListKind.CASES, ListKind.POLICE):
        assert "D25-0009" not in {row[0] for row in vault.exports.rows(kind)}
        assert "D25-0009" in {row[0] for row in vault.exports.rows(kind, radicalisation=True)}
    assert vault.exports.radicalisation() == 1


def test_a_shielded_case_is_in_no_file(chamber: "Chamber") -> None:
    """What was shielded after closing goes to nobody, and its police contacts neither."""
    taken(chamber.vault, ListKind.CASES, CASES, CLOSED)
    taken(chamber.vault, ListKind.POLICE, CONTACTS, ("D25-0002", "1-4-2025", "overlast", "BVH", "", "", ""))
    assert len(list(chamber.vault.exports.rows(ListKind.POLICE))) == 1
    (case_id,) = (row[0] for row in chamber.sql("SELECT id FROM case_file WHERE ref = 'D25-0002'"))
    before = chamber.vault.exports.shielded()
    chamber.vault.lives.add(case_id, CaseEvent(EventKind.SHIELDED, date(2026, 11, 1)))
    assert "D25-0002" not in {row[0] for row in chamber.vault.exports.rows(ListKind.CASES)}
    assert list(chamber.vault.exports.rows(ListKind.POLICE)) == []
    assert chamber.vault.exports.shielded() == before + 1
    planned = plan(chamber.vault, ListKind.POLICE, CONTACTS, ("D25-0002", "1-5-2025", "overlast", "BVH", "", "", ""))
    assert [one.kind for one in planned.lines[0].problems] == [ProblemKind.CLOSED_TO_YOU]


@pytest.mark.parametrize("stage", ["register", "final"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("kind", ListKind)
def test_an_export_comes_back_as_the_same(at: "At", stage: str, kind: ListKind, suffix: str) -> None:
    """Every line of every list that goes out is the same when it comes in again."""
    vault = at(stage).vault
    assert all_same(out_and_in(vault, kind, suffix))


TEXT = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("=+-@'\t\r\n;,\"|/_x0041_ \u00a0\u202e")), max_size=15
)
NAME = TEXT.filter(lambda text: bool(readable(text)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(given_names=TEXT, surname=NAME, goal=TEXT, source=NAME, note=TEXT, short=NAME, name=NAME, function=TEXT)
def test_any_text_comes_back_as_the_same(  # noqa: PLR0917 - a text in every field
    vault: Vault,
    given_names: str,
    surname: str,
    goal: str,
    source: str,
    note: str,
    short: str,
    name: str,
    function: str,
) -> None:
    """Whatever stands in a field of a case, contact, partner or professional, the export of it is the same."""
    number = sum(1 for _row in vault.exports.rows(ListKind.CASES)) + 1
    subject = Subject(given_names, "", surname)
    made = CaseFile(
        0, f"P26-{number:04}", Approach.PAD, Phase.REFERRED, subject, date(2026, 11, 1), Track.REGULAR, goal
    )
    case_file = vault.keep.add_case(made)
    contact = PoliceContact(0, date(2026, 11, 2), PoliceContactKind.OTHER, False, source, note)
    vault.police_desk.add(case_file.id, contact)
    directory = vault.register.directory()
    partner = replace(directory.partners[0], short=f"{number} {short}", name=name)
    partner = vault.keep.add_partner(partner)
    vault.keep.add_professional(Professional(0, name, function, partner))
    for kind in ListKind:
        for suffix in (".csv", ".xlsx"):
            found = out_and_in(vault, kind, suffix)
            assert all_same(found), [line for line in found.lines if line.verdict is not Verdict.SAME]


def test_an_export_is_in_the_log(vault: Vault) -> None:
    """The log knows which list went out, as which kind of file, with how many lines."""
    vault.imports.note_export(ListKind.CASES, ".csv", 4)
    line = vault.log.lines(1)[0]
    assert (line.act, line.detail) == (Act.EXPORTED, "cases .csv 4")


def test_a_file_on_disk_comes_in(vault: Vault, tmp_path: Path) -> None:
    """From a file in Windows text to cases in the vault."""
    from zvk_tui.documents.list_file import find_list

    path = tmp_path / "oud.csv"
    path.write_bytes("\r\n".join(";".join(row) for row in (CASES, NEW)).replace("rust", "café").encode("cp1252"))
    found = find_list(path, ListKind.CASES)
    vault.imports.apply(vault.imports.plan(found.columns, found.rows()))
    assert vault.register.find_cases("D25-0001")[0].goal == "café"
