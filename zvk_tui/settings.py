"""The few settings that are needed before a vault is open: language, looks, the vault of last time.

This file lies unencrypted beside the app. It holds nothing about persons, and nothing about locking: auto-lock is set
inside the vault, so that a lost or edited file can never turn it off.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final, Self

from zvk_tui.errors import CouldNotWrite
from zvk_tui.i18n import LANGUAGES

THEME_NAMES: Final = ("zvk-dark", "zvk-light")
"""The names of our own looks; the first is the default."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the app remembers from one start to the next."""

    language: str = LANGUAGES[0]
    theme: str = THEME_NAMES[0]
    last_vault: Path | None = None
    """The vault folder that was opened last; the unlock screen proposes it."""

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the settings; a missing, unreadable or broken file or value counts as its default."""
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return cls()
        return cls._from_json(kept) if isinstance(kept, dict) else cls()

    @classmethod
    def _from_json(cls, kept: dict[str, object]) -> Self:
        default = cls()
        language, theme, vault = kept.get("language"), kept.get("theme"), kept.get("last_vault")
        return cls(
            language=str(language) if language in LANGUAGES else default.language,
            theme=str(theme) if theme in THEME_NAMES else default.theme,
            last_vault=Path(vault) if isinstance(vault, str) and vault and "\0" not in vault else None,
        )

    def save(self, path: Path) -> None:
        """Write the settings in one step, and make their folder if it is missing.

        Raises:
            CouldNotWrite: when the folder refuses it; what was there is as it was.
        """
        text = json.dumps(asdict(self), default=str, indent=2) + "\n"
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_through(unfinished, text)
            unfinished.replace(path)
        except OSError as error:
            _remove_leftover(unfinished)
            raise CouldNotWrite(
                "The settings could not be saved in {folder}. The earlier settings stay as they were.",
                folder=path.parent,
            ) from error


def _write_through(path: Path, text: str) -> None:
    """Write `text` and wait until the disk has it, so that a flat battery leaves no empty file."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _remove_leftover(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return  # the folder refuses this as well, or is no folder; the error on its way says so
