"""Key slots: each person opens the vault alone, and nothing but a right secret opens it."""

import base64
import json
import subprocess
import sys
import unicodedata
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zvk_tui
from zvk_tui.errors import Refused, VaultDamaged, VaultRefused, WrongPassphrase, ZvkError
from zvk_tui.store.kdf import passphrase_bytes
from zvk_tui.store.keyring import KdfCost, KeyRing, SlotKind
from zvk_tui.store.recovery import format_key

CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
CHAIR, DIRECTOR = "Voorzitter", "Procesregisseur"
WORDS, OTHER_WORDS = "vier losse woorden", "kastanje fiets maandag"


@pytest.fixture
def made() -> tuple[KeyRing, bytes]:
    """Return a ring with the slot of the chair, and its data key."""
    return KeyRing.create("0b9e4c1a-demo", CHAIR, WORDS, CHEAP)


@pytest.fixture
def ring(made: tuple[KeyRing, bytes]) -> KeyRing:
    """Return a ring with the slot of the chair."""
    return made[0]


@pytest.fixture
def data_key(made: tuple[KeyRing, bytes]) -> bytes:
    """Return the data key of the ring."""
    return made[1]


def fields_of(ring: KeyRing) -> dict[str, Any]:
    """Return the key file of a ring as values."""
    fields: dict[str, Any] = json.loads(ring.to_json())
    return fields


def test_the_passphrase_gives_the_data_key(ring: KeyRing, data_key: bytes) -> None:
    """The right passphrase gives the 256-bit data key and says whose slot it was."""
    unlocked = ring.unlock(WORDS)
    assert unlocked.data_key == data_key
    assert len(data_key) == 32
    assert unlocked.slot.holder == CHAIR


@pytest.mark.parametrize("holder", [None, CHAIR, "Onbekende"])
@pytest.mark.parametrize(
    "wrong", ["", "vier losse woorde", "Vier losse woorden", WORDS + " ", "\ud800", "x" * 1_000_000]
)
def test_another_passphrase_gives_one_neutral_sentence(ring: KeyRing, wrong: str, holder: str | None) -> None:
    """Whatever is wrong, empty, almost right or a pasted megabyte, the sentence is the same."""
    with pytest.raises(WrongPassphrase) as refused:
        ring.unlock(wrong, holder)
    assert refused.value.message == "This passphrase does not open the vault."


def test_a_wrong_passphrase_costs_the_same_work(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown name costs as much as a known one, so that the time tells nothing."""
    counted: list[KdfCost] = []
    derive = KdfCost.derive

    def counting(cost: KdfCost, secret: bytes, salt: bytes) -> bytearray:
        counted.append(cost)
        return derive(cost, secret, salt)

    monkeypatch.setattr(KdfCost, "derive", counting)
    for holder in (CHAIR, "Onbekende"):
        counted.clear()
        with pytest.raises(WrongPassphrase):
            ring.unlock(OTHER_WORDS, holder)
        assert counted == [CHEAP]


def test_one_person_does_not_open_as_another(ring: KeyRing, data_key: bytes) -> None:
    """A passphrase opens the slot of its own holder only."""
    both = ring.add_slot(data_key, DIRECTOR, OTHER_WORDS, CHEAP)
    assert both.unlock(OTHER_WORDS, DIRECTOR).data_key == data_key
    with pytest.raises(WrongPassphrase):
        both.unlock(OTHER_WORDS, CHAIR)


def test_a_passphrase_is_the_same_on_every_keyboard(ring: KeyRing, data_key: bytes) -> None:
    """Composed and decomposed letters, and the spaces of other keyboards, are the same passphrase."""
    accented = ring.add_slot(data_key, DIRECTOR, "één café vóór twaalf", CHEAP)
    typed = unicodedata.normalize("NFD", "één café vóór\u00a0twaalf")
    assert accented.unlock(typed).slot.holder == DIRECTOR


def test_different_passphrases_stay_different() -> None:
    """Signs that only look alike are not made the same: a ligature is not two letters."""
    assert passphrase_bytes("ﬁets") != passphrase_bytes("fiets")


@pytest.mark.parametrize("weak", ["", " " * 20, "elf tekens.", "   elf tekens.   "])
def test_a_short_passphrase_is_refused_for_a_new_slot(ring: KeyRing, data_key: bytes, weak: str) -> None:
    """A new passphrase has at least twelve characters; spaces around it do not count."""
    with pytest.raises(Refused, match="12"):
        KeyRing.create("vault", CHAIR, weak, CHEAP)
    with pytest.raises(Refused, match="12"):
        ring.add_slot(data_key, DIRECTOR, weak, CHEAP)
    with pytest.raises(Refused, match="12"):
        ring.change_passphrase(ring.slots[0].slot_id, WORDS, weak, CHEAP)


@pytest.mark.parametrize("holder", ["", "  ", "x" * 81, "a\nb", "\u202eabc", "\ud800", CHAIR, f" {CHAIR} "])
def test_a_slot_has_a_usable_name_of_its_own(ring: KeyRing, data_key: bytes, holder: str) -> None:
    """The log says who did something, so a name is there, is printable, and is taken once."""
    with pytest.raises(Refused):
        ring.add_slot(data_key, holder, OTHER_WORDS, CHEAP)


def test_a_changed_passphrase_replaces_the_old(ring: KeyRing, data_key: bytes) -> None:
    """After a change the new one opens the same slot, the old one does not, and nobody else notices."""
    both = ring.add_slot(data_key, DIRECTOR, OTHER_WORDS, CHEAP)
    changed = both.change_passphrase(both.slots[0].slot_id, WORDS, "nieuwe losse woorden", CHEAP)
    assert changed.unlock("nieuwe losse woorden").slot.slot_id == both.slots[0].slot_id
    assert changed.unlock("nieuwe losse woorden").data_key == data_key
    assert changed.slots[1] == both.slots[1]
    with pytest.raises(WrongPassphrase):
        changed.unlock(WORDS)


def test_a_change_needs_the_present_passphrase(ring: KeyRing) -> None:
    """Someone at an unlocked screen cannot change the passphrase without knowing it."""
    with pytest.raises(WrongPassphrase):
        ring.change_passphrase(ring.slots[0].slot_id, OTHER_WORDS, "nieuwe losse woorden", CHEAP)


def test_a_changed_slot_has_new_keys(ring: KeyRing) -> None:
    """The old private key, still in an old back-up, opens no data key of later."""
    slot_id = ring.slots[0].slot_id
    changed = ring.change_passphrase(slot_id, WORDS, WORDS, CHEAP).slots[0]
    assert {changed.public_key, changed.salt}.isdisjoint({ring.slots[0].public_key, ring.slots[0].salt})


def test_a_new_secret_is_proved_before_it_counts(
    ring: KeyRing, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a new slot does not open, the change is refused and the old ring still opens."""
    derive, calls = KdfCost.derive, iter([False, False, True])

    def failing(cost: KdfCost, secret: bytes, salt: bytes) -> bytearray:
        return derive(cost, secret + b"!" if next(calls) else secret, salt)

    with monkeypatch.context() as patched:
        patched.setattr(KdfCost, "derive", failing)
        with pytest.raises(VaultDamaged):
            ring.change_passphrase(ring.slots[0].slot_id, WORDS, OTHER_WORDS, CHEAP)
    assert ring.unlock(WORDS).data_key == data_key


def test_a_removed_slot_opens_nothing(ring: KeyRing, data_key: bytes) -> None:
    """Who is removed no longer opens the vault; the others do."""
    both = ring.add_slot(data_key, DIRECTOR, OTHER_WORDS, CHEAP)
    left = both.remove_slot(both.slots[0].slot_id)
    assert left.unlock(OTHER_WORDS).data_key == data_key
    with pytest.raises(WrongPassphrase):
        left.unlock(WORDS)


def test_the_last_passphrase_stays(ring: KeyRing, data_key: bytes) -> None:
    """The last slot with a passphrase cannot be removed, not even when there is a recovery key."""
    recoverable, _printed = ring.add_recovery(data_key, CHEAP)
    for one in (ring, recoverable):
        with pytest.raises(Refused):
            one.remove_slot(one.slots[0].slot_id)


def test_an_unknown_slot_is_refused(ring: KeyRing) -> None:
    """A slot that another window removed is gone, in a sentence."""
    with pytest.raises(Refused):
        ring.remove_slot("onbekend")
    with pytest.raises(Refused):
        ring.change_passphrase("onbekend", WORDS, OTHER_WORDS, CHEAP)


def test_the_recovery_key_opens_the_vault(ring: KeyRing, data_key: bytes) -> None:
    """The printed key gives the data key when every passphrase is forgotten."""
    recoverable, printed = ring.add_recovery(data_key, CHEAP)
    assert recoverable.unlock_recovery(printed.lower()).data_key == data_key
    assert recoverable.slots[-1].kind is SlotKind.RECOVERY
    assert recoverable.slots[-1].holder == ""


def test_the_recovery_key_counts_once_it_is_typed_over(ring: KeyRing, data_key: bytes) -> None:
    """Only the right key, typed over, is confirmed; a typing error is named and is not the end."""
    recoverable, printed = ring.add_recovery(data_key, CHEAP)
    assert recoverable.confirm_recovery(printed, data_key)
    assert not recoverable.confirm_recovery(format_key(bytes(32)), data_key)
    assert not recoverable.confirm_recovery(printed, bytes(32))
    with pytest.raises(Refused, match="1"):
        recoverable.confirm_recovery("2" + printed[1:] if printed[0] != "2" else "3" + printed[1:], data_key)


def test_a_new_recovery_key_replaces_the_earlier(ring: KeyRing, data_key: bytes) -> None:
    """One recovery key counts at a time; the paper of before opens nothing and says so."""
    first, old_paper = ring.add_recovery(data_key, CHEAP)
    second, new_paper = first.add_recovery(data_key, CHEAP)
    assert second.unlock_recovery(new_paper).data_key == data_key
    assert len(second.slots) == 2
    with pytest.raises(WrongPassphrase):
        second.unlock_recovery(old_paper)


def test_a_vault_without_recovery_key_says_so(ring: KeyRing) -> None:
    """Typing a recovery key for a vault that has none is answered, not called wrong."""
    with pytest.raises(Refused):
        ring.unlock_recovery(format_key(bytes(32)))


def test_a_recovery_key_is_no_passphrase(ring: KeyRing, data_key: bytes) -> None:
    """The recovery slot is not tried with a passphrase."""
    recoverable, printed = ring.add_recovery(data_key, CHEAP)
    with pytest.raises(WrongPassphrase):
        recoverable.unlock(printed)


def test_two_vaults_with_one_passphrase_share_nothing(ring: KeyRing, data_key: bytes) -> None:
    """The same person and passphrase give another salt, key and ciphertext in another vault."""
    other, other_key = KeyRing.create(ring.vault_id, CHAIR, WORDS, CHEAP)
    assert data_key != other_key
    mine, theirs = ring.slots[0], other.slots[0]
    for name in ("slot_id", "salt", "public_key", "wrapped_key", "sealed_key"):
        assert getattr(mine, name) != getattr(theirs, name), name


def test_the_key_file_gives_the_same_ring(ring: KeyRing, data_key: bytes) -> None:
    """What is written can be read: the ring, its slots and its recovery slot."""
    both = ring.add_slot(data_key, "Procesregisseur Noord", OTHER_WORDS, CHEAP).add_recovery(data_key, CHEAP)[0]
    assert KeyRing.from_json(both.to_json()) == both
    assert KeyRing.from_json(both.to_json()).unlock(OTHER_WORDS).data_key == data_key


def test_the_key_file_states_its_version_and_cost(ring: KeyRing) -> None:
    """A key file can be understood years later: its format and the cost of each slot stand in it."""
    fields = fields_of(ring)
    assert fields["format"] == 1
    assert {"memory_kib": 32, "passes": 1, "lanes": 1}.items() <= fields["slots"][0].items()


def test_a_key_file_of_later_is_refused(ring: KeyRing) -> None:
    """A file of a newer format is not called damaged: a newer version of the app opens it."""
    with pytest.raises(VaultRefused):
        KeyRing.from_json(json.dumps({**fields_of(ring), "format": 2, "new": True}))


@pytest.mark.parametrize(
    "off",
    [
        {"format": 0},
        {"format": True},
        {"format": "1"},
        {"vault": ""},
        {"vault": "a\nb"},
        {"generation": 0},
        {"generation": 1.0},
        {"slots": []},
        {"slots": {}},
        {"slots": [None]},
        {"extra": 1},
    ],
)
def test_a_ring_that_is_off_is_damaged(ring: KeyRing, off: dict[str, object]) -> None:
    """Any value of another kind, missing or too many is damage."""
    with pytest.raises(VaultDamaged):
        KeyRing.from_json(json.dumps({**fields_of(ring), **off}))


@pytest.mark.parametrize(
    "off",
    [
        {"id": "1"},
        {"holder": ""},
        {"holder": "\u202eabc"},
        {"kind": "recovery"},
        {"kind": "anders"},
        {"memory_kib": 7},
        {"memory_kib": 4 * 1024 * 1024 + 1},
        {"passes": 0},
        {"passes": 1001},
        {"memory_kib": 4 * 1024 * 1024, "passes": 1000},
        {"lanes": 0},
        {"lanes": 17},
        {"salt": "AAAA"},
        {"salt": "é"},
        {"public_key": "A A="},
        {"wrapped_key": ""},
        {"sealed_key": 1},
        {"extra": 1},
    ],
)
def test_a_slot_that_is_off_is_damaged(ring: KeyRing, off: dict[str, object]) -> None:
    """A slot that cannot be, or would cost minutes to try, is refused before anything is derived."""
    fields = fields_of(ring)
    fields["slots"][0] |= off
    with pytest.raises(VaultDamaged):
        KeyRing.from_json(json.dumps(fields))


def test_slots_are_not_doubled(ring: KeyRing, data_key: bytes) -> None:
    """The same slot twice, the same holder twice, or two recovery keys are damage."""
    doubled = replace(ring, slots=ring.slots * 2)
    namesake = replace(ring, slots=(*ring.slots, KeyRing.create(ring.vault_id, CHAIR, WORDS, CHEAP)[0].slots[0]))
    recovery = [ring.add_recovery(data_key, CHEAP)[0].slots[-1] for _ in range(2)]
    for wrong in (doubled, namesake, replace(ring, slots=(*ring.slots, *recovery))):
        with pytest.raises(VaultDamaged):
            KeyRing.from_json(wrong.to_json())


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", "[" * 100_000, "9" * 5000, '{"slots": "' + "x" * 2_000_000 + '"}']
)
def test_a_file_that_is_no_key_file_is_damaged(text: str) -> None:
    """Nonsense, endless nesting and megabytes get the sentence of a damaged key file."""
    with pytest.raises(VaultDamaged):
        KeyRing.from_json(text)


@given(st.data())
def test_random_damage_never_gives_another_error(data: st.DataObject) -> None:
    """However the file is damaged, it is refused in a sentence, or the right key comes out, never a wrong one."""
    ring, data_key = KeyRing.create("vault", CHAIR, WORDS, CHEAP)
    text = ring.to_json()
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(start + 5, len(text))))
    damaged = text[:start] + data.draw(st.text(max_size=4)) + text[stop:]
    with suppress(ZvkError):
        found = KeyRing.from_json(damaged)
        if found.slots[0].cost == CHEAP:
            assert found.unlock(WORDS).data_key == data_key


@pytest.mark.parametrize("name", ["wrapped_key", "public_key", "salt"])
def test_a_flipped_bit_in_a_slot_opens_nothing(ring: KeyRing, name: str) -> None:
    """A changed slot gives no key, as if the passphrase were wrong."""
    fields = fields_of(ring)
    value = bytearray(base64.b64decode(fields["slots"][0][name]))
    value[-1] ^= 1
    fields["slots"][0][name] = base64.b64encode(value).decode()
    with pytest.raises(WrongPassphrase):
        KeyRing.from_json(json.dumps(fields)).unlock(WORDS)


def test_a_flipped_bit_in_the_sealed_key_is_damage(ring: KeyRing) -> None:
    """When the passphrase is right and the data key is not, the passphrase is not blamed."""
    for sealed in (bytes(80), ring.slots[0].sealed_key[:-1] + bytes([ring.slots[0].sealed_key[-1] ^ 1])):
        with pytest.raises(VaultDamaged):
            replace(ring, slots=(replace(ring.slots[0], sealed_key=sealed),)).unlock(WORDS)


def test_a_slot_is_bound_to_its_vault_holder_and_key(ring: KeyRing) -> None:
    """A slot that is put in another vault, under another name or for another data key opens nothing."""
    slot = ring.slots[0]
    for moved in (replace(ring, vault_id="ander"), replace(ring, slots=(replace(slot, holder="Een ander"),))):
        with pytest.raises(WrongPassphrase):
            moved.unlock(WORDS)
    with pytest.raises(VaultDamaged):
        replace(ring, generation=2).unlock(WORDS)


def test_no_secret_is_printed(ring: KeyRing, data_key: bytes) -> None:
    """Neither the key nor anything wrapped shows when a value is printed by mistake."""
    shown = f"{ring!r} {ring.unlock(WORDS)!r}"
    assert repr(data_key) not in shown
    assert data_key.hex() not in shown
    assert "wrapped_key" not in shown
    assert WORDS not in shown


def test_a_new_slot_costs_at_least_the_floor() -> None:
    """Without an explicit cost a slot is tuned to the machine: 64 MiB, three passes, four lanes or more."""
    for seconds in (0.0, 0.5):
        cost = KdfCost.tuned(seconds)
        assert not cost.is_below_floor()
        assert cost.is_sane()
        assert cost.passes <= 16
        assert cost.memory_kib <= 256 * 1024
    assert KdfCost(64 * 1024, 3, 4) == KdfCost.FLOOR


def test_a_slot_below_the_floor_asks_to_be_upgraded(ring: KeyRing) -> None:
    """A slot of weaker times is known at unlocking, and setting the passphrase anew repairs it."""
    assert ring.unlock(WORDS).needs_upgrade
    upgraded = ring.change_passphrase(ring.slots[0].slot_id, WORDS, WORDS, KdfCost.FLOOR)
    assert not upgraded.unlock(WORDS).needs_upgrade


def test_too_little_memory_is_said(ring: KeyRing, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer that has too little memory to unlock gets a sentence with the amount."""

    class Poor:
        def __init__(self, **_cost: object) -> None: ...

        def derive_into(self, _secret: bytes, _into: bytearray) -> None:
            raise MemoryError

    monkeypatch.setattr("zvk_tui.store.kdf.Argon2id", Poor)
    with pytest.raises(VaultRefused, match="MiB"):
        ring.unlock(WORDS)


def test_the_keys_load_without_the_database() -> None:
    """Unlocking starts at once: the key ring loads neither SQLAlchemy nor SQLCipher, nor an OS key store."""
    program = "import sys, zvk_tui.store.keyring\nprint(*sys.modules)"
    folder = Path(zvk_tui.__file__).parents[1]
    loaded = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    assert {"sqlalchemy", "sqlmodel", "sqlcipher3", "keyring"}.isdisjoint(loaded.stdout.split())
