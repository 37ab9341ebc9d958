"""Verify: whatever does not hold in a vault is said, and what holds is not."""

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from zvk_tui.errors import VaultLocked
from zvk_tui.store.verify import Check, Finding

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

STAGES = ("register", "between", "preparing", "running", "settling", "final")
PAGE = 4096


def flip(chamber: "Chamber", page: int) -> None:
    """Change one bit of a page of the locked vault."""
    path = chamber.vault.folder.database
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE + 500] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("stage", STAGES)
def test_a_whole_vault_has_no_findings(at: "At", stage: str) -> None:
    """At every stage of a meeting, and after a lock, everything holds."""
    assert at(stage).reopened().vault.verify() == ()


def test_checking_changes_nothing(at: "At") -> None:
    """Checking is reading: no row and no line of the log is written."""
    chamber = at("final")
    before = chamber.content(logs=True)
    chamber.vault.verify()
    assert chamber.content(logs=True) == before


def test_a_damaged_page_is_named(at: "At") -> None:
    """One flipped bit is found, with its page; the log and the minutes are then not judged by damaged pages."""
    chamber = at("final")
    chamber.sql("UPDATE audit SET hash = 'x' WHERE id = 3")
    last = chamber.sql("PRAGMA page_count")[0][0]
    root = chamber.sql("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_chair_note_2'")[0][0]
    assert 1 < root <= last
    chamber.vault.lock()
    flip(chamber, root)
    found = chamber.reopened().vault.verify()
    assert [finding.check for finding in found] == [Check.FILE]
    assert str(root) in found[0].where


def test_a_loose_reference_is_named(at: "At") -> None:
    """A record that points to nothing is found, without saying what is in it."""
    chamber = at("final")
    driver = chamber.vault.desk.engine().raw_connection().driver_connection
    assert isinstance(driver, dbapi2.Connection)
    driver.execute("PRAGMA foreign_keys = OFF")
    driver.execute("DELETE FROM partner WHERE short = 'GGZ'")
    found = chamber.vault.verify()
    assert {finding.check for finding in found} == {Check.FILE}
    assert any("contribution" in finding.where for finding in found)
    assert "komt elke week" not in repr(found)


def test_log_and_minutes_are_both_told(at: "At") -> None:
    """Checking does not stop at the first thing it finds."""
    chamber = at("final")
    chamber.sql("UPDATE audit SET who = 'iemand' WHERE id = 3")
    chamber.sql("UPDATE finalisation SET fingerprint = 'x' WHERE id = 1")
    assert chamber.vault.verify() == (Finding(Check.LOG, "3"), Finding(Check.MINUTES, "1"))


def test_a_locked_vault_is_not_checked(at: "At") -> None:
    """Without the key there is nothing to say about a vault."""
    chamber = at("register")
    chamber.vault.lock()
    with pytest.raises(VaultLocked):
        chamber.vault.verify()
