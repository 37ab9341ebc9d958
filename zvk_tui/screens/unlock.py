"""The first screen: one field for the passphrase."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Middle, Vertical
from textual.message import Message
from textual.widgets import Input, Label, Static

from zvk_tui.errors import WrongPassphrase, ZvkError
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.widgets.bars import KeyBar, TitleBar
from zvk_tui.widgets.one_line import OneLine
from zvk_tui.widgets.own_keys import OwnKeys
from zvk_tui.widgets.text import plain

_WAITS: Final = (0, 0, 1, 2, 4, 8, 15, 30)
"""Seconds to wait after so many wrong passphrases in a row."""

_SPINNER: Final = "|/-\\"


class PassphraseField(OneLine):
    """The one field; what is typed in it is never shown."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Unlock"), show=True)]

    def one_line(self, text: str) -> str:
        """Return the first line as it is: every sign of a passphrase counts."""
        return next(iter(text.splitlines()), "")


class UnlockScreen(OwnKeys):
    """Asks for the passphrase, says that it is at work, and says in one sentence when it does not open."""

    field = getters.query_one("#passphrase", Input)
    said = getters.query_one("#said", Static)

    class Entered(Message):
        """A passphrase was entered."""

        def __init__(self, passphrase: str) -> None:
            super().__init__()
            self.passphrase = passphrase

    def __init__(self, vault_name: str) -> None:
        super().__init__()
        self._vault_name = vault_name
        self._wrong = 0
        self._wait = 0
        self._steps = 0
        self._busy = False

    def compose(self) -> ComposeResult:
        """Lay out the name of the vault and the one field."""
        yield TitleBar()
        with Middle(), Center(), Vertical(id="unlock"):
            yield Label("zvk", id="brand")
            yield Label(plain(self._vault_name), id="vault-name")
            yield PassphraseField(password=True, id="passphrase", placeholder=_("Passphrase"))
            yield Static("", id="said")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say where the user is."""
        self.query_one(TitleBar).title = _("Unlock")
        self._say(_("Type your passphrase and press enter."))
        self._clock = self.set_interval(0.25, self._step, pause=True)

    def on_screen_resume(self) -> None:
        """Be ready to type: after a lock this is the first screen again."""
        self.field.focus()
        self.call_after_refresh(self.query_one(KeyBar).refresh)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_submit()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._busy or not event.value:
            return
        shouting = len(event.value) > 3 and event.value.isupper()
        self._say(_("Is caps lock on? These are capitals only.") if shouting else "")

    def action_submit(self) -> None:
        """Try the passphrase, unless one is being tried or it is not yet time."""
        passphrase = self.field.value
        if not self._busy and self._wait == 0 and passphrase:
            self.enter(passphrase)

    def enter(self, passphrase: str) -> None:
        """Try this passphrase, and show that the key is being derived."""
        self._busy = True
        self.field.value = ""
        self.field.disabled = True
        self._steps = 0
        self._step()
        self._clock.resume()
        self.post_message(self.Entered(passphrase))

    def opened(self) -> None:
        """Be as new, for after the next lock."""
        self._rest()
        self._wrong = 0
        self._say(_("Type your passphrase and press enter."))

    def failed(self, error: ZvkError) -> None:
        """Say why the vault did not open; after wrong passphrases in a row the next try waits."""
        self._rest()
        self.field.focus()
        self._say(error.sentence, problem=True)
        if isinstance(error, WrongPassphrase):
            self._wait = 4 * _WAITS[min(self._wrong, len(_WAITS) - 1)]
            self._wrong += 1
            self._clock.resume()

    def _rest(self) -> None:
        self._busy = False
        self.field.disabled = False
        self._clock.pause()

    def _step(self) -> None:
        if self._busy:
            self._steps += 1
            self._say(f"{_SPINNER[self._steps % 4]} {_('The key is being derived; this takes a second on purpose.')}")
        elif self._wait > 0:
            self._wait -= 1
            seconds = -(-self._wait // 4)
            wait = ngettext(
                "Wrong passphrase. Wait {count} second.", "Wrong passphrase. Wait {count} seconds.", seconds
            )
            again = _("Wrong passphrase. You can try again.")
            self._say(wait.format(count=seconds) if seconds else again, problem=True)
        else:
            self._clock.pause()

    def _say(self, sentence: str, *, problem: bool = False) -> None:
        self.said.update(plain(sentence, "$zvk-late" if problem else "$zvk-muted"))
