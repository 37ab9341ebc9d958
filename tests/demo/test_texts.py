"""The texts of the demo: clean, varied, respectful, and true to the privacy that the chamber asks for."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

import pytest

from zvk_tui.demo.chamber import chamber
from zvk_tui.demo.plan import Chamber, ItemPlan
from zvk_tui.demo.talk import stories


@cache
def made() -> Chamber:
    """Return a chamber; its texts are the same on every day."""
    return chamber(date(2026, 11, 23))


def items() -> Iterator[ItemPlan]:
    """Yield every item of every meeting."""
    return (item for meeting in made().meetings for item in meeting.items)


def words(value: object) -> Iterator[str]:
    """Yield every text in a value and in all that it holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words(getattr(value, field.name))


def test_texts_are_clean() -> None:
    """No text has control characters, two spaces in a row, or spaces at its ends."""
    for text in words(made()):
        assert not any(unicodedata.category(sign).startswith("C") for sign in text), text
        assert "  " not in text
        assert text == text.strip()


def test_sentences_do_not_repeat() -> None:
    """In some 130 discussions hardly a sentence is said twice."""
    said = [c.text for item in items() for c in item.contributions]
    judged = [item.judgement.text for item in items() if item.judgement]
    assert len(said) > 300
    assert len(set(said)) >= len(said) - 3
    assert len(set(judged)) == len(judged)


def test_no_text_names_its_person() -> None:
    """What is said of a case speaks of the person concerned, never by name."""
    subjects = {case.today.ref: case.today.subject for case in made().cases}
    for item in items():
        if item.case_ref:
            told = " ".join(words((item.contributions, item.decisions, item.actions, item.judgement, item.note)))
            names = {person.name.casefold() for person in made().professionals}
            assert not set(subjects[item.case_ref].name_words) & set(told.split())
            assert not [name for name in names if name in " ".join(c.text for c in item.contributions).casefold()]


@pytest.mark.parametrize(
    "word", ["delft", "marokk", "turk", "moslim", "islam", "moskee", "afkomst", "nationaliteit", "etnis", "geloofs"]
)
def test_no_origin_and_no_real_town(word: str) -> None:
    """No text speaks of origin, nationality or religion, and none of the real chamber."""
    assert not [text for text in words(made()) if word in text.casefold()]


def test_every_story_is_told_to_its_end() -> None:
    """All steps of all stories are heard: none is written for nothing."""
    written = sum(len(step.said) for story in stories().values() for step in story.steps)
    assert sum(len(item.contributions) for item in items()) == written
