"""One document, whatever file it becomes: a title and blocks of text, lists and tables."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from zvk_tui.documents.clean import harmless


class Emphasis(StrEnum):
    """How a run of text stands out."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    QUIET = "quiet"
    """Smaller and grey: says where something comes from."""
    CODE = "code"
    """In letters of one width, such as a fingerprint."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one emphasis, harmless from the moment it exists; a newline in it is a line break."""

    text: str
    emphasis: Emphasis = Emphasis.PLAIN

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", harmless(self.text))


Text = tuple[Run, ...]
"""A text as a row of runs."""


def plain(text: str) -> Text:
    """Return `text` as one plain run."""
    return (Run(text),)


def letters(text: Text) -> str:
    """Return what a text says, without its emphasis."""
    return "".join(run.text for run in text)


def _on_one_line(text: str) -> str:
    return harmless(text).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 for a part of the document, level 2 for a part of that."""

    text: Text
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph that must not be overlooked."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of texts."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what is known of it."""

    term: str
    text: Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "term", _on_one_line(self.term))


@dataclass(frozen=True, slots=True)
class FactList:
    """Terms with their facts beside them."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header that returns on every page."""

    header: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    weights: tuple[int, ...]
    """Width of each column relative to the others; 0 is as wide as its content."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "header", tuple(map(_on_one_line, self.header)))


Block = Heading | Paragraph | Note | Bullets | FactList | Table
"""A block of a document."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document; its title and margins name nobody."""

    title: str
    chamber: str
    """Stands at the top of every page, with the title."""
    footing: str
    """Stands at the foot of every page."""
    mark: str
    """What every page must say, such as CONCEPT; nothing for a final document."""
    language: str
    """ "nl" or "en"."""
    dated: datetime
    """The date of the document in its metadata: the same content gives the same file."""
    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        for name in ("title", "chamber", "footing", "mark"):
            object.__setattr__(self, name, _on_one_line(getattr(self, name)))
