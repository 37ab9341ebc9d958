"""Both looks can be read: WCAG AA from the variables as Textual resolves them, in colour and in grey."""

from itertools import product

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import Theme
from textual.widgets import Label, OptionList

from zvk_tui.i18n import _
from zvk_tui.themes import DEFAULT_THEME, THEME_LABELS, THEMES

BOTH = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
GREY = pytest.mark.parametrize("grey", [False, True], ids=["colour", "NO_COLOR"])

AA_TEXT = 4.5
AA_PARTS = 3.0

PLAIN = ("background", "surface", "panel")
MEANINGS = ("primary", "secondary", "accent", "error", "warning", "success")
WORDS = ("foreground", "text", *MEANINGS, "text-muted", "text-disabled", *(f"text-{word}" for word in MEANINGS))
OURS = ("zvk-muted", "zvk-late", "zvk-soon", "zvk-done", "foreground-muted", "foreground-disabled")
STATES = ("primary", "error", "warning", "success")

PAIRS = [
    *product((*WORDS, *OURS), PLAIN),
    *product(("foreground", "text-error", "text-warning", "text-success"), ("panel-lighten-1",)),  # toasts
    *((f"text-{state}", f"{state}-muted") for state in STATES),  # flat buttons
    *product(("button-color-foreground", "text"), STATES),  # solid buttons
    *product(("button-color-foreground",), ("primary-darken-2", "error-darken-1")),  # the same, under the mouse
    *product(("footer-key-foreground", "footer-description-foreground", "footer-foreground"), ("footer-background",)),
    *(
        (f"{place}-foreground", f"{place}-background")
        for place in ("block-cursor", "block-cursor-blurred", "input-cursor", "input-selection", "screen-selection")
    ),
]
"""Text and what it lies on, wherever a widget that we use puts one on the other."""


class Looks(App[None]):
    """One list in one look."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.register_theme(theme)
        self.theme = theme.name

    def compose(self) -> ComposeResult:
        """Show a muted line and a list with its cursor on the first line."""
        yield Label("line")
        yield OptionList("first", "second")


def resolved(theme: Theme) -> dict[str, str]:
    """Return the variables of `theme` as a running app hands them to its stylesheet."""
    return Looks(theme).get_css_variables()


def colour(variables: dict[str, str], name: str, on: Color) -> Color:
    """Return the opaque colour of a variable that is shown on `on`; "auto" is black or white, as Textual chooses."""
    value = variables[name]
    if value.startswith("auto"):
        return on + on.get_contrast_text(float(value.removeprefix("auto").strip().rstrip("%")) / 100)
    return on + Color.parse(value)


def luminance(colour: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float, *, grey: bool) -> list[str]:
    """Return the pairs of `theme` that stay below `least`; in grey as Textual shows it under NO_COLOR."""
    variables, weak = resolved(theme), []
    for front, back in pairs:
        behind = colour(variables, back, on=Color.parse(variables["background"]))
        text = colour(variables, front, on=behind)
        ratio = contrast(text.monochrome, behind.monochrome) if grey else contrast(text, behind)
        if ratio < least:
            weak.append(f"{front} on {back}: {ratio:.2f}")
    return weak


def test_contrast_is_that_of_wcag() -> None:
    """The measure is WCAG's: black on white is 21, a colour on itself 1, #777777 on white just fails AA."""
    white = Color.parse("#ffffff")
    assert contrast(Color.parse("#000000"), white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(Color.parse("#777777"), white) == pytest.approx(4.48, abs=0.005)


@BOTH
@GREY
def test_text_can_be_read(theme: Theme, grey: bool) -> None:
    """Every text reaches 4.5:1 on what it lies on: plain, muted, footer keys, cursor, selection, buttons, states."""
    assert too_weak(theme, PAIRS, AA_TEXT, grey=grey) == []


@BOTH
@GREY
def test_text_can_be_read_in_a_list_with_focus(theme: Theme, grey: bool) -> None:
    """A list or field that has the focus is tinted by Textual; what is written on it can still be read."""
    variables = resolved(theme)
    tinted = Color.parse(variables["surface"]).tint(Color.parse(variables["foreground"]).with_alpha(0.05))
    for name in (*WORDS, *OURS):
        text = colour(variables, name, on=tinted)
        pair = (text.monochrome, tinted.monochrome) if grey else (text, tinted)
        assert contrast(*pair) >= AA_TEXT, name


@BOTH
@GREY
def test_cursor_and_borders_can_be_found(theme: Theme, grey: bool) -> None:
    """The cursor, the border of a field and the scroll bar stand out 3:1 from what they lie on (WCAG 1.4.11)."""
    parts = ("block-cursor-background", "input-cursor-background", "border", "border-blurred", "scrollbar")
    assert too_weak(theme, [*product(parts, PLAIN)], AA_PARTS, grey=grey) == []


@BOTH
async def test_without_colour_the_cursor_is_grey_on_grey_and_seen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under NO_COLOR nothing on the screen has a hue, and the line with the cursor still differs from the others."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = Looks(theme)
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        lines = [
            [app._filters[-1].apply([segment], Color.parse("#000000"))[0] for segment in strip]
            for strip in app.screen._compositor.render_strips()
        ]
    styles = {
        text: segment.style for line in lines for segment in line if (text := segment.text.strip()) and segment.style
    }
    shown = [style.bgcolor for style in styles.values() if style.bgcolor] + [
        style.color for style in styles.values() if style.color
    ]
    assert {"line", "first", "second"} <= set(styles)
    assert all(len(set(part.get_truecolor())) == 1 for part in shown)
    assert styles["first"].bgcolor != styles["second"].bgcolor


def test_two_looks_with_a_name_in_dutch() -> None:
    """There is a dark and a light look, each called so in Dutch, and the first start shows one of them."""
    assert [theme.name for theme in THEMES] == ["zvk-dark", "zvk-light"]
    assert [theme.dark for theme in THEMES] == [True, False]
    assert [_(THEME_LABELS[theme.name]) for theme in THEMES] == ["donker", "licht"]
    assert THEMES[0].name == DEFAULT_THEME
