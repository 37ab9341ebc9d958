"""The vault as a whole: made, opened by one at a time, locked; keys with their lines; a full disk."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import zvk_tui
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.draft import Draft
from zvk_tui.domain.log import Act
from zvk_tui.domain.record import StatementKind
from zvk_tui.errors import CouldNotWrite, Refused, VaultInUse, VaultLocked, VaultRefused, WrongPassphrase, ZvkError
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.kdf import KdfCost
from zvk_tui.store.vault import Vault, create_vault, open_vault, open_with

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

OTHER = "nog drie andere woorden"
READS: "tuple[Callable[[Vault], object], ...]" = (
    lambda v: v.meetings.agenda(1),
    lambda v: v.meetings.at_hand(),
    lambda v: v.cards.get(1),
    lambda v: v.records.minutes(1),
    lambda v: v.todays.lines(v.now().date()),
    lambda v: v.register.directory(),
    lambda v: v.register.find_cases(""),
    lambda v: v.log.lines(),
    lambda v: v.settings.get(),
    lambda v: v.drafts.place(),
    lambda v: v.settle.obstacles(1),
    lambda v: v.undo(),
    lambda v: v.new_recovery(),
    lambda v: v.add_slot("Ander", OTHER),
    lambda v: v.change_passphrase("a", OTHER),
)


def unlocked(chamber: "Chamber", passphrase: str) -> Vault:
    """Open a locked vault with a passphrase, and nothing else."""
    folder = chamber.vault.folder
    return open_with(folder, folder.read_keys().unlock(passphrase), chamber.clock)


def fill_disk(chamber: "Chamber", pages: int = 0) -> None:
    """Let the file of the vault grow by no more than some pages."""
    size = chamber.sql("PRAGMA page_count")[0][0]
    chamber.sql(f"PRAGMA max_page_count = {size + pages}")


def make_room(chamber: "Chamber") -> None:
    """Let the file of the vault grow again."""
    chamber.sql("PRAGMA max_page_count = 1000000")


def acts(chamber: "Chamber") -> list[Act]:
    """Return what the log says, newest first."""
    return [line.act for line in chamber.vault.log.lines(3)]


def test_a_locked_vault_gives_nothing(at: "At") -> None:
    """After locking, every way to read says so and gives nothing."""
    chamber = at("running")
    chamber.vault.lock()
    for read in READS:
        with pytest.raises(VaultLocked):
            read(chamber.vault)


def test_locking_twice_does_no_harm(at: "At") -> None:
    """A second lock, by the clock or by hand, changes nothing."""
    chamber = at("running")
    chamber.vault.lock()
    before = chamber.files()
    chamber.vault.lock()
    assert chamber.files() == before


def test_a_locked_vault_is_one_file(at: "At") -> None:
    """After locking all records are in one file: whoever copies it has everything."""
    chamber = at("running")
    chamber.vault.looking.searched(0)
    assert "cases.db-wal" in chamber.files()
    chamber.vault.lock()
    assert sorted(chamber.files()) == ["backups/keys.json", "cases.db", "keys.json", "lock"]


def test_a_vault_opens_as_it_was_locked(at: "At") -> None:
    """After unlocking every row is there as it was."""
    chamber = at("running")
    before = chamber.content()
    assert chamber.reopened().content() == before


def test_a_wrong_passphrase_touches_nothing(at: "At") -> None:
    """A wrong passphrase is refused in a sentence, and every file of the vault is byte for byte the same."""
    chamber = at("running")
    chamber.vault.lock()
    before = chamber.files()
    for words in ("vier losse woorde", "", "VIER LOSSE WOORDEN"):
        with pytest.raises(WrongPassphrase):
            open_vault(chamber.vault.folder.path, words, chamber.clock)
    assert chamber.files() == before


def test_a_vault_is_opened_once_at_a_time(at: "At") -> None:
    """A second opening is refused while the first lasts, changes nothing, and works after the lock."""
    chamber = at("running")
    before = chamber.content(logs=True)
    with pytest.raises(VaultInUse):
        unlocked(chamber, chamber.words)
    assert chamber.content(logs=True) == before
    chamber.vault.lock()
    chamber.vault = unlocked(chamber, chamber.words)


def test_no_vault_is_a_sentence(tmp_path: Path, at: "At") -> None:
    """A folder without a vault is refused, and nothing is made in it."""
    with pytest.raises(VaultRefused):
        open_vault(tmp_path / "none.zvk", "vier losse woorden", at("register").clock)
    assert not (tmp_path / "none.zvk").exists()


def test_nothing_typed_is_readable_in_the_files(at: "At") -> None:
    """A word that was typed is in no file of the vault, open or locked."""
    chamber = at("running")
    word = "Vliegdennenlaan"
    chamber.entries.add_decision(chamber.item("D26-0001"), word, word, None)
    chamber.vault.drafts.keep(Draft("note", word))
    assert not any(word.encode() in content for content in chamber.files().values())
    chamber.vault.lock()
    assert not any(word.encode() in content for content in chamber.files().values())


def test_a_vault_is_not_made_over_another(at: "At") -> None:
    """Where there is a vault none is made, and the one that is there stays byte for byte."""
    chamber = at("running")
    chamber.vault.lock()
    before = chamber.files()
    with pytest.raises(VaultRefused):
        create_vault(chamber.vault.folder.path, ChamberSettings(), "Ander", OTHER, chamber.clock, chamber.cheap)
    assert chamber.files() == before


def test_a_vault_made_meanwhile_is_not_made_over(at: "At", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program makes a vault there while the key is derived, that one stays."""
    chamber = at("running")
    chamber.vault.lock()
    made = tmp_path / "new.zvk"

    def make_meanwhile(self: VaultFolder) -> None:
        chamber.vault.folder.path.rename(made)

    monkeypatch.setattr(VaultFolder, "make", make_meanwhile)
    before = chamber.files()
    with pytest.raises(VaultRefused):
        create_vault(made, ChamberSettings(), "Ander", OTHER, chamber.clock, chamber.cheap)
    assert {path: (made / path).read_bytes() for path in before} == before


@pytest.mark.parametrize("fails", ["settings", "tables", "line"])
def test_a_vault_that_could_not_be_made_leaves_nothing(
    at: "At", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """Whatever goes wrong while a vault is made, no half vault is left, and it can be made at the second try."""
    path, clock, cheap = tmp_path / "new.zvk", at("register").clock, at("register").cheap
    settings = ChamberSettings(lock_after_minutes=0) if fails == "settings" else ChamberSettings()

    def full(*_arguments: object, **_named: object) -> None:
        raise CouldNotWrite("full")

    with monkeypatch.context() as broken:
        if fails == "tables":
            broken.setattr("zvk_tui.store.schema.migrate", full)
        if fails == "line":
            broken.setattr("zvk_tui.store.desk.Desk.writing", full)
        with pytest.raises(ZvkError):
            create_vault(path, settings, "Voorzitter", OTHER, clock, cheap)
    assert not VaultFolder(path).exists()
    create_vault(path, ChamberSettings(), "Voorzitter", OTHER, clock, cheap).lock()


def test_another_person_gets_a_slot(at: "At") -> None:
    """A second person opens the vault with a passphrase of their own, and the log says that a slot was added."""
    chamber = at("register")
    chamber.vault.add_slot("Plaatsvervanger", OTHER, chamber.cheap)
    assert acts(chamber)[0] is Act.SLOT_ADDED
    assert chamber.vault.holders() == ("Voorzitter", "Plaatsvervanger")
    assert chamber.reopened(OTHER).vault.who == "Plaatsvervanger"
    assert chamber.vault.verify() == ()


def test_a_passphrase_is_changed(at: "At") -> None:
    """The new passphrase opens the vault, the old one does not, and the log says that it was changed."""
    chamber = at("register")
    chamber.vault.change_passphrase(chamber.words, OTHER, chamber.cheap)
    assert acts(chamber)[0] is Act.PASSPHRASE_CHANGED
    chamber.vault.lock()
    with pytest.raises(WrongPassphrase):
        unlocked(chamber, chamber.words)
    chamber.vault = unlocked(chamber, OTHER)


def test_a_passphrase_is_not_changed_without_the_old_one(at: "At") -> None:
    """Who does not know the present passphrase changes nothing, and no line says otherwise."""
    chamber = at("register")
    before = chamber.files()
    with pytest.raises(WrongPassphrase):
        chamber.vault.change_passphrase("niet de goede", OTHER, chamber.cheap)
    assert chamber.files() == before


def test_a_recovery_key_counts_once_it_was_retyped(at: "At", monkeypatch: pytest.MonkeyPatch) -> None:
    """A recovery key that is not typed over right is not kept; retyped, it opens the vault without a passphrase."""
    chamber = at("register")
    monkeypatch.setattr(KdfCost, "FLOOR", chamber.cheap)
    ring, key = chamber.vault.new_recovery()
    _other, wrong = chamber.vault.new_recovery()
    before = chamber.files()
    assert not chamber.vault.keep_recovery(ring, wrong)
    assert chamber.files() == before
    assert chamber.vault.keep_recovery(ring, key)
    assert acts(chamber)[0] is Act.RECOVERY_MADE
    chamber.vault.lock()
    folder = chamber.vault.folder
    chamber.vault = open_with(folder, folder.read_keys().unlock_recovery(key), chamber.clock)
    assert chamber.vault.log.lines(1)[0].who == "herstelsleutel"


def test_keys_and_their_line_change_together(at: "At") -> None:
    """When the line cannot be written the passphrase is not changed either: the one that was right still is."""
    chamber = at("register")
    before = chamber.content(logs=True)
    chamber.sql("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(ZvkError):
        chamber.vault.change_passphrase(chamber.words, OTHER, chamber.cheap)
    chamber.sql("DROP TRIGGER full")
    assert chamber.content(logs=True) == before
    chamber.reopened()


def test_a_line_is_not_written_for_keys_that_were_not(at: "At", monkeypatch: pytest.MonkeyPatch) -> None:
    """When the key file cannot be written both copies of it and the log are as they were."""
    chamber = at("register")
    lines, keys = chamber.content("audit"), chamber.vault.folder.read_keys()
    write = VaultFolder.write_keys
    tries: list[int] = []

    def fails_once(self: VaultFolder, ring: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            self.keys_copy.write_text("{}", encoding="utf-8")
            raise CouldNotWrite("full")
        write(self, ring)  # type: ignore[arg-type]

    monkeypatch.setattr(VaultFolder, "write_keys", fails_once)
    with pytest.raises(CouldNotWrite):
        chamber.vault.add_slot("Plaatsvervanger", OTHER, chamber.cheap)
    assert chamber.content("audit") == lines
    assert chamber.vault.folder.read_keys() == keys
    assert chamber.vault.folder.keys_copy.read_text() == chamber.vault.folder.keys.read_text()


def test_a_slot_that_is_too_cheap_is_made_anew(at: "At", monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening with the passphrase of a slot below today's floor makes it anew, and the log says so."""
    chamber = at("register")
    chamber.vault.lock()
    monkeypatch.setattr(KdfCost, "FLOOR", KdfCost(memory_kib=64, passes=1, lanes=1))
    monkeypatch.setattr(KdfCost, "tuned", lambda: KdfCost.FLOOR)
    chamber.vault = open_vault(chamber.vault.folder.path, chamber.words, chamber.clock)
    assert acts(chamber)[:2] == [Act.PASSPHRASE_CHANGED, Act.VAULT_OPENED]
    assert not chamber.vault.folder.read_keys().slots[0].needs_upgrade


def test_an_opening_that_fails_at_the_end_leaves_the_vault_free(at: "At", monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last step of opening fails the vault is not half open: the next try is not told that it is in use."""
    chamber = at("register")
    chamber.vault.lock()
    with monkeypatch.context() as broken:
        broken.setattr(Vault, "change_passphrase", lambda *_arguments: chamber.vault.desk.engine())
        with pytest.raises(VaultLocked):
            open_vault(chamber.vault.folder.path, chamber.words, chamber.clock)
    chamber.vault = unlocked(chamber, chamber.words)


FILLS: "dict[str, Callable[[Chamber], object]]" = {
    "decision": lambda c: c.entries.add_decision(c.item("D26-0001"), "x" * 19_000, "y" * 19_000, None),
    "contribution": lambda c: c.entries.change_contribution(c.said, c.owner("GGZ"), StatementKind.FACT, "x" * 19_000),
    "draft": lambda c: c.vault.drafts.keep(Draft("note", "x" * 100_000)),
    "settings": lambda c: c.keep.remember_folder("x" * 19_000),
}


@pytest.mark.parametrize("fills", FILLS)
def test_a_full_disk_loses_nothing(at: "At", fills: str) -> None:
    """On a full disk a write is refused in a sentence and nothing of it is there; with room again it works."""
    chamber = at("running")
    before = chamber.content(logs=True)
    for room in (0, 1, 2):
        fill_disk(chamber, room)
        with pytest.raises(CouldNotWrite):
            FILLS[fills](chamber)
        assert chamber.content(logs=True) == before
    make_room(chamber)
    FILLS[fills](chamber)
    assert chamber.content(logs=True) != before
    assert chamber.vault.verify() == ()


def test_a_full_disk_freezes_no_half_minutes(at: "At") -> None:
    """Finalising writes many rows: wherever the disk is full on the way, none of them is there."""
    chamber = at("settling")
    for _ in range(2):
        FILLS["decision"](chamber)
    before = chamber.content(logs=True)
    for room in range(40):
        fill_disk(chamber, room)
        try:
            chamber.settle.finalise(chamber.meeting)
        except CouldNotWrite:
            assert chamber.content(logs=True) == before
        else:
            break
    assert 10 < room < 39
    assert chamber.vault.verify() == ()


def test_a_refusal_does_not_stop_the_vault(at: "At") -> None:
    """After a refused act the next one works, and the line of the log follows the one before."""
    chamber = at("running")
    with pytest.raises(Refused):
        chamber.entries.add_decision(chamber.item("D26-0001"), "", "", None)
    chamber.entries.add_decision(chamber.item("D26-0001"), "wel iets", "", None)
    assert chamber.vault.verify() == ()


OPENS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import open_with
folder = VaultFolder(Path(sys.argv[1]))
vault = open_with(folder, folder.read_keys().unlock(sys.argv[2]), lambda: datetime.now(UTC))
vault.todays.lines(vault.now().date())
vault.lock()
print(*(name for name in sys.modules if name.split(".")[0] in {"alembic", "mako", "textual"}))
"""


def test_a_vault_that_is_up_to_date_opens_without_alembic(at: "At") -> None:
    """Opening a vault with nothing to migrate loads neither Alembic nor a screen, and prints nothing to stderr."""
    chamber = at("running")
    chamber.vault.lock()
    finished = subprocess.run(
        [sys.executable, "-c", OPENS, str(chamber.vault.folder.path), chamber.words],
        capture_output=True, text=True, check=False, timeout=60, cwd=Path(zvk_tui.__file__).parents[1],
    )  # fmt: skip
    assert (finished.returncode, finished.stdout.strip(), finished.stderr) == (0, "", "")
