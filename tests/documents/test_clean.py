"""What was typed or pasted is harmless in every file, and looks as it did."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zvk_tui.documents.clean import harmless
from zvk_tui.documents.model import Run


@given(st.text())
@example("a\x00b\x1b[31m\u202ec\u2066d\ufeff\ue000\ud800")
def test_nothing_harmful_is_left(text: str) -> None:
    """No control character but the newline, no half character, no sign that turns or hides what follows."""
    clean = harmless(text)
    assert not {unicodedata.category(sign) for sign in clean.replace("\n", "")} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(clean) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\u200b\ufffe\uffff"
    )


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    """Clean text stays as it is."""
    assert harmless(harmless(text)) == harmless(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="\u061c")))
def test_what_can_be_seen_stays(text: str) -> None:
    """Letters, digits, punctuation and symbols stay, in composed form."""
    assert harmless(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    """Text pasted from any program keeps its lines."""
    assert harmless(f"een{end}twee") == "een\ntwee"


def test_a_run_is_harmless_from_the_start() -> None:
    """No renderer can forget to clean: a run cannot hold anything else."""
    assert Run("a\x00\u202eb\tc").text == "ab c"
