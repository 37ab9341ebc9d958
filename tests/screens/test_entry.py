"""One line at the table becomes an action: what is good is kept, what is not is said, and no text is lost."""

from datetime import date
from typing import TYPE_CHECKING

from zvk_tui.domain.record import Action
from zvk_tui.widgets.drafts import DraftArea

if TYPE_CHECKING:
    from tests.screens.conftest import Chair, Sit


def actions(chair: "Chair") -> list[Action]:
    """Return the actions agreed at the item the table is at, in the order in which they were."""
    return sorted(chair.vault.cards.get(chair.current.id).actions, key=lambda action: action.number)


def typed(chair: "Chair") -> str:
    """Return the text of the field with the cursor."""
    field = chair.app.focused
    assert isinstance(field, DraftArea)
    return field.text


GOOD = (
    ("politie: huisbezoek afleggen @14-12", "Politie", "huisbezoek afleggen", date(2026, 12, 14)),
    ("Nabij: bellen @vr", "Nabij", "bellen", date(2026, 11, 27)),
    ("om: termijn doorgeven @+2w", "OM", "termijn doorgeven", date(2026, 12, 7)),
    ("halt: gesprek plannen @volgende", "Halt", "gesprek plannen", date(2026, 12, 7)),
)
"""Lines that are clear, and the owner, text and date of their action."""

LACKING = (
    ("jeugd: bellen @vr", "Welke? Jeugd-ggz, Jeugdbescherming, Jeugdhulp"),
    ("brandweer: blussen @vr", "“brandweer”"),
    ("bellen @vr", "Wie?"),
    ("politie: @vr", "Wat?"),
    ("politie: huisbezoek afleggen", "Wanneer?"),
    ("politie: huisbezoek afleggen @ooit", "Dat is geen datum"),
    ("politie: huisbezoek afleggen @14-12 @15-12", "twee datums"),
    ("politie: huisbezoek afleggen @01-11-2026", "al voorbij"),
)
"""Lines that are not clear, and what is said of them."""


async def test_a_good_line_is_an_action(sit: "Sit") -> None:
    """One line gives an action exactly one owner and one date, and the form is gone."""
    async with sit("running") as chair:
        for line, owner, text, due in GOOD:
            await chair.press("a")
            await chair.enter(line)
            action = actions(chair)[-1]
            assert (action.owner.short, action.text, action.due) == (owner, text, due)
            assert not chair.focused(DraftArea), line


async def test_a_line_that_lacks_something_stays(sit: "Sit") -> None:
    """What is not clear is said under the line; the text stays, and nothing is recorded."""
    async with sit("running") as chair:
        before = actions(chair)
        await chair.press("a")
        for line, said in LACKING:
            await chair.enter(line)
            assert said in chair.screen, line
            assert typed(chair) == line
            await chair.press("end", "ctrl+u")
        assert actions(chair) == before


async def test_tab_offers_one_owner_after_the_other(sit: "Sit") -> None:
    """Tab puts each owner that fits before the colon in turn, and keeps what was typed after it."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("jeugd")
        offered = []
        for _press in range(5):
            await chair.press("tab")
            offered.append(typed(chair).partition(":")[0])
        assert offered == ["Jeugd-ggz", "Jeugdbescherming", "Jeugdhulp", "Jeugdreclassering", "Jeugd-ggz"]
        await chair.enter("bellen @vr")
        assert actions(chair)[-1].text == "bellen"


async def test_a_good_line_says_how_it_is_understood(sit: "Sit") -> None:
    """Before enter is pressed the chair sees the organisation in full and the day in words."""
    async with sit("running", "120x40") as chair:
        await chair.press("a")
        await chair.type("politie/el bahri: huisbezoek afleggen @14-12")
        assert "✓ Politie, basisteam Wijkerveen, Samira El Bahri · maandag 14 december 2026" in chair.screen


async def test_escape_keeps_what_was_typed(sit: "Sit") -> None:
    """A form that is left and opened again has its text and its cursor."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.type("politie: huisbezoek")
        await chair.press("left", "left", "escape", "a")
        assert typed(chair) == "politie: huisbezoek"
        await chair.type("X")
        assert typed(chair) == "politie: huisbezoXek"


async def test_the_next_item_waits_for_text_that_was_not_entered(sit: "Sit") -> None:
    """`n` goes nowhere while a line stands half-typed: it says so and brings the line back."""
    async with sit("running") as chair:
        here = chair.current.id
        await chair.press("a")
        await chair.type("politie: huisbezoek afleggen")
        await chair.press("escape", "n")
        await chair.until(lambda: chair.focused(DraftArea))
        assert chair.current.id == here
        assert "niet is ingevoerd" in chair.said
        assert typed(chair) == "politie: huisbezoek afleggen"


async def test_what_was_entered_leaves_no_draft(sit: "Sit") -> None:
    """After an entry the same form opens empty."""
    async with sit("running") as chair:
        await chair.press("a")
        await chair.enter("politie: huisbezoek afleggen @14-12")
        await chair.press("a")
        assert typed(chair) == ""
        assert chair.vault.drafts.of_item(chair.current.id) == ()


async def test_a_decision_is_entered_field_by_field(sit: "Sit") -> None:
    """Enter goes from field to field and saves at the last."""
    async with sit("running") as chair:
        await chair.press("b")
        for field in ("Plan voortzetten", "Het werkt.", "burgemeester", "Politie"):
            await chair.enter(field)
        decision = chair.vault.cards.get(chair.current.id).decisions[-1]
        assert decision.decided_by
        said = (decision.text, decision.motive, decision.decided_by.short, decision.dissent)
        assert said == ("Plan voortzetten", "Het werkt.", "Burgemeester", "Politie")


async def test_a_decision_without_text_is_refused_in_the_form(sit: "Sit") -> None:
    """An empty decision is not saved; the form says why and keeps the motive."""
    async with sit("running") as chair:
        before = len(chair.vault.cards.get(chair.current.id).decisions)
        await chair.press("b", "enter")
        await chair.type("Het werkt.")
        await chair.press("ctrl+s")
        assert len(chair.vault.cards.get(chair.current.id).decisions) == before
        assert "Het werkt." in chair.screen
        assert "geen tekst" in chair.screen


async def test_a_contribution_has_a_source_and_a_kind(sit: "Sit") -> None:
    """The kind is chosen with the arrows, the source is what stands before the colon."""
    async with sit("running") as chair:
        await chair.press("i")
        await chair.type("reclassering/palmentuin: Hij komt zijn afspraken na.")
        await chair.press("tab", "right", "right", "enter")
        said = chair.vault.cards.get(chair.current.id).contributions[-1]
        assert said.professional
        assert (said.partner.short, said.professional.name, said.kind.value) == (
            "Reclassering",
            "Wensley Palmentuin",
            "hearsay",
        )


async def test_an_entry_can_be_changed_and_removed(sit: "Sit") -> None:
    """`e` opens the entry that was chosen with its text in the form, or takes it out."""
    async with sit("running") as chair:
        await chair.press("e", "end", "enter", "enter", "end")
        await chair.type(" ")
        await chair.press("ctrl+u")
        await chair.enter("om: termijn doorgeven @vr")
        assert [action.text for action in actions(chair)] == ["termijn doorgeven"]
        await chair.press("e", "end", "enter", "down", "enter")
        assert actions(chair) == []
