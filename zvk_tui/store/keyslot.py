"""One key slot: how one secret, a passphrase or the printed recovery key, comes to the data key of the vault.

Argon2id makes a key of the secret; it unwraps the private key of the slot (AES-256-GCM); that opens the data key,
which is sealed to the slot's public key (HPKE, RFC 9180). So the data key can be sealed anew to every slot without
anybody's passphrase. What is wrapped or sealed is bound to the vault, the format and, when wrapped, the slot: a slot
that is copied into another vault or is given another holder opens nothing.

Derived keys and private keys are kept in buffers that are overwritten after use. Python cannot promise more than
that: a passphrase, the data key and what a library copied stay in memory until the system uses it again.
"""

import base64
import hmac
import json
import secrets
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Self
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from zvk_tui.errors import VaultDamaged
from zvk_tui.i18n import N_
from zvk_tui.store.kdf import SALT_BYTES, KdfCost

FORMAT_VERSION: Final = 1
"""The version of the key file; everything that is wrapped or sealed is bound to it."""

KEY_BYTES: Final = 32
"""The data key, the public key and the private key have 256 bits each."""

KEYS_DAMAGED: Final = N_("The key file is damaged. Nothing was changed; put it back from a back-up.")
"""What is said of a key file of which anything is off."""

_NONCE: Final = 12
_TAG: Final = 16


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which vault a slot belongs, and to which of the data keys that follow each other."""

    vault_id: str
    generation: int

    def label(self, *parts: str | int) -> bytes:
        """Return the bytes to which something wrapped or sealed is bound."""
        return json.dumps(["zvk", FORMAT_VERSION, self.vault_id, *parts]).encode()


@dataclass(frozen=True, slots=True)
class KeySlot:
    """What one person, or the finder of the recovery key, needs beside the secret to come to the data key."""

    slot_id: str
    holder: str
    """Whose slot it is, as the log names them; empty for the recovery key."""
    kind: SlotKind
    cost: KdfCost
    salt: bytes = field(repr=False)
    public_key: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    """The private key, wrapped with what Argon2id makes of the secret; a nonce goes before it."""
    sealed_key: bytes = field(repr=False)
    """The data key, sealed to the public key."""

    @property
    def needs_upgrade(self) -> bool:
        """Whether the slot is below the floor, so that its passphrase is to be set anew after unlocking."""
        return self.cost.is_below_floor()

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
            return _suite().decrypt(self.sealed_key, private_key, info=_sealed_for(owner))
        except (InvalidTag, ValueError):
            raise VaultDamaged(KEYS_DAMAGED) from None
        finally:
            _overwrite(private_bytes)

    def _unwrapped(self, owner: Belonging, secret: bytes) -> bytearray | None:
        derived = self.cost.derive(secret, self.salt)
        nonce, wrapped = self.wrapped_key[:_NONCE], self.wrapped_key[_NONCE:]
        bound = _wrapped_for(owner, self.slot_id, self.kind, self.holder, self.public_key)
        try:
            return bytearray(AESGCM(derived).decrypt(nonce, wrapped, bound))
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
    def from_fields(cls, found: object) -> Self:
        """Return the slot that stands in the key file.

        Raises:
            ValueError: anything in it is off.
        """
        fields = checked_fields(found, _FIELDS)
        slot = cls(
            slot_id=str(UUID(fields["id"])),
            holder=fields["holder"],
            kind=SlotKind(fields["kind"]),
            cost=KdfCost(fields["memory_kib"], fields["passes"], fields["lanes"]),
            salt=_bytes(fields["salt"], SALT_BYTES),
            public_key=_bytes(fields["public_key"], KEY_BYTES),
            wrapped_key=_bytes(fields["wrapped_key"], _NONCE + KEY_BYTES + _TAG),
            sealed_key=_bytes(fields["sealed_key"], KEY_BYTES + KEY_BYTES + _TAG),
        )
        if not slot.cost.is_sane() or slot.to_fields() != fields:
            raise ValueError(slot.slot_id)
        return slot


def make_slot(
    owner: Belonging,
    data_key: bytes,
    secret: bytes,
    *,
    holder: str,
    kind: SlotKind,
    cost: KdfCost,
    slot_id: str = "",
) -> KeySlot:
    """Return a new slot with fresh keys and a fresh salt, after `secret` has opened it once.

    Raises:
        VaultDamaged: the new slot does not open; it must not replace anything.
    """
    private_key = X25519PrivateKey.generate()
    public_key = private_key.public_key().public_bytes_raw()
    slot_id, salt, nonce = slot_id or str(uuid4()), secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE)
    derived = cost.derive(secret, salt)
    bound = _wrapped_for(owner, slot_id, kind, holder, public_key)
    wrapped = nonce + AESGCM(derived).encrypt(nonce, private_key.private_bytes_raw(), bound)
    _overwrite(derived)
    sealed = _suite().encrypt(data_key, X25519PublicKey.from_public_bytes(public_key), info=_sealed_for(owner))
    slot = KeySlot(slot_id, holder, kind, cost, salt, public_key, wrapped, sealed)
    if not hmac.compare_digest(slot.opened(owner, secret) or b"", data_key):
        raise VaultDamaged("The new key does not open the vault. Nothing was changed; try again.")
    return slot


def checked_fields(found: object, kinds: dict[str, type]) -> dict[str, Any]:
    """Return `found` if it holds exactly the named fields, each of its kind.

    Raises:
        ValueError: it does not.
    """
    if not isinstance(found, dict) or found.keys() != kinds.keys():
        raise ValueError(sorted(kinds))
    if any(type(found[name]) is not kind for name, kind in kinds.items()):
        raise ValueError(sorted(kinds))
    return found


_FIELDS: Final[dict[str, type]] = {
    "id": str,
    "holder": str,
    "kind": str,
    "memory_kib": int,
    "passes": int,
    "lanes": int,
    "salt": str,
    "public_key": str,
    "wrapped_key": str,
    "sealed_key": str,
}


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _wrapped_for(owner: Belonging, slot_id: str, kind: SlotKind, holder: str, public_key: bytes) -> bytes:
    return owner.label("private key", slot_id, kind, holder, public_key.hex())


def _sealed_for(owner: Belonging) -> bytes:
    return owner.label("data key", owner.generation)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(text: str, size: int) -> bytes:
    value = base64.b64decode(text, validate=True)
    if len(value) != size:
        raise ValueError(len(value))
    return value


def _overwrite(buffer: bytearray) -> None:
    buffer[:] = bytes(len(buffer))
