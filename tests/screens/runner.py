"""The app as a process of its own, on a vault of the tests: unlocked at once, on the day of the demo."""

import sys
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic

from zvk_tui.app import ZvkApp
from zvk_tui.demo.build import PASSPHRASE
from zvk_tui.i18n import use_language
from zvk_tui.settings import Settings
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import Vault, open_with

STARTED = monotonic()


def clock() -> datetime:
    """Return a moment of the day of the demo: a clock that runs, and began shortly before the meeting."""
    return datetime(2026, 11, 23, 13, 28).astimezone() + timedelta(seconds=monotonic() - STARTED)


def main(path: Path) -> None:
    """Open the app on the vault at `path`; its cheap key slot is left as it is."""
    use_language("nl")
    folder = VaultFolder(path)

    def opener(typed: str) -> Vault:
        return open_with(folder, folder.read_keys().unlock(typed), clock)

    app = ZvkApp(path, opener, Settings(), None, PASSPHRASE)
    app.run()
    raise SystemExit(app.return_code)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
