"""Key slots: each person opens the vault alone, and nothing but a right secret opens it."""

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import zvk_tui
from zvk_tui.errors import Refused, VaultDamaged, VaultRefused, WrongPassphrase
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
