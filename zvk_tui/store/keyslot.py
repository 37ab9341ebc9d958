"""One key slot: how one secret, a passphrase or the printed recovery key, comes to the key of the vault.

Argon2id makes a key of the secret; it unwraps the private key of the slot (AES-256-GCM); that opens the data key,
which is sealed to the slot's public key (HPKE, RFC 9180). So the data key can be sealed anew to every slot without
anybody's passphrase. What is wrapped or sealed is bound to this vault, this slot and this format: a slot that is
copied into another vault, or carries another name, opens nothing.

Derived keys and private keys are kept in buffers that are overwritten after use. Python cannot promise more: a
passphrase and the data key are immutable values that stay in memory until it is used again.
"""

import base64
import hmac
import json
import secrets
import time
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Final, Self
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from zvk_tui.errors import Refused, VaultDamaged, VaultRefused

FORMAT_VERSION: Final = 1
"""The version of the key file; it is part of everything that is wrapped or sealed."""

KEY_BYTES: Final = 32
"""The data key has 256 bits."""

SHORTEST_PASSPHRASE: Final = 12
"""A new passphrase has at least this many characters."""

_SALT: Final = 16
_NONCE: Final = 12
_TAG: Final = 16
_WRAPPED: Final = _NONCE + KEY_BYTES + _TAG
_SEALED: Final = KEY_BYTES + KEY_BYTES + _TAG
_LONGEST_HOLDER: Final = 80


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What it costs to try one passphrase with Argon2id."""

    memory_kib: int
    passes: int
    lanes: int = 4

    FLOOR: ClassVar["KdfCost"]
    """The least that a vault's own slots cost: 64 MiB, three passes, four lanes."""

    MOST_MEMORY_KIB: ClassVar[int] = 4 * 1024 * 1024
    MOST_PASSES: ClassVar[int] = 1000
    MOST_WORK: ClassVar[int] = 32 * 1024 * 1024
    """The most KiB times passes that is believed from a file: about half a minute, not a hanging laptop."""

    @classmethod
    def tuned(cls, target_seconds: float = 0.5) -> "KdfCost":
        """Return a cost of about `target_seconds` on this machine: up to 256 MiB first, then more passes.

        One derivation at the floor is measured; the answer is never below the floor nor far above a second.
        """
        started = time.perf_counter()
        cls.FLOOR.derive(b"measure", bytes(_SALT))
        affordable = target_seconds / max(time.perf_counter() - started, 0.001)
        memory = 4 if affordable >= 4 else 2 if affordable >= 2 else 1
        passes = round(cls.FLOOR.passes * affordable / memory)
        return cls(cls.FLOOR.memory_kib * memory, min(max(passes, cls.FLOOR.passes), 16), cls.FLOOR.lanes)

    def is_below_floor(self) -> bool:
        """Return whether a slot of this cost is weaker than a new slot may be."""
        return self.memory_kib < self.FLOOR.memory_kib or self.passes < self.FLOOR.passes

    def is_sane(self) -> bool:
        """Return whether this cost can be paid: a changed key file must not hang the laptop."""
        return (
            1 <= self.lanes <= 16
            and 8 * self.lanes <= self.memory_kib <= self.MOST_MEMORY_KIB
            and 1 <= self.passes <= self.MOST_PASSES
            and self.memory_kib * self.passes <= self.MOST_WORK
        )

    def derive(self, secret: bytes, salt: bytes) -> bytearray:
        """Return the key that Argon2id makes of `secret`, in a buffer to overwrite after use.

        Raises:
            VaultRefused: the computer has too little free memory.
        """
        derived = bytearray(KEY_BYTES)
        argon = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
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


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which vault a slot belongs, and to which of its successive data keys."""

    vault_id: str
    generation: int

    def label(self, *parts: str | int) -> bytes:
        """Return the bytes to which something wrapped or sealed is bound."""
        return json.dumps(["zvk", FORMAT_VERSION, self.vault_id, *parts]).encode()


@dataclass(frozen=True, slots=True)
class KeySlot:
    """What one person, or the recovery key, needs beside the secret to come to the data key."""

    slot_id: str
    holder: str
    """Whose slot it is, as the log names them; empty for the recovery key."""
    kind: SlotKind
    cost: KdfCost
    salt: bytes = field(repr=False)
    public_key: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    """The private key, wrapped with what Argon2id makes of the secret."""
    sealed_key: bytes = field(repr=False)
    """The data key, sealed to the public key."""

    @property
    def needs_upgrade(self) -> bool:
        """Whether the slot is below the floor, so that its passphrase is to be set again after unlocking."""
        return self.cost.is_below_floor()

    @classmethod
    def made(
        cls, owner: Belonging, data_key: bytes, secret: bytes, *, holder: str, kind: SlotKind, cost: KdfCost, slot_id: str = ""
    ) -> Self:
        """Return a new slot with fresh keys and salt, after it has been opened once with `secret`.

        Raises:
            VaultDamaged: the new slot does not open; it must not replace anything.
        """
        private_key = X25519PrivateKey.generate()
        public_key = private_key.public_key()
        slot_id, salt, nonce = slot_id or str(uuid4()), secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE)
        bound = owner.label("slot", slot_id, kind, holder, public_key.public_bytes_raw().hex())
        derived = cost.derive(secret, salt)
        wrapped = nonce + AESGCM(derived).encrypt(nonce, private_key.private_bytes_raw(), bound)
        _overwrite(derived)
        slot = cls(
            slot_id=slot_id,
            holder=holder,
            kind=kind,
            cost=cost,
            salt=salt,
            public_key=public_key.public_bytes_raw(),
            wrapped_key=wrapped,
            sealed_key=_seal(owner, data_key, public_key),
        )
        if not hmac.compare_digest(slot.opened(owner, secret) or b"", data_key):
            raise VaultDamaged("The new key does not open the vault. Nothing was changed; try again.")
        return slot

    def opened(self, owner: Belonging, secret: bytes) -> bytes | None:
        """Return the data key, None when the secret is wrong.

        Raises:
            VaultDamaged: the secret is right but the data key cannot be opened.
        """
        private_bytes = self._unwrapped(owner, secret)
        if private_bytes is None:
            return None
        try:
            private_key = X25519PrivateKey.from_private_bytes(private_bytes)
            data_key = _suite().decrypt(self.sealed_key, private_key, info=owner.label("data key", owner.generation))
        except (InvalidTag, ValueError):
            raise VaultDamaged(
                "The key file is damaged. Nothing was changed; put it back from a back-up."
            ) from None
        finally:
            _overwrite(private_bytes)
        return data_key

    def _unwrapped(self, owner: Belonging, secret: bytes) -> bytearray | None:
        derived = self.cost.derive(secret, self.salt)
        bound = owner.label("slot", self.slot_id, self.kind, self.holder, self.public_key.hex())
        try:
            return bytearray(AESGCM(derived).decrypt(self.wrapped_key[:_NONCE], self.wrapped_key[_NONCE:], bound))
        except InvalidTag:
            return None
        finally:
            _overwrite(derived)

    def to_fields(self) -> dict[str, object]:
        """Return the slot as it stands in the key file."""
        return {
            "id": self.slot_id,
            "holder": self.holder,
            "kind": self.kind.value,
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
            "salt": _text(self.salt),
            "public_key": _text(self.public_key),
            "wrapped_key": _text(self.wrapped_key),
            "sealed_key": _text(self.sealed_key),
        }

    @classmethod
    def from_fields(cls, fields: object) -> Self:
        """Return the slot that stands in the key file.

        Raises:
            ValueError: anything in it is off.
        """
    ...
