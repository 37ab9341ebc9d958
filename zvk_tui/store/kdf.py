"""What it costs to try one passphrase, and how a passphrase becomes bytes."""

import time
import unicodedata
from dataclasses import dataclass
from typing import ClassVar, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from zvk_tui.errors import Refused, VaultRefused

SHORTEST_PASSPHRASE: Final = 12
"""A new passphrase has at least this many characters."""

SALT_BYTES: Final = 16
"""Every slot has a salt of its own, of this many random bytes."""

_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What it costs to try one passphrase with Argon2id."""

    memory_kib: int
    passes: int
    lanes: int = 4

    FLOOR: ClassVar["KdfCost"]
    """The least that a slot costs unless a test asks for less: 64 MiB, three passes, four lanes."""

    MOST_MEMORY_KIB: ClassVar[int] = 4 * 1024 * 1024
    MOST_PASSES: ClassVar[int] = 1000
    MOST_WORK: ClassVar[int] = 32 * 1024 * 1024
    """The most KiB times passes that is believed from a file: about half a minute, not a hanging laptop."""

    @classmethod
    def tuned(cls, target_seconds: float = 0.5) -> "KdfCost":
        """Return a cost of about `target_seconds` on this machine: up to 256 MiB first, then more passes.

        One derivation at the floor is measured. The answer is never below the floor, and never above 16 passes.
        """
        started = time.perf_counter()
        cls.FLOOR.derive(b"measure", bytes(SALT_BYTES))
        affordable = target_seconds / max(time.perf_counter() - started, 0.001)
        times = 4 if affordable >= 4 else 2 if affordable >= 2 else 1
        passes = round(cls.FLOOR.passes * affordable / times)
        return cls(cls.FLOOR.memory_kib * times, min(max(passes, cls.FLOOR.passes), 16), cls.FLOOR.lanes)

    def is_below_floor(self) -> bool:
        """Return whether a slot of this cost is weaker than a new slot should be."""
        return self.memory_kib < self.FLOOR.memory_kib or self.passes < self.FLOOR.passes

    def is_sane(self) -> bool:
        """Return whether this cost can be paid: a tampered key file must not hang the laptop."""
        return (
            1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= self.MOST_MEMORY_KIB
            and 1 <= self.passes <= self.MOST_PASSES
            and self.memory_kib * self.passes <= self.MOST_WORK
        )

    def derive(self, secret: bytes, salt: bytes) -> bytearray:
        """Return the 256-bit key that Argon2id makes of `secret`, in a buffer to overwrite after use.

        Raises:
            VaultRefused: the computer has too little free memory.
        """
        derived = bytearray(_KEY_BYTES)
        argon = Argon2id(
            salt=salt, length=_KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
        )
        try:
            argon.derive_into(secret, derived)
        except MemoryError:
            raise VaultRefused(
                "This computer has too little free memory to unlock: {mib} MiB is needed. Close other programs first.",
                mib=self.memory_kib // 1024,
            ) from None
        return derived


KdfCost.FLOOR = KdfCost(memory_kib=64 * 1024, passes=3)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as the bytes that are derived from, the same on every keyboard and system.

    Every kind of space becomes the ordinary one and characters are composed (NFC), as RFC 8265 asks for passwords
    (OpaqueString). Not NFKC: that would make different passphrases the same.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def refuse_weak(passphrase: str) -> None:
    """Refuse a passphrase that is too short for a new slot; spaces around it do not count.

    Raises:
        Refused: it is empty, or has fewer than twelve characters.
    """
    if len(unicodedata.normalize("NFC", passphrase).strip()) < SHORTEST_PASSPHRASE:
        raise Refused(
            "A passphrase has at least {least} characters. Four or five words that do not belong together are best.",
            least=SHORTEST_PASSPHRASE,
        )
