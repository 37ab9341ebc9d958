"""Drafts: what is being typed survives a lock, a crash and a pulled plug."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import zvk_tui
from zvk_tui.domain.draft import Draft
from zvk_tui.errors import Refused, VaultLocked

if TYPE_CHECKING:
    from tests.store.conftest import At

TYPED = "Vliegdennenlaan, en toen"


def test_a_draft_comes_back_as_it_was_typed(at: "At") -> None:
    """Text, cursor and item of a field are given back, spaces, line ends and odd signs included."""
    chamber = at("running")
    draft = Draft("contribution/1", "  half\n[b] 😀 \u202e\t ", 3, chamber.item("D26-0001"))
    chamber.vault.drafts.keep(draft)
    assert chamber.vault.drafts.get("contribution/1") == draft
    assert chamber.vault.drafts.of_item(chamber.item("D26-0001")) == (draft,)
    assert chamber.vault.drafts.of_item(chamber.item("D26-0003")) == ()


def test_the_newest_text_of_a_field_counts(at: "At") -> None:
    """A field has one draft; an empty text is none."""
    drafts = at("running").vault.drafts
    drafts.keep(Draft("search", "een"))
    drafts.keep(Draft("search", "een twee", 8))
    assert drafts.get("search") == Draft("search", "een twee", 8)
    drafts.keep(Draft("search", ""))
    assert drafts.get("search") is None


def test_what_was_entered_is_forgotten(at: "At") -> None:
    """Forgetting takes out the fields that are named and no other; one that is not there does no harm."""
    drafts = at("running").vault.drafts
    for key in ("a", "b", "c"):
        drafts.keep(Draft(key, "tekst"))
    drafts.forget("a", "c", "d")
    assert [drafts.get(key) is not None for key in ("a", "b", "c")] == [False, True, False]


def test_the_place_is_remembered(at: "At") -> None:
    """After a lock the app knows where the user was; at first that is nowhere."""
    chamber = at("register")
    assert chamber.vault.drafts.place() == ""
    chamber.vault.drafts.keep_place("meeting")
    chamber.vault.drafts.keep_place("today")
    assert chamber.reopened().vault.drafts.place() == "today"


def test_a_lock_loses_no_draft(at: "At") -> None:
    """What was kept before a lock is there after it."""
    chamber = at("running")
    chamber.vault.drafts.keep(Draft("search", TYPED))
    assert chamber.reopened().vault.drafts.get("search") == Draft("search", TYPED)


def test_a_locked_vault_keeps_and_gives_nothing(at: "At") -> None:
    """Once locked, a draft can be neither read nor written."""
    chamber = at("running")
    chamber.vault.lock()
    with pytest.raises(VaultLocked):
        chamber.vault.drafts.keep(Draft("search", TYPED))
    with pytest.raises(VaultLocked):
        chamber.vault.drafts.get("search")


def test_a_pasted_megabyte_is_kept(at: "At") -> None:
    """A field that holds far too much still loses nothing; only entering it is refused."""
    drafts = at("running").vault.drafts
    drafts.keep(Draft("note", "x" * 1_000_000))
    found = drafts.get("note")
    assert found is not None
    assert len(found.text) == 1_000_000


def test_half_a_sign_is_refused_in_a_sentence(at: "At") -> None:
    """A sign that no file can hold is refused; what was kept before stays."""
    drafts = at("running").vault.drafts
    drafts.keep(Draft("note", "goed"))
    with pytest.raises(Refused):
        drafts.keep(Draft("note", "fout \ud800"))
    assert drafts.get("note") == Draft("note", "goed")


def test_a_text_at_an_item_that_is_gone_is_refused_in_a_sentence(at: "At") -> None:
    """A text typed at an item that was taken off the agenda meanwhile is not put elsewhere."""
    with pytest.raises(Refused):
        at("running").vault.drafts.keep(Draft("note", TYPED, 0, 999))


KEEPS_AND_WAITS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from zvk_tui.domain.draft import Draft
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import open_with
folder = VaultFolder(Path(sys.argv[1]))
vault = open_with(folder, folder.read_keys().unlock(sys.argv[2]), lambda: datetime.now(UTC))
vault.drafts.keep(Draft("contribution", sys.argv[3], 7))
print("kept", flush=True)
sys.stdin.read()
"""


def test_a_kept_draft_survives_a_kill(at: "At") -> None:
    """The process is killed the moment it says that the text is kept: the text is there, and the vault is whole."""
    chamber = at("running")
    chamber.vault.lock()
    arguments = (sys.executable, "-c", KEEPS_AND_WAITS, str(chamber.vault.folder.path), chamber.words, TYPED)
    root = Path(zvk_tui.__file__).parents[1]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == "kept\n"
        typing.kill()
    assert chamber.reopened().vault.drafts.get("contribution") == Draft("contribution", TYPED, 7)
    assert chamber.vault.verify() == ()
