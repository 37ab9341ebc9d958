"""The printed recovery key: typed over from paper, and every mistake is found where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.errors import Refused
from zvk_tui.store.recovery import GROUPS, KEY_BYTES, format_key, parse_key

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)
places = st.integers(0, GROUPS * 5 - 1)


def symbols_of(key: bytes) -> list[str]:
    """Return the symbols of a printed key, without dashes and lines."""
    return [symbol for symbol in format_key(key) if symbol.isalnum()]


def grouped(symbols: list[str]) -> list[str]:
    """Return symbols as groups of five."""
    return ["".join(symbols[start : start + 5]) for start in range(0, len(symbols), 5)]


@given(keys)
def test_what_is_printed_can_be_typed_over(key: bytes) -> None:
    """The printed key gives the same key back."""
    assert parse_key(format_key(key)) == key


def test_a_printed_key_fits_on_a_narrow_screen() -> None:
    """The key stands on three lines of at most 29 signs, in thirteen groups of five."""
    lines = format_key(bytes(range(KEY_BYTES))).split("\n")
    assert [len(line.split("-")) for line in lines] == [5, 5, 3]
    assert max(len(line) for line in lines) == 29


def test_only_a_whole_key_is_printed() -> None:
    """A key of another length is a mistake of the program."""
    with pytest.raises(ValueError, match="31"):
        format_key(bytes(31))


@given(keys, st.sampled_from([" ", "", "\n", "  -  ", " – ", "."]), st.booleans())
def test_typing_is_forgiving(key: bytes, between: str, lower: bool) -> None:
    """Spaces, dashes, lines, lower case, and O, I and L for 0 and 1 are understood."""
    text = between.join(grouped(symbols_of(key))).replace("0", "O").replace("1", "l")
    assert parse_key(text.lower() if lower else text) == key


@given(keys, places, st.sampled_from(SYMBOLS))
def test_a_wrong_symbol_is_found_in_its_group(key: bytes, place: int, wrong: str) -> None:
    """One wrong symbol, anywhere, is noticed and the number of its group is said."""
    symbols = symbols_of(key)
    if symbols[place] == wrong:
        return
    symbols[place] = wrong
    with pytest.raises(Refused) as refused:
        parse_key(" ".join(grouped(symbols)))
    assert refused.value.values == {"number": place // 5 + 1}


@given(keys, places)
def test_swapped_neighbours_are_found_in_their_group(key: bytes, place: int) -> None:
    """Two swapped symbols in one group are noticed and the number of the group is said."""
    symbols = symbols_of(key)
    other = place + 1 if place % 5 < 4 else place - 1
    if symbols[place] == symbols[other]:
        return
    symbols[place], symbols[other] = symbols[other], symbols[place]
    with pytest.raises(Refused) as refused:
        parse_key("".join(symbols))
    assert refused.value.values == {"number": place // 5 + 1}


@given(keys, st.permutations(range(GROUPS)))
def test_groups_in_another_order_are_found(key: bytes, order: list[int]) -> None:
    """Groups that were swapped are noticed at the first that is out of its place, even when they are alike."""
    groups = grouped(symbols_of(key))
    moved = [number for number, index in enumerate(order, start=1) if index + 1 != number]
    if not moved:
        return
    with pytest.raises(Refused) as refused:
        parse_key("-".join(groups[index] for index in order))
    assert refused.value.values == {"number": moved[0]}


@pytest.mark.parametrize("group", ["ABC", "ABCDEF", "AB!DE", "ABUDE", "АБВГД", "😀😀😀😀😀"])
def test_a_group_that_cannot_be_is_named(group: str) -> None:
    """A group with a symbol too few, too many or of another alphabet is named."""
    groups = grouped(symbols_of(bytes(KEY_BYTES)))
    groups[2] = group
    with pytest.raises(Refused, match="3"):
        parse_key("-".join(groups))


@pytest.mark.parametrize("typed", [0, 1, 12])
def test_missing_groups_are_counted(typed: int) -> None:
    """A key that was typed in part says how many groups there should be and how many there are."""
    with pytest.raises(Refused) as refused:
        parse_key(" ".join(grouped(symbols_of(bytes(KEY_BYTES)))[:typed]))
    assert refused.value.values == {"all": GROUPS, "typed": typed}


@given(st.text())
def test_any_text_gets_a_sentence(text: str) -> None:
    """Whatever is typed or pasted, the answer is a sentence."""
    with pytest.raises(Refused) as refused:
        parse_key(text)
    assert refused.value.sentence
