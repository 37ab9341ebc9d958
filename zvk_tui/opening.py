"""Opening a vault without waiting longer than its key takes."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zvk_tui.errors import VaultRefused
from zvk_tui.i18n import N_

if TYPE_CHECKING:
    from zvk_tui.store.folder import VaultFolder
    from zvk_tui.store.keyring import KeyRing
    from zvk_tui.store.vault import Vault

Clock = Callable[[], datetime]
"""Gives the present moment, with its time zone."""


def now() -> datetime:
    """Return the present moment on this laptop."""
    return datetime.now().astimezone()


def opener(path: Path, clock: Clock) -> Callable[[str], "Vault"]:
    """Return what opens the vault at `path` with a passphrase or with its recovery key.

    It raises the errors of `open_vault`, and `VaultRefused` for a folder that cannot be read.

    The key is derived while another thread imports the store: deriving holds no lock of Python, so it costs no more
    than the longer of the two.
    """

    def opened(passphrase: str) -> "Vault":
        from concurrent.futures import ThreadPoolExecutor

        from zvk_tui.store.folder import VaultFolder

        folder = VaultFolder(path)
        with ThreadPoolExecutor(1, "import the store") as beside:
            loaded = beside.submit(load_store)
            key = _keys(folder).unlock_typed(passphrase)
            loaded.result()
        from zvk_tui.store.vault import open_with

        return open_with(folder, key, clock, passphrase)

    return opened


def _keys(folder: "VaultFolder") -> "KeyRing":
    try:
        return folder.read_keys()
    except OSError:
        raise VaultRefused(N_("The folder of the vault cannot be read. Check your rights to it.")) from None


def load_store() -> None:
    """Load the store and get it ready, so that the first opening does not have to."""
    with loading():
        from zvk_tui.store.vault import get_ready

        get_ready()


@contextmanager
def loading() -> Iterator[None]:
    """Import modules without collecting garbage meanwhile: what they hold stays, and is never looked through again.

    Looking through it while it grows costs a fifth of the time to the first paint, and later a pause now and then.
    """
    import gc
    import sys

    before = len(sys.modules)
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > before:
            gc.freeze()
        gc.enable()


def settle_memory() -> None:
    """Never look again through what has been loaded by now: doing so takes as long as three keys, now and then."""
    import gc

    gc.collect()
    gc.freeze()


def keep_no_core_dump() -> None:
    """Let the system write no memory of this process to the disk when it crashes, where it can be told so."""
    import sys

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
