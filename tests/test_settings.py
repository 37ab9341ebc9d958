"""Settings and places outside the vault: harmless when broken, written whole or not at all."""

import json
import sys
from pathlib import Path

import pytest

from zvk_tui import locations
from zvk_tui.errors import CouldNotWrite
from zvk_tui.settings import Settings

BROKEN = [
    "",
    "{",
    "[]",
    "null",
    "7",
    '"nl"',
    '{"language": 7, "theme": [], "last_vault": {}}',
    '{"last_vault": "\\u0000"}',
    "[" * 100_000,
]


def test_settings_return_as_they_were_saved(tmp_path: Path) -> None:
    """What was chosen is chosen again at the next start."""
    chosen = Settings(language="en", theme="zvk-light", last_vault=tmp_path / "Kamer Voorbeeld.zvk")
    chosen.save(tmp_path / "new" / "settings.json")
    assert Settings.load(tmp_path / "new" / "settings.json") == chosen


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    """A first start speaks Dutch, in the dark look, without a vault."""
    assert Settings.load(tmp_path / "none.json") == Settings("nl", "zvk-dark", None)


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:12] or "empty")
def test_a_broken_file_is_never_fatal(tmp_path: Path, text: str) -> None:
    """Whatever the file holds, the app starts with its defaults."""
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert Settings.load(file) == Settings()


def test_bytes_that_are_no_text_are_never_fatal(tmp_path: Path) -> None:
    """A file of random bytes, or a folder in its place, counts as no settings."""
    file = tmp_path / "settings.json"
    file.write_bytes(bytes(range(256)))
    assert Settings.load(file) == Settings.load(tmp_path) == Settings()


def test_one_wrong_value_leaves_the_others(tmp_path: Path) -> None:
    """An unknown language or look falls back by itself; the rest of the file still counts."""
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "fy", "theme": "nord", "last_vault": "kamer.zvk"}), encoding="utf-8")
    assert Settings.load(file) == Settings(last_vault=Path("kamer.zvk"))


def test_settings_hold_nothing_about_locking_or_persons() -> None:
    """Only language, look and last vault lie outside the vault: a deleted file can never turn a lock off."""
    assert set(Settings.__dataclass_fields__) == {"language", "theme", "last_vault"}


def test_a_failed_save_leaves_the_earlier_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full halfway says so in a sentence; the old file stays and no half file lies beside it."""
    file = tmp_path / "settings.json"
    Settings(language="en").save(file)

    def full(_descriptor: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CouldNotWrite, match="konden niet worden bewaard"):
        Settings(language="nl").save(file)
    assert Settings.load(file).language == "en"
    assert [found.name for found in tmp_path.glob("settings*")] == ["settings.json"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """A file where the folder should be is refused with a sentence, not with a traceback."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(CouldNotWrite):
        Settings().save(tmp_path / "taken" / "settings.json")


def test_one_folder_can_hold_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ZVK_HOME` keeps settings, vaults and demo together: a stick, or a laptop without rights."""
    monkeypatch.setenv("ZVK_HOME", str(tmp_path))
    assert locations.config_file() == tmp_path / "settings.json"
    assert locations.default_vaults_folder() == tmp_path / "vaults"
    assert locations.demo_folder() == tmp_path / "demo"


@pytest.mark.parametrize("value", ["", "  "])
def test_without_zvk_home_the_system_says_where(home: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """Otherwise everything lies in the user's own folders, and an empty variable counts as none."""
    monkeypatch.setenv("ZVK_HOME", value)
    places = (locations.config_file(), locations.default_vaults_folder(), locations.demo_folder())
    assert all("zvk" in place.parts for place in places)
    if sys.platform == "linux":
        assert all(place.is_relative_to(home) for place in places)


def test_zvk_home_may_be_relative_or_start_with_a_tilde(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A place is always absolute, so that a later change of folder cannot split a vault in two."""
    monkeypatch.setenv("ZVK_HOME", "~/stick")
    assert locations.demo_folder() == home / "stick" / "demo"
    monkeypatch.chdir(home)
    monkeypatch.setenv("ZVK_HOME", "stick")
    assert locations.demo_folder() == home / "stick" / "demo"
