"""What can go wrong, each with one sentence that a chair understands.

A sentence says what happened, what was kept, and what to do now. It never holds what a user typed about a person.
"""

from zvk_tui.i18n import _


class ZvkError(Exception):
    """An expected failure.

    The sentence is an English message id with `{names}` for its values; it is translated when it is shown.
    """

    exit_code = 4
    """What `zvk` exits with: 2 usage, 3 wrong passphrase, 4 damaged or refused vault, 5 could not write."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    @property
    def sentence(self) -> str:
        """The sentence in the app's language, its values filled in."""
        return _(self.message).format(**self.values)

    def __str__(self) -> str:
        return self.sentence


class Usage(ZvkError):
    """What was asked cannot be asked like this."""

    exit_code = 2


class Refused(ZvkError):
    """A rule of the chamber does not allow this now; nothing was changed."""

    exit_code = 2


class WrongPassphrase(ZvkError):
    """The passphrase opens no key slot of this vault."""

    exit_code = 3


class VaultDamaged(ZvkError):
    """The vault's files do not hold together; nothing was written."""


class VaultRefused(ZvkError):
    """The vault is not opened: no vault, a newer version, not encrypted, read-only."""


class VaultInUse(VaultRefused):
    """Another window or program has this vault open."""


class VaultLocked(ZvkError):
    """The vault is locked; nothing can be read or written until it is unlocked."""


class CouldNotWrite(ZvkError):
    """A file or the vault could not be written (full disk, no rights); what was there is as it was."""

    exit_code = 5
