"""The key ring of a vault: one random data key, and a slot for each person who may open the vault.

Adding, changing or removing a slot gives a new ring and touches nothing else: the records stay byte for byte the
same. The ring is kept as `keys.json`, which holds no personal data beside the names of those who hold a slot.

Nobody's passphrase is kept. A slot that is removed no longer opens the vault as it is now; an earlier back-up keeps
its earlier slots.
"""

import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Final, Self

from zvk_tui.errors import Refused, VaultDamaged, VaultRefused, WrongPassphrase
from zvk_tui.store.kdf import KdfCost, passphrase_bytes, refuse_weak
from zvk_tui.store.keyslot import (
    FORMAT_VERSION,
    KEY_BYTES,
    KEYS_DAMAGED,
    Belonging,
    KeySlot,
    SlotKind,
    checked_fields,
    make_slot,
)
from zvk_tui.store.recovery import format_key, looks_like_key, parse_key

__all__ = ["KdfCost", "KeyRing", "KeySlot", "SlotKind", "Unlocked"]

_MOST_SLOTS: Final = 32
_LONGEST_NAME: Final = 80
_LONGEST_FILE: Final = 1024 * 1024
_FIELDS: Final[dict[str, type]] = {"format": int, "vault": str, "generation": int, "slots": list}


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key, and the slot that gave it."""

    data_key: bytes = field(repr=False)
    slot: KeySlot

    @property
    def needs_upgrade(self) -> bool:
        """Whether the slot is below the floor: set its passphrase anew now that it is known."""
        return self.slot.needs_upgrade


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The slots of one vault. Each method that changes something returns a new ring; the caller keeps it."""

    vault_id: str
    generation: int
    """The number of the data key; it rises when the vault gets a new one."""
    slots: tuple[KeySlot, ...]
    format_version: int = FORMAT_VERSION

    @classmethod
    def create(
        cls, vault_id: str, holder: str, passphrase: str, cost: KdfCost | None = None
    ) -> tuple["KeyRing", bytes]:
        """Return the ring of a new vault with one slot, and the random data key of the vault.

        Without `cost` the slot gets a cost tuned to this machine, never below the floor; tests name a cheap one.

        Raises:
            Refused: the passphrase is too short or the name cannot be used.
        """
        data_key = secrets.token_bytes(KEY_BYTES)
        ring = cls(vault_id, 1, ())
        return ring.add_slot(data_key, holder, passphrase, cost), data_key

    def unlock(self, passphrase: str, holder: str | None = None) -> Unlocked:
        """Return the data key, from the slot of `holder` or from the first that opens.

        Raises:
            WrongPassphrase: no slot opens, found with as much work for an unknown holder as for a known one.
            VaultDamaged: the passphrase is right but the slot is damaged.
        """
        secret = passphrase_bytes(passphrase)
        tried = [slot for slot in self._passphrase_slots() if holder in (None, slot.holder)]
        for slot in tried:
            data_key = slot.opened(self._belonging(), secret)
            if data_key is not None:
                return Unlocked(data_key, slot)
        if not tried:
            self.slots[0].cost.derive(secret, self.slots[0].salt)
        raise WrongPassphrase("This passphrase does not open the vault.")

    def add_slot(self, data_key: bytes, holder: str, passphrase: str, cost: KdfCost | None = None) -> "KeyRing":
        """Return the ring with a slot for one more person; needs the open vault, nobody else's passphrase.

        Raises:
            Refused: the passphrase is too short, or the name cannot be used or is taken.
        """
        name = self._free_name(holder)
        refuse_weak(passphrase)
        slot = make_slot(
            self._belonging(),
            data_key,
            passphrase_bytes(passphrase),
            holder=name,
            kind=SlotKind.PASSPHRASE,
            cost=cost or KdfCost.tuned(),
        )
        return replace(self, slots=(*self.slots, slot))

    def change_passphrase(self, slot_id: str, old: str, new: str, cost: KdfCost | None = None) -> "KeyRing":
        """Return the ring in which `new` opens the slot and `old` does not; `new` has opened it once by then.

        The slot gets new keys, so that an earlier key file with `old` opens no later data key.

        Raises:
            WrongPassphrase: `old` does not open the slot.
            Refused: `new` is too short, or there is no such slot.
        """
        slot = self._slot(slot_id)
        refuse_weak(new)
        data_key = slot.opened(self._belonging(), passphrase_bytes(old))
        if data_key is None:
            raise WrongPassphrase("The present passphrase is not right. Nothing was changed.")
        changed = make_slot(
            self._belonging(),
            data_key,
            passphrase_bytes(new),
            holder=slot.holder,
            kind=slot.kind,
            cost=cost or KdfCost.tuned(),
            slot_id=slot_id,
        )
        return replace(self, slots=tuple(changed if one is slot else one for one in self.slots))

    def remove_slot(self, slot_id: str) -> "KeyRing":
        """Return the ring without one slot.

        Raises:
            Refused: it is the last slot with a passphrase, or there is no such slot.
        """
        slot = self._slot(slot_id)
        if self._passphrase_slots() == (slot,):
            raise Refused("This is the last passphrase of the vault; without it nobody can open it. Add another first.")
        return replace(self, slots=tuple(one for one in self.slots if one is not slot))

    def add_recovery(self, data_key: bytes, cost: KdfCost | None = None) -> tuple["KeyRing", str]:
        """Return the ring with a new recovery slot instead of an earlier one, and the key to print.

        The caller keeps the new ring only after the printed key has been typed over and `confirm_recovery` on the
        new ring holds; until then the earlier recovery key is the one that counts. The key itself is random and
        needs no tuned cost: the floor is paid.
        """
        secret = secrets.token_bytes(KEY_BYTES)
        paid = cost or KdfCost.FLOOR
        slot = make_slot(self._belonging(), data_key, secret, holder="", kind=SlotKind.RECOVERY, cost=paid)
        return replace(self, slots=(*self._passphrase_slots(), slot)), format_key(secret)

    def unlock_recovery(self, printed: str) -> Unlocked:
        """Return the data key by the recovery key as it was typed over from paper.

        Raises:
            Refused: it is mistyped, with the number of the group; or the vault has no recovery key.
            WrongPassphrase: it is a recovery key, but not the present one of this vault.
        """
        secret = parse_key(printed)
        for slot in self.slots:
            if slot.kind is SlotKind.RECOVERY:
                data_key = slot.opened(self._belonging(), secret)
                if data_key is None:
                    raise WrongPassphrase("This recovery key is of another vault, or a newer one has replaced it.")
                return Unlocked(data_key, slot)
        raise Refused("This vault has no recovery key.")

    def unlock_typed(self, typed: str) -> Unlocked:
        """Return the data key by what was typed at the door: a passphrase, or the recovery key from paper.

        Raises:
            Refused: it is a mistyped recovery key, with the number of the group.
            WrongPassphrase: it opens no slot.
        """
        return self.unlock_recovery(typed) if looks_like_key(typed) else self.unlock(typed)

    def confirm_recovery(self, printed: str, data_key: bytes) -> bool:
        """Return whether the recovery key, typed over from paper, gives `data_key`.

        Raises:
            Refused: it is mistyped, with the number of the group.
        """
        try:
            return hmac.compare_digest(self.unlock_recovery(printed).data_key, data_key)
        except WrongPassphrase:
            return False

    def to_json(self) -> str:
        """Return the ring as the text of the key file."""
        fields = {
            "format": self.format_version,
            "vault": self.vault_id,
            "generation": self.generation,
            "slots": [slot.to_fields() for slot in self.slots],
        }
        return json.dumps(fields, indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Return the ring of a key file.

        Raises:
            VaultDamaged: anything in it is off.
            VaultRefused: it is of a newer version of the app.
        """
        try:
            return cls._from_fields(json.loads(text) if len(text) <= _LONGEST_FILE else None)
        except (ValueError, RecursionError):
            raise VaultDamaged(KEYS_DAMAGED) from None

    @classmethod
    def _from_fields(cls, found: object) -> Self:
        if isinstance(found, dict) and type(found.get("format")) is int and found["format"] > FORMAT_VERSION:
            raise VaultRefused(
                "This vault was made by a newer version of zvk. Nothing was changed; open it with that newer version."
            )
        fields = checked_fields(found, _FIELDS)
        slots = tuple(KeySlot.from_fields(one) for one in fields["slots"][: _MOST_SLOTS + 1])
        ring = cls(fields["vault"], fields["generation"], slots, fields["format"])
        if not ring._is_sound():
            raise ValueError(ring.vault_id)
        return ring

    def _is_sound(self) -> bool:
        holders = [slot.holder for slot in self._passphrase_slots()]
        return (
            self.format_version == FORMAT_VERSION
            and self.generation >= 1
            and len(self.slots) <= _MOST_SLOTS
            and len({slot.slot_id for slot in self.slots}) == len(self.slots)
            and len(self.slots) - len(holders) <= 1
            and len(set(holders)) == len(holders) >= 1
            and all(_is_name(name) for name in (self.vault_id, *holders))
            and all(slot.holder == "" for slot in self.slots if slot.kind is SlotKind.RECOVERY)
        )

    def _belonging(self) -> Belonging:
        return Belonging(self.vault_id, self.generation)

    def _passphrase_slots(self) -> tuple[KeySlot, ...]:
        return tuple(slot for slot in self.slots if slot.kind is SlotKind.PASSPHRASE)

    def _slot(self, slot_id: str) -> KeySlot:
        for slot in self._passphrase_slots():
            if slot.slot_id == slot_id:
                return slot
        raise Refused("There is no such passphrase in this vault any more.")

    def _free_name(self, holder: str) -> str:
        name = unicodedata.normalize("NFC", holder).strip()
        if not _is_name(name):
            raise Refused(
                "A passphrase belongs to somebody: give a name or function of at most {most} characters.",
                most=_LONGEST_NAME,
            )
        if any(slot.holder == name for slot in self.slots):
            raise Refused("{holder} has a passphrase already. Change that one, or give another name.", holder=name)
        if len(self.slots) >= _MOST_SLOTS - 1:
            raise Refused("A vault has at most {most} passphrases.", most=_MOST_SLOTS - 1)
        return name


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and name.isprintable() and name == name.strip()
