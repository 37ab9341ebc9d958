"""The real app on a real vault, started with its own parts; it writes down when the key was derived.

`python -m bench.timed_app VAULT STAMPS`: two lines are written to the file STAMPS, the monotonic seconds at which
the derivation of the key began and ended.
"""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from zvk_tui import opening
from zvk_tui.app import ZvkApp
from zvk_tui.settings import Settings

if TYPE_CHECKING:
    from zvk_tui.app import Opener
    from zvk_tui.store.vault import Vault


def stamping(opener: "Opener", stamps: Path) -> "Opener":
    """Return an opener that does the same, and writes down when Argon2id ran."""

    def opened(passphrase: str) -> "Vault":
        from zvk_tui.store.kdf import KdfCost

        derive = KdfCost.derive

        def stamped(cost: KdfCost, secret: bytes, salt: bytes) -> bytearray:
            begin = monotonic()
            key = derive(cost, secret, salt)
            stamps.write_text(f"{begin}\n{monotonic()}\n", encoding="utf-8")
            return key

        KdfCost.derive = stamped  # type: ignore[method-assign]
        return opener(passphrase)

    return opened


def main() -> None:
    """Run the app."""
    vault, stamps = Path(sys.argv[1]), Path(sys.argv[2])
    opener = stamping(opening.opener(vault, opening.now), stamps)
    ZvkApp(vault, opener, Settings()).run()


if __name__ == "__main__":
    main()
