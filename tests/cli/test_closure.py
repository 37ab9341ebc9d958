"""`zvk closure`: every live case with its verdict, for a reader and for a program."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.closure import ClosureFact, ClosureFactKind, Known
from zvk_tui.domain.log import Act
from zvk_tui.domain.police import PoliceContact
from zvk_tui.opening import now
from zvk_tui.store.vault import open_vault

REF = "D26-0042"


def cases(outcome: Any) -> dict[str, Any]:
    """Return what was printed for a program, by the number of the case."""
    assert outcome.code == 0
    return {one["case"]: one for one in json.loads(outcome.out)["cases"]}


def know(folder: Path, words: str, contact: date | None = None) -> date:
    """Let all be known of the case of the vault; return the day of the vault's clock."""
    vault = open_vault(folder, words, now)
    case_id = vault.register.find_cases(REF)[0].id
    today = vault.now().date()
    vault.police_desk.set_known(case_id, today, "Politie")
    vault.closure.tell(case_id, ClosureFact(ClosureFactKind.COACH_CONTACT, Known.NO, today, "PAD-coach"))
    if contact:
        vault.police_desk.add(case_id, PoliceContact(0, contact, PoliceContactKind.SUSPECT, True, "Politie"))
    vault.lock()
    return today


def test_a_program_gets_every_condition(on_vault: Any) -> None:
    """A case of which nothing is known has an unknown verdict, and each condition says that it is not known."""
    found = cases(on_vault("closure", "--json"))[REF]
    assert (found["approach"], found["verdict"], found["from"]) == ("pad", "unknown", None)
    assert [(one["name"], one["holds"]) for one in found["conditions"]][::2] == [
        ("police_known", None), ("coach_done", None),
    ]  # fmt: skip


def test_a_contact_is_waited_for(on_vault: Any, folder: Path, words: str) -> None:
    """The first day is named, and on that day, with information of that day, the case may close."""
    contact = now().date() - timedelta(days=10)
    today = know(folder, words, contact)
    found = cases(on_vault("closure", "--json"))[REF]
    assert found["verdict"] == "not_before"
    period = next(one for one in found["conditions"] if one["name"] == "period_over")
    assert (period["holds"], period["date"], period["source"]) == (False, found["from"], "Politie")
    assert date.fromisoformat(found["from"]) > today + timedelta(days=150)
    later = cases(on_vault("closure", "--json", "--on", found["from"]))[REF]
    assert later["verdict"] == "unknown"


@pytest.mark.parametrize("on", ["2026-02-31", "31-2-2026", "gisterochtend", "", "2026-13-01"])
def test_what_is_no_date_is_said(on_vault: Any, on: str) -> None:
    """A day that does not exist is refused in one sentence, before the passphrase is asked."""
    outcome = on_vault("closure", "--on", on)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert "--on is a date" in outcome.err


def test_a_reader_gets_a_table(on_vault: Any, folder: Path, words: str) -> None:
    """Without --json each case is a line: number, approach, verdict, day and what is in the way; never a name."""
    on = f"{know(folder, words):%d-%m-%Y}"
    outcome = on_vault("closure", "--on", on)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"checked on {on}" in outcome.out
    line = next(line for line in outcome.out.splitlines() if line.startswith(REF))
    assert "✓ may close" in line
    assert "03-09-2026" in line
    assert "Proefpersoon" not in outcome.out


def test_a_closed_approach_is_left_out(on_vault: Any, folder: Path, words: str) -> None:
    """Cases of radicalisation are in no file or table of who is not admitted."""
    vault = open_vault(folder, words, now)
    subject = Subject("Proef", "", "Geheim")
    new = CaseFile(0, "D26-0077", Approach.RADICALISATION, Phase.APPROACH, subject, date(2026, 3, 2))
    slot = vault.key_holders()[0].slot_id
    vault.rule.admit(Approach.RADICALISATION, slot)
    vault.keep.add_case(new)
    vault.lock()
    assert "D26-0077" in cases(on_vault("closure", "--json"))
    vault = open_vault(folder, words, now)
    with vault.desk.engine().begin() as connection:
        connection.exec_driver_sql("DELETE FROM admission")
    vault.lock()
    assert "D26-0077" not in on_vault("closure", "--json").out
    assert "D26-0077" not in on_vault("closure").out


def test_the_log_gets_a_line(on_vault: Any, folder: Path, words: str) -> None:
    """Printing the checks is recorded, with how many cases and nothing else."""
    on_vault("closure")
    vault = open_vault(folder, words, now)
    line = next(one for one in vault.log.lines(5) if one.act is Act.EXPORTED)
    vault.lock()
    assert line.detail == "closure 1"
