"""What every screen has: the bar above, the keys below, the open vault, and names as the projector allows."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar, cast

from textual import getters, work
from textual._context import visible_screen_stack
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widget import _RenderCache
from textual.worker import Worker

from zvk_tui.documents.minutes_document import subjects
from zvk_tui.documents.names import Masks, masked
from zvk_tui.domain.case_file import CaseFile, NameStyle
from zvk_tui.domain.minutes import Minutes
from zvk_tui.errors import ZvkError
from zvk_tui.i18n import N_, _
from zvk_tui.screens.host import Host
from zvk_tui.widgets.bars import KeyBar, TitleBar
from zvk_tui.widgets.dimmed import dimmed
from zvk_tui.widgets.own_keys import OwnKeys

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

Result = TypeVar("Result")
Screen_ = TypeVar("Screen_", bound="VaultAccess[Any]")
Params = ParamSpec("Params")


def asking(
    method: Callable[Concatenate[Screen_, Params], Awaitable[None]],
) -> Callable[Concatenate[Screen_, Params], Worker[None]]:
    """Run a method that asks something in a dialog beside the screen, one at a time.

    A second key that would ask while the first still asks does nothing. An expected failure is told in a sentence.
    """

    @wraps(method)
    async def told(self: Screen_, /, *args: Params.args, **kwargs: Params.kwargs) -> None:
        if self.asks:
            return
        self.asks = True
        try:
            await method(self, *args, **kwargs)
        except ZvkError as error:
            self.tell_error(error)
        finally:
            self.asks = False

    return work(group="dialog")(told)


class VaultAccess(OwnKeys, Screen[Result], Generic[Result]):
    """A screen that reads and writes the open vault."""

    asks = False
    """Whether a dialog of this screen is waiting for an answer."""

    @property
    def zvk(self) -> Host:
        """The app."""
        return cast("Host", self.app)

    @property
    def vault(self) -> "Vault":
        """The open vault."""
        return self.zvk.open_vault

    @property
    def name_style(self) -> NameStyle:
        """How people are named now: initials while a projector may be on."""
        return NameStyle.INITIALS if self.zvk.projector else NameStyle.FULL

    def case_title(self, case_file: CaseFile) -> str:
        """Return the number of a case and the name that may be shown."""
        return f"{case_file.ref}  {case_file.named(self.name_style)}"

    def shown(self, text: str, case_ref: str) -> str:
        """Return what was typed about a case, its names as the projector allows."""
        subject = self.vault.register.subject(case_ref) if self.zvk.projector and case_ref else None
        return masked(text, case_ref, subject, NameStyle.INITIALS) if subject else text

    def shown_minutes(self, minutes: Minutes) -> Callable[[str], str]:
        """Return how texts of these minutes are shown: as they are, or their names masked."""
        return Masks(subjects(minutes), self.name_style).apply

    def why_not(self, action: str) -> str:  # noqa: ARG002 - each screen answers for its own actions
        """Return why an action does not apply now, as a sentence; nothing when it does."""
        return ""

    def allowed(self, action: str) -> bool:
        """Return whether an action applies now, and say why when it does not."""
        reason = self.why_not(action)
        if reason:
            self.tell(reason, problem=True)
        return not reason

    def tell(self, sentence: str, *, problem: bool = False) -> None:
        """Show a short sentence beside what is on the screen; never a name, never markup."""
        self.notify(sentence, severity="warning" if problem else "information", markup=False, timeout=6)

    def tell_error(self, error: ZvkError) -> None:
        """Show what went wrong, in the words of the error."""
        self.notify(error.sentence, severity="error", markup=False, timeout=10)

    async def _dispatch_message(self, message: Message) -> None:
        """Handle a message; a failure that is expected is told in a sentence, and the screen lives on."""
        try:
            await super()._dispatch_message(message)
        except ZvkError as error:
            self.tell_error(error)

    def refresh_view(self) -> None:
        """Read again what is shown; every screen that shows the vault does so in its own way."""


class ZvkScreen(VaultAccess[None]):
    """A full screen with its two bars."""

    HEADING: ClassVar[str] = ""
    """Message id of the name of the screen."""

    bar = getters.query_one(TitleBar)
    keys = getters.query_one(KeyBar)

    def compose(self) -> ComposeResult:
        """Lay out the bars around the body."""
        yield TitleBar()
        yield from self.compose_body()
        yield KeyBar()

    def compose_body(self) -> ComposeResult:
        """Lay out what is between the bars."""
        yield from ()

    def on_mount(self) -> None:
        """Say where the user is, and read what is shown."""
        self.bar.title = _(self.HEADING)
        self.refresh_view()
        self.begin()

    def begin(self) -> None:
        """Do what is left once the screen has read what it shows; a screen says what that is.

        Not an `on_mount` of its own: Textual calls that of every class, so one that calls its parent's reads twice.
        """


class Dialog(ModalScreen[Result], VaultAccess[Result], Generic[Result]):
    """A dialog over a screen: escape goes back and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss_none", N_("Back"), show=True),
        Binding("question_mark,f1", "app.help", N_("Help"), show=True),
    ]

    def _render_content(self) -> None:
        """Paint what is below the dialog dimmed, in a tenth of the time that Textual's own way takes."""
        below = visible_screen_stack.get()
        if not below:
            super()._render_content()
            return
        strips = dimmed(below.pop()._compositor.render_strips(), self.styles.background)  # noqa: SLF001
        self._render_cache = _RenderCache(self.size, strips)
        self._dirty_regions.clear()

    def action_dismiss_none(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)
