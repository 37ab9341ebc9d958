"""The key file: what is written can be read, and whatever is off is refused in a sentence."""

import base64
import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.errors import VaultDamaged, VaultRefused, WrongPassphrase, ZvkError
from zvk_tui.store.keyring import KdfCost, KeyRing

CHEAP = KdfCost(memory_kib=32, passes=1, lanes=1)
CHAIR = "Voorzitter"
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
