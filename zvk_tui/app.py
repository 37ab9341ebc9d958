"""The app: the vault that is open, the keys that work everywhere, locking, and a crash that tells nothing."""

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from time import monotonic, time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.text import Text
from textual import events, on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.theme import Theme

from zvk_tui.errors import VaultLocked, ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.opening import settle_memory
from zvk_tui.screens.places import main_screen
from zvk_tui.screens.unlock import UnlockScreen
from zvk_tui.settings import Settings
from zvk_tui.themes import DEFAULT_THEME, THEMES

if TYPE_CHECKING:
    from zvk_tui.domain.chamber import ChamberSettings
    from zvk_tui.store.vault import Vault

SMALLEST: Final = (80, 24)
"""The columns and rows that everything fits."""

Opener = Callable[[str], "Vault"]
"""Opens the vault with a passphrase; may take a second and raises the errors of `zvk_tui.errors`."""


class ZvkApp(App[None]):
    """The meeting table, on one vault."""

    CSS_PATH = "zvk.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "zvk"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - typed by Textual
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "go('today')", N_("Today"), show=False),
        Binding("2", "go('meeting')", N_("Meeting"), show=False),
        Binding("3", "go('cases')", N_("Cases"), show=False),
        Binding("4", "go('priority')", N_("Top 10"), show=False),
        Binding("5", "go('progress')", N_("Progress"), show=False),
        Binding("6", "go('closure')", N_("Closing"), show=False),
        Binding("8", "go('register')", N_("Care of the vault"), show=False),
        Binding("slash", "go('search')", N_("Search"), show=False, tooltip=N_("Search cases")),
        Binding("question_mark,f1", "help", N_("Help"), show=True),
        Binding("ctrl+p", "palette", N_("Commands"), show=False, priority=True),
        Binding("u", "undo", N_("Undo"), show=False),
        Binding("f5", "settings", N_("Settings of the chamber"), show=False, priority=True),
        Binding("f6", "keys", N_("Keys of the vault"), show=False, priority=True),
        Binding("f8", "projector", N_("Projector mode"), show=False, priority=True),
        Binding("f9", "blank", N_("Blank the screen"), show=False, priority=True),
        Binding("ctrl+l", "lock", N_("Lock"), show=False, priority=True),
        Binding("ctrl+t", "theme", N_("Light or dark"), show=False, priority=True),
        Binding("ctrl+q", "leave", N_("Leave"), show=True, priority=True),
    ]

    projector: reactive[bool] = reactive(False, init=False)
    """Whether numbers and initials stand in the place of names, on every screen."""

    class Opened(Message):
        """The vault has been opened."""

        def __init__(self, vault: "Vault") -> None:
            super().__init__()
            self.vault = vault

    class Refused(Message):
        """The vault was not opened."""

        def __init__(self, error: ZvkError) -> None:
            super().__init__()
            self.error = error

    def __init__(
        self,
        path: Path,
        opener: Opener,
        settings: Settings,
        config: Path | None = None,
        passphrase: str | None = None,
    ) -> None:
        chosen = settings.theme if settings.theme in self.available_themes else DEFAULT_THEME
        self.set_reactive(ZvkApp.theme, chosen)  # before Textual reads its colours: no style is parsed twice
        super().__init__()
        self._passphrase = passphrase
        self._path = path
        self._opener = opener
        self._settings = settings
        self._config = config
        self._vault: Vault | None = None
        self._touch()
        self._lock_after = 15 * 60

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own looks, and no others."""
        return {theme.name: theme for theme in THEMES}

    @property
    def open_vault(self) -> "Vault":
        """The open vault.

        Raises:
            VaultLocked: while it is locked.
        """
        if self._vault is None:
            raise VaultLocked(N_("The vault is locked. Unlock it first."))
        return self._vault

    @property
    def is_open(self) -> bool:
        """Whether the vault is open."""
        return self._vault is not None

    def get_default_screen(self) -> Screen[object]:
        """Start at the unlock screen, with no blank screen below it to lay out and paint first."""
        return UnlockScreen(self._path.stem)

    def on_mount(self) -> None:
        """Load what comes after the unlock screen while the user types."""
        if self._passphrase is not None:
            self.call_after_refresh(self._open_at_once, self._passphrase)
            self._passphrase = None
        self.set_timer(0.4, self._load_ahead)
        self.set_interval(5, self._lock_when_idle)
        self.set_interval(2, self._leave_without_terminal)
        for name in ("SIGHUP", "SIGTERM"):
            with contextlib.suppress(AttributeError, NotImplementedError, RuntimeError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.action_leave)

    async def on_event(self, event: events.Event) -> None:
        """Notice that somebody is there."""
        if isinstance(event, events.InputEvent):
            self._touch()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Ask for a larger window when nothing fits; go back to where the user was when it does."""
        from zvk_tui.screens.too_small import TooSmall

        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall(SMALLEST))
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def watch_projector(self) -> None:
        """Show or hide names on every screen at once."""
        self._refresh_views()

    @on(UnlockScreen.Entered)
    def _try(self, event: UnlockScreen.Entered) -> None:
        self._unlock(event.passphrase)

    @on(Opened)
    def _enter(self, event: Opened) -> None:
        self._vault = event.vault
        if isinstance(self.screen, UnlockScreen):
            self.screen.opened()
        self.heed(event.vault.settings.get())
        self._touch()
        self._return_to(event.vault.drafts.place())
        self.set_timer(1, settle_memory)

    @on(Refused)
    def _stay_out(self, event: Refused) -> None:
        if isinstance(self.screen, UnlockScreen):
            self.screen.failed(event.error)

    def action_go(self, place: str) -> None:
        """Go to one of the main screens."""
        if self._vault is not None and not self._in_dialog():
            self._show(place)

    def open_meeting(self, meeting_id: int) -> None:
        """Show one meeting, in the phase it is in."""
        self._show("meeting", meeting_id)

    def action_help(self) -> None:
        """Show the keys that work here."""
        from zvk_tui.screens.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(self.screen))

    def action_palette(self) -> None:
        """Choose a command by its name."""
        from zvk_tui.screens.palette import Palette

        if not self._in_dialog():
            self.push_screen(Palette(self.screen))

    def action_undo(self) -> None:
        """Undo the last change and say what it was."""
        from zvk_tui.labels import label

        if self._vault is None:
            return
        undone = self._vault.undo()
        said = _("Undone: {what}").format(what=label(undone.act)) if undone else _("There is nothing to undo.")
        if undone and undone.case_ref:
            said += f" ({undone.case_ref})"
        self.notify(said, markup=False)
        self._refresh_views()

    def action_projector(self) -> None:
        """Put numbers and initials in the place of names, or back."""
        self.projector = not self.projector
        if self._vault is not None:
            on_words = _("Projector mode is on: initials in the place of names.")
            self.notify(on_words if self.projector else _("Projector mode is off."), markup=False)

    def action_theme(self) -> None:
        """Change between light and dark, and keep it for the next time."""
        from dataclasses import replace

        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self._settings = replace(self._settings, theme=self.theme)
        if self._config is not None:
            try:
                self._settings.save(self._config)
            except ZvkError as error:
                self.notify(error.sentence, severity="warning", markup=False)

    def action_settings(self) -> None:
        """The settings of the chamber."""
        from zvk_tui.screens.chamber_settings import SettingsDialog

        if self._vault is not None and not self._in_dialog():
            self.push_screen(SettingsDialog())

    def heed(self, settings: "ChamberSettings") -> None:
        """Follow the settings of the chamber from now on."""
        self._lock_after = settings.lock_after_minutes * 60

    def action_keys(self) -> None:
        """Who can open this vault, and with what."""
        from zvk_tui.screens.keys import Keys

        if self._vault is not None and not self._in_dialog():
            self.push_screen(Keys())

    def action_help_quit(self) -> None:
        """Say how to leave, for who tries ctrl+c."""
        self.notify(_("ctrl+q leaves zvk; what you typed is kept."), markup=False)

    def copy_to_clipboard(self, text: str) -> None:
        """Keep what was cut or copied inside the app: the clipboard of the laptop is open to every program."""
        self._clipboard = text

    def action_blank(self) -> None:
        """Blank the screen at once, then lock; any key asks for the passphrase."""
        from zvk_tui.screens.blank import Blank

        if self._vault is not None:
            self._close_vault()
            self._clear_down_to(2)
            self.switch_screen(Blank())

    def action_lock(self) -> None:
        """Lock the vault; what was being typed is kept in it."""
        if self._vault is not None:
            self._close_vault()
            self._clear_down_to(1)

    def action_leave(self) -> None:
        """Lock the vault and leave; stay when what was typed cannot be kept (a lock closes the vault all the same)."""
        if self._vault is not None:
            self.keep_typing()
        self._close_vault()
        self.exit()

    def keep_typing(self) -> None:
        """Keep now what is being typed, in every screen."""
        from zvk_tui.widgets.drafts import KeepsDraft

        for screen in self.screen_stack:
            for widget in screen.query("*"):
                if isinstance(widget, KeepsDraft):
                    widget.keep_draft()

    @work(thread=True, group="unlock", exclusive=True, description="derive the key and open")
    def _unlock(self, passphrase: str) -> None:
        try:
            self.post_message(self.Opened(self._opener(passphrase)))
        except ZvkError as error:
            self.post_message(self.Refused(error))

    @work(thread=True, group="load", exit_on_error=False, description="load the store and the screens")
    def _load_ahead(self) -> None:
        from importlib import import_module

        from zvk_tui.opening import load_store, loading

        load_store()
        with loading():
            for name in ("today", "meeting"):
                import_module(f"zvk_tui.screens.{name}")

    def _open_at_once(self, passphrase: str) -> None:
        if isinstance(self.screen, UnlockScreen):
            self.screen.enter(passphrase)

    def _touch(self) -> None:
        """Note that somebody is there; a laptop that slept has a later time of day but no later running time."""
        self._last_touch, self._last_touch_by_day = monotonic(), time()

    def _leave_without_terminal(self) -> None:
        """Leave, everything kept, when the window was closed: nobody can type here any more."""
        if not self.is_headless and not os.isatty(0):
            self.action_leave()

    def _lock_when_idle(self) -> None:
        idle = max(monotonic() - self._last_touch, time() - self._last_touch_by_day)
        if self._vault is None or idle < self._lock_after - 60:
            return
        if idle >= self._lock_after:
            self.action_lock()
        elif idle < self._lock_after - 55:
            self.notify(_("The vault locks in a minute. Press any key to stay."), severity="warning", markup=False)

    def _clear_down_to(self, left: int) -> None:
        """Close the screens above the first `left`; the unlock screen is the first, and always there."""
        self.clear_notifications()
        while len(self.screen_stack) > left:
            self.pop_screen()

    def _close_vault(self) -> None:
        if self._vault is None:
            return
        try:
            self.keep_typing()
        except ZvkError as error:
            self.call_later(self.notify, error.sentence, severity="error", markup=False, timeout=10)
        finally:
            self._vault.lock()
            self._vault = None

    def _show(self, place: str, meeting_id: int | None = None) -> None:
        self.keep_typing()
        screen = main_screen(self.open_vault, place, meeting_id)
        self.open_vault.drafts.keep_place(json.dumps({"screen": place, "meeting": meeting_id}))
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self._clear_down_to(2)
            self.switch_screen(screen)

    def _return_to(self, place: str) -> None:
        kept = json.loads(place) if place else {}
        try:
            self._show(kept.get("screen", "today"), kept.get("meeting"))
        except ZvkError:
            self._show("today")

    def _refresh_views(self) -> None:
        from zvk_tui.screens.base import VaultAccess

        for screen in self.screen_stack:
            if isinstance(screen, VaultAccess) and screen.is_mounted and self._vault is not None:
                screen.refresh_view()

    def _in_dialog(self) -> bool:
        return self.screen.is_modal

    async def run_action(self, *args: Any, **kwargs: Any) -> bool:
        """Run an action; a failure that is expected is told in a sentence."""
        try:
            return await super().run_action(*args, **kwargs)
        except ZvkError as error:
            self.notify(error.sentence, severity="error", markup=False, timeout=10)
            return True

    def _fatal_error(self) -> None:
        """Say one sentence and stop: a traceback would print what is in the vault."""
        with contextlib.suppress(ZvkError):
            self._close_vault()
        sentence = _("zvk has stopped because of a fault. What you entered is kept; start again and unlock the vault.")
        self._exit_renderables = [Text(sentence)]
        self._close_messages_no_wait()
