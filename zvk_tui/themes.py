"""Our two looks, `zvk-dark` and `zvk-light`: calm, and every text at WCAG AA (4.5:1) or better, in grey as well.

Colours live here and nowhere else; a stylesheet names variables only. Beside Textual's own variables there are ours:
`$zvk-muted` (what matters less), `$zvk-late` (over time), `$zvk-soon` (nearly so) and `$zvk-done` (finished). A state
is a word or a sign first; its colour comes second.
"""

from dataclasses import dataclass
from typing import Final

from textual.theme import Theme

from zvk_tui.i18n import N_
from zvk_tui.settings import THEME_NAMES

DEFAULT_THEME: Final = THEME_NAMES[0]
"""The look of a first start."""

THEME_LABELS: Final = {"zvk-dark": N_("dark"), "zvk-light": N_("light")}
"""What each look is called for the user; translated where it is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Palette:
    """The colours of one look, each with one meaning."""

    background: str
    surface: str
    """Behind lists and fields."""
    panel: str
    """Behind headers and the key bar."""
    text: str
    muted: str
    """Text that matters less; still read without effort."""
    faint: str
    """Text that does not apply now, and the hint in an empty field."""
    calm: str
    """Keys, titles, the cursor: the one colour that is not about a state."""
    on_calm: str
    """Text on `calm`, `late`, `soon` and `done`."""
    quiet: str
    late: str
    soon: str
    done: str
    chosen: str
    """Behind a selection, and behind the cursor of a list without focus."""
    on_chosen: str
    edge: str
    """Borders of fields and scroll bars: 3:1 against what they lie on (WCAG 1.4.11)."""
    veil: str
    """Laid over what the mouse is on."""


_DARK: Final = _Palette(
    background="#12161b",
    surface="#1a2027",
    panel="#252d37",
    text="#e4e8ec",
    muted="#a7b3bf",
    faint="#98a4b0",
    calm="#8ab9dc",
    on_calm="#0d1117",
    quiet="#b3c2d1",
    late="#f49c94",
    soon="#e8c07a",
    done="#93cfa4",
    chosen="#2b3c4d",
    on_chosen="#ffffff",
    edge="#74828f",
    veil="#ffffff14",
)

_LIGHT: Final = _Palette(
    background="#f4f6f8",
    surface="#ffffff",
    panel="#e6ebf0",
    text="#1a2128",
    muted="#4c5864",
    faint="#5b6772",
    calm="#1d5a86",
    on_calm="#ffffff",
    quiet="#43586b",
    late="#a1262a",
    soon="#7a4b00",
    done="#1c6535",
    chosen="#cddceb",
    on_chosen="#1a2128",
    edge="#75828e",
    veil="#00000014",
)


def _theme(name: str, palette: _Palette, *, dark: bool) -> Theme:
    """Return the look that shows `palette`."""
    return Theme(
        name=name,
        dark=dark,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        foreground=palette.text,
        boost=palette.veil,
        primary=palette.calm,
        secondary=palette.quiet,
        accent=palette.calm,
        error=palette.late,
        warning=palette.soon,
        success=palette.done,
        variables=_text_variables(palette) | _place_variables(palette) | _muted_variables(palette),
    )


def _text_variables(palette: _Palette) -> dict[str, str]:
    """Return the variables of text that says something by its colour."""
    return {
        "text-muted": palette.muted,
        "text-disabled": palette.faint,
        "foreground-muted": palette.muted,
        "foreground-disabled": palette.faint,
        "text-primary": palette.calm,
        "text-secondary": palette.quiet,
        "text-accent": palette.calm,
        "text-error": palette.late,
        "text-warning": palette.soon,
        "text-success": palette.done,
        "button-color-foreground": palette.on_calm,
        "zvk-muted": palette.muted,
        "zvk-late": palette.late,
        "zvk-soon": palette.soon,
        "zvk-done": palette.done,
    }


def _muted_variables(palette: _Palette) -> dict[str, str]:
    """Return the grounds of text in a colour: one and the same, for Textual's own blends are too weak for AA."""
    meanings = ("primary", "secondary", "accent", "error", "warning", "success")
    return {f"{meaning}-muted": palette.panel for meaning in meanings}


def _place_variables(palette: _Palette) -> dict[str, str]:
    """Return the variables that show where one is: cursor, selection, focus, scroll bar."""
    return {
        "block-cursor-background": palette.calm,
        "block-cursor-foreground": palette.on_calm,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": palette.chosen,
        "block-cursor-blurred-foreground": palette.on_chosen,
        "block-hover-background": palette.veil,
        "input-cursor-background": palette.calm,
        "input-cursor-foreground": palette.on_calm,
        "input-selection-background": palette.chosen,
        "input-selection-foreground": palette.on_chosen,
        "screen-selection-background": palette.chosen,
        "screen-selection-foreground": palette.on_chosen,
        "border": palette.calm,
        "border-blurred": palette.edge,
        "scrollbar": palette.edge,
        "scrollbar-hover": palette.calm,
        "scrollbar-active": palette.calm,
    }


THEMES: Final = (
    _theme(THEME_NAMES[0], _DARK, dark=True),
    _theme(THEME_NAMES[1], _LIGHT, dark=False),
)
"""Our looks, ready to be registered with the app; the first is the default."""
