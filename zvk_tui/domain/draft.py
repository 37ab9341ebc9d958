"""What somebody is typing and has not yet entered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of one field, and where the cursor was."""

    key: str
    """The field: unique in the vault, without anything typed in it."""
    text: str
    cursor: int = 0
    item_id: int | None = None
    """The agenda item it is about."""
