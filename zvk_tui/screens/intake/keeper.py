"""Keeps a whole form while it is filled in, as other fields keep their text."""

from collections.abc import Callable

from zvk_tui.widgets.drafts import SOON, KeepsDraft


class FormKeeper(KeepsDraft):
    """Keeps the registration half a second after a change; a lock, or leaving the app, keeps it at once."""

    def __init__(self, keep: Callable[[], None]) -> None:
        super().__init__()
        self._keep = keep

    def typed(self) -> None:
        """Note that the form changed."""
        if self._pending is None:
            self._pending = self.set_timer(SOON, self._keep_or_tell)

    def keep_draft(self) -> None:
        """Keep the form now, if it changed since."""
        if self._pending is not None:
            self._keep()
            self._rest()

    def forget(self) -> None:
        """Keep nothing more: the form was finished or dropped."""
        self._rest()
