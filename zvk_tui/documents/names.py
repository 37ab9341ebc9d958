"""How the people a case is about are named on paper, in the fields of a case and in what was typed about it.

With full names a text stays as it was typed. Otherwise every mention becomes the initials or the case number; what
counts as a mention is said in `mentions`. Professionals keep their names in the fields that hold them. Within a text
nobody can tell them from a person of the same name whom a case is about, so there they are masked too.
"""

import re
from functools import partial

from zvk_tui.documents.clean import harmless
from zvk_tui.documents.mentions import Name, Word, name_of, run_length, words_of
from zvk_tui.domain.case_file import NameStyle, Subject


def named(case_ref: str, subject: Subject, style: NameStyle) -> str:
    """Return what stands in the place of a person's name in a text."""
    match style:
        case NameStyle.FULL:
            return harmless(subject.full_name)
        case NameStyle.INITIALS:
            return harmless(subject.initials)
        case NameStyle.NONE:
            return harmless(case_ref) or "…"


def masked(text: str, case_ref: str, subject: Subject, style: NameStyle) -> str:
    """Return `text` with every mention of one person in the given style."""
    return Masks(((case_ref, subject),), style).apply(text)


class Masks:
    """Everybody a document must not name, and what is shown instead."""

    def __init__(self, people: tuple[tuple[str, Subject], ...], style: NameStyle) -> None:
        hidden = () if style is NameStyle.FULL else people
        self._names = tuple((ref, name_of(subject), named(ref, subject, style)) for ref, subject in hidden)

    def apply(self, text: str, own_ref: str = "") -> str:
        """Return `text`, made harmless, with every mention of a person masked.

        Args:
            text: what was typed.
            own_ref: the case that the text is about; its person goes before others of the same name.
        """
        clean = harmless(text).strip()
        names = [(name, shown) for _, name, shown in sorted(self._names, key=lambda known: known[0] != own_ref)]
        for name, shown in names:
            clean = name.whole.sub(partial(_instead, shown), clean)
        return _replaced(clean, words_of(clean), names) if names else clean


def _replaced(text: str, words: tuple[Word, ...], names: list[tuple[Name, str]]) -> str:
    beginnings = frozenset[str]().union(*(name.beginnings for name, _ in names))
    pieces, done, place = [], 0, 0
    while place < len(words):
        length, shown = 0, ""
        if words[place].letters in beginnings or words[place].stem in beginnings:
            length, shown = _longest(text, words, place, names)
        if length:
            end = words[place + length - 1].end
            pieces += [text[done : words[place].begin], _fitted(shown, text, end)]
            done = end
        place += length or 1
    return "".join([*pieces, text[done:]])


def _longest(text: str, words: tuple[Word, ...], place: int, names: list[tuple[Name, str]]) -> tuple[int, str]:
    """Return the longest mention that begins at a word, in words, and what is shown for it."""
    return max(((run_length(text, words, place, name), shown) for name, shown in names), key=lambda run: run[0])


def _instead(shown: str, found: re.Match[str]) -> str:
    return _fitted(shown, found.string, found.end())


def _fitted(shown: str, text: str, end: int) -> str:
    """Return what is shown, without its last full stop where the text goes on with one."""
    return shown[:-1] if shown.endswith(".") and re.match(r"\.(?!\.)", text[end : end + 2]) else shown
