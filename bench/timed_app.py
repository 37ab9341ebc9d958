"""The real app on a real vault, which also writes down when the key was derived.

`python -m bench.timed_app VAULT STAMPS`: two lines are written to the file STAMPS, the monotonic seconds at which
the derivation of the key began and ended.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from unittest.mock import patch

from zvk_tui import opening
from zvk_tui.commands import open_app

if TYPE_CHECKING:
    from zvk_tui.store.kdf import KdfCost
    from zvk_tui.store.vault import Vault


def stamping(opened: Callable[[str], "Vault"], stamps: Path) -> Callable[[str], "Vault"]:
    """Return what opens the vault in the same way, and writes down when Argon2id ran."""

    def stamped(passphrase: str) -> "Vault":
        from zvk_tui.store.kdf import KdfCost

        derive = KdfCost.derive

        def timed(cost: "KdfCost", secret: bytes, salt: bytes) -> bytearray:
            begin = monotonic()
            key = derive(cost, secret, salt)
            stamps.write_text(f"{begin}\n{monotonic()}\n", encoding="utf-8")
            return key

        with patch.object(KdfCost, "derive", timed):
            return opened(passphrase)

    return stamped


def main() -> None:
    """Run the app until it is left."""
    vault, stamps = Path(sys.argv[1]), Path(sys.argv[2])
    real = opening.opener

    def opener(path: Path, clock: opening.Clock) -> Callable[[str], "Vault"]:
        return stamping(real(path, clock), stamps)

    with patch.object(opening, "opener", opener):
        sys.exit(open_app.show(vault))


if __name__ == "__main__":
    main()
