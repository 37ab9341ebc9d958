"""One thing that a user can do, as the tables of acts name it, and what is promised of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from zvk_tui.domain.log import Act

if TYPE_CHECKING:
    from tests.store.conftest import Chamber

TYPED: Final = "Vliegdennenlaan"
"""A word that is typed in every field of every act, so that it can be looked for."""


@dataclass(frozen=True, slots=True)
class UserAct:
    """One thing a user can do, and what is promised of it."""

    method: str
    """The method of the vault that does it, and what sets this act apart from another of the same method."""
    does: Act
    """What its line of the log says."""
    do: Callable[["Chamber"], object]
    about: str = ""
    """The number of the case in its line of the log."""
    types: bool = False
    """Whether the marker word is typed in it."""
    undoable: bool = True
    frozen: bool = True
    """Whether it is refused when the minutes of its meeting are final."""
    stage: str = ""
    """The stage at which it can be done."""

    def __str__(self) -> str:
        """Return its name, for the list of tests."""
        return self.method


plain = UserAct
typing = partial(UserAct, types=True)
elsewhere = partial(UserAct, frozen=False)
"""Of no meeting: final minutes have nothing to say about it."""
kept = partial(UserAct, frozen=False, types=True)
for_good = partial(UserAct, frozen=False, undoable=False)
"""Of no meeting, and beyond undo."""
