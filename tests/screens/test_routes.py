"""Every route of the seed, walked from registration to its end: through the store, and by keyboard in the app."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.case_terms import ClosingReason, EventKind, Forum, LetterState, PoliceContactKind, ScaleTarget
from zvk_tui.domain.life import CaseEvent, CaseLife, NewCase
from zvk_tui.domain.log import Act
from zvk_tui.domain.police import PoliceContact
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.keyring import KdfCost
from zvk_tui.store.vault import Vault, open_with
from zvk_tui.store.writing.life import registered
from zvk_tui.words.story import entry_sentence

DAY: Final = date(2026, 11, 23)
REF: Final = "D26-0900"
E = EventKind
CHEAP: Final = KdfCost(memory_kib=32, passes=1, lanes=1)


@dataclass(frozen=True, slots=True)
class Typed:
    """One step as it is entered: what is chosen and typed in its form, by the name of the field."""

    kind: EventKind
    fields: tuple[tuple[str, str], ...] = ()
    event: tuple[tuple[str, Any], ...] = ()
    """The same as values of the domain."""


@dataclass(frozen=True, slots=True)
class Route:
    """A route of the seed: its steps, and what holds at its end."""

    name: str
    steps: tuple[Typed, ...]
    holds: Callable[[CaseLife], bool]

    def __str__(self) -> str:
        """Return its name, for the list of tests."""
        return self.name


_ADMITTED = (Typed(E.TRIAGED), Typed(E.ADMITTED))
_SIX = Typed(E.CLOSED, (("closing_reason", "zes maanden"),), (("closing_reason", ClosingReason.SIX_MONTHS),))
_THERE = ("receiver", "Gemeente Rietmonde")
_LEFT = (("closing_reason", ClosingReason.MOVED_AWAY), _THERE)
_AWAY = Typed(E.CLOSED, (("closing_reason", "andere gemeente"),), _LEFT)
"""The municipality that took the case over stands in the form already."""
_TOLD = Typed(E.CLOSED, (("closing_reason", "andere gemeente"), _THERE), _LEFT)
_OVER = Typed(
    E.HANDED_OVER,
    (("receiver", "Gemeente Rietmonde"), ("accepted_by", "B. Daar")),
    (("receiver", "Gemeente Rietmonde"), ("accepted_by", "B. Daar")),
)


def _up(word: str, house: ScaleTarget) -> Typed:
    said = (("scale_to", word), ("reason", "regionaal nodig"))
    return Typed(E.SCALED_UP, said, (("scale_to", house), ("reason", "regionaal nodig")))


ROUTES: Final = (
    Route(
        "admitted after a process meeting",
        _ADMITTED,
        lambda life: (life.phase, life.admitted) == (Phase.APPROACH, True),
    ),
    Route(
        "advice only",
        (Typed(E.TRIAGED), Typed(E.ADVISED, (("reason", "huisarts erbij"),), (("reason", "huisarts erbij"),))),
        lambda life: (life.phase, life.closing_reason) == (Phase.CLOSED, ClosingReason.ADVICE_GIVEN),
    ),
    Route(
        "refused with next steps",
        (
            Typed(
                E.REFUSED,
                (("next_steps", "jongerenwerk zoekt hem op"), ("reason", "te licht")),
                (("next_steps", "jongerenwerk zoekt hem op"), ("reason", "te licht")),
            ),
        ),
        lambda life: (life.phase, life.closing_reason) == (Phase.CLOSED, ClosingReason.NOT_ADMITTED),
    ),
    Route(
        "referred on to the outreach table",
        (Typed(E.REFERRED_ON, (("forum", "bemoeizorg"),), (("forum", Forum.OUTREACH_TABLE),)),),
        lambda life: (life.phase, life.closing_reason) == (Phase.CLOSED, ClosingReason.REFERRED_ON),
    ),
    Route(
        "scaled up to the regional house",
        (_up("regionaal", ScaleTarget.REGIONAL_HOUSE),),
        lambda life: (life.phase, life.scaled_to) == (Phase.SCALED_UP, ScaleTarget.REGIONAL_HOUSE),
    ),
    Route(
        "scaled up to the ILA and back",
        (_up("ILA", ScaleTarget.ILA), Typed(E.SCALED_BACK)),
        lambda life: (life.phase, life.scaled_to) == (Phase.TRIAGE, None),
    ),
    Route(
        "moved from regular to rival youth",
        (
            *_ADMITTED,
            Typed(
                E.MOVED,
                (("place", "PAD rivaliserende"), ("reason", "bij de groep")),
                (("track", Track.RIVAL_YOUTH), ("reason", "bij de groep")),
            ),
        ),
        lambda life: (life.phase, life.track) == (Phase.APPROACH, Track.RIVAL_YOUTH),
    ),
    Route(
        "closed by six months",
        (*_ADMITTED, Typed(E.SCALED_DOWN), _SIX),
        lambda life: (life.closed_on, life.closing_reason) == (DAY, ClosingReason.SIX_MONTHS),
    ),
    Route(
        "closed by removal with a handover",
        (*_ADMITTED, _OVER, _AWAY),
        lambda life: (life.closing_reason, life.handed_to) == (ClosingReason.MOVED_AWAY, "Gemeente Rietmonde"),
    ),
    Route(
        "closed by removal, the municipality informed",
        (*_ADMITTED, _TOLD),
        lambda life: (life.closing_reason, life.handed_to) == (ClosingReason.MOVED_AWAY, ""),
    ),
    Route(
        "reopened",
        (*_ADMITTED, _SIX, Typed(E.REOPENED, (("reason", "nieuwe feiten"),), (("reason", "nieuwe feiten"),))),
        lambda life: (life.phase, life.closed_on, life.closing_reason) == (Phase.APPROACH, None, None),
    ),
)
each_route = pytest.mark.parametrize("route", ROUTES, ids=str)


def add(vault: Vault) -> None:
    """Add a case of the PAD that has a goal; nobody saw it negatively since it was registered, eight months ago."""
    subject = Subject("Proef", "", "Routeman", date(2010, 5, 5))
    on = DAY - timedelta(days=240)
    vault.keep.add_case(CaseFile(0, REF, Approach.PAD, Phase.REFERRED, subject, on, goal="Naar school."))
    vault.police_desk.set_known(the_case(vault), DAY - timedelta(days=3), "Politie")


def the_case(vault: Vault) -> int:
    """Return the row number of that case, closed or not."""
    with vault.desk.engine().connect() as connection:
        found = connection.exec_driver_sql("SELECT id FROM case_file WHERE ref = ?", (REF,)).scalar()
    return int(found)  # type: ignore[arg-type]


def ended(vault: Vault, route: Route) -> None:
    """Check what holds at the end of a route: of the case, of its timeline, and of the vault."""
    case_id = the_case(vault)
    assert route.holds(vault.life.life(case_id)), vault.life.life(case_id)
    events = vault.life.events(case_id)
    assert [event.kind for event in events] == [E.REGISTERED, *(step.kind for step in route.steps)]
    story = [entry_sentence(entry) for entry in vault.life.timeline(case_id)]
    assert len(story) >= len(events)
    assert all(sentence[:1].isupper() for sentence in story)
    assert vault.verify() == ()


@pytest.fixture
def vault(stages: Any, tmp_path: Path, clock: Any) -> Iterator[Vault]:
    """Give the demo vault with that case."""
    folder = VaultFolder(stages.copy("prepared", tmp_path))
    opened = open_with(folder, folder.read_keys().unlock("vier fietsen naast de sluis"), clock)
    add(opened)
    yield opened
    opened.lock()


@each_route
def test_a_route_in_the_store(vault: Vault, route: Route) -> None:
    """Each route can be walked through the doors that the screens use."""
    for step in route.steps:
        vault.lives.add(the_case(vault), CaseEvent(step.kind, DAY, **dict(step.event)))
    ended(vault, route)


def test_a_re_registration_in_the_store(vault: Vault) -> None:
    """Somebody who comes back has a new case that names the old one, and the old one names the new (seed l.528)."""
    vault.lives.add(the_case(vault), CaseEvent(E.CLOSED, DAY, closing_reason=ClosingReason.SIX_MONTHS))
    again = NewCase("D26-0901", Approach.PAD, Subject("Proef", "", "Routeman"), DAY, earlier_ref=REF)
    with vault.desk.writing(Act.CASE_REGISTERED, again.ref) as session:
        number = registered(session, vault.desk, again).id
    assert vault.life.life(the_case(vault)).later_ref == "D26-0901"
    assert vault.life.life(number or 0).earlier_ref == REF


async def open_file(chair: Any) -> None:
    """Find the case in the list and open its file."""
    await chair.press("3", "slash")
    await chair.type(REF)
    await chair.press("enter", "enter")
    await chair.until(lambda: chair.where == "DossierScreen")


async def choose_step(chair: Any, kind: EventKind) -> None:
    """Open the dialog of steps and choose one."""
    await chair.press("e")
    await chair.until(lambda: chair.where == "AddEvent")
    dialog = chair.app.screen
    kinds = [line.key for line in dialog.lines()]
    await chair.press(*["down"] * kinds.index(kind.value), "enter")
    await chair.until(lambda: chair.where != "AddEvent")


async def fill(chair: Any, fields: tuple[tuple[str, str], ...]) -> None:
    """Fill in a form: text is typed, one of many is found by a word of it."""
    for name, value in fields:
        for _tab in range(20):
            if chair.app.focused is not None and chair.app.focused.id == name:
                break
            await chair.press("tab")
        if type(chair.app.focused).__name__ == "Picker":
            await chair.press("enter")
            await chair.until(lambda: chair.where == "Find")
            await chair.type(value)
            await chair.press("enter")
            await chair.until(lambda: chair.where == "RecordForm")
        else:
            await chair.type(value)


async def take(chair: Any, step: Typed) -> None:
    """Take one step, from the dossier and back to it."""
    await choose_step(chair, step.kind)
    await fill(chair, step.fields)
    await chair.press("ctrl+s")
    await chair.until(lambda: chair.where == "DossierScreen")


@each_route
async def test_a_route_by_keyboard(sit: Any, route: Route) -> None:
    """Each route can be walked from the list of cases with the keyboard alone, at 80 columns."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        for step in route.steps:
            await take(chair, step)
        ended(chair.vault, route)


async def test_an_untrue_reason_to_close_is_said_at_its_field(sit: Any) -> None:
    """Seven weeks after a negative contact the form says from which day six months hold, and closes nothing."""

    def seen(vault: Vault) -> None:
        add(vault)
        contact = PoliceContact(0, DAY - timedelta(weeks=7), PoliceContactKind.NUISANCE, True, "Politie")
        vault.police_desk.add(the_case(vault), contact)

    async with sit("prepared", change=seen) as chair:
        await open_file(chair)
        await choose_step(chair, E.CLOSED)
        await fill(chair, _SIX.fields)
        await chair.press("ctrl+s")
        assert "vanaf 06-04-2027" in chair.screen
        assert not chair.vault.life.life(the_case(chair.vault)).closed


async def test_a_plan_waits_for_admission(sit: Any) -> None:
    """Before the case is admitted, p opens no form but says what comes first; afterwards it opens."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        await chair.press("p")
        assert "Neem de casus eerst op" in chair.screen
        assert chair.where == "DossierScreen"
        for step in _ADMITTED:
            await take(chair, step)
        await chair.press("p")
        await chair.until(lambda: chair.where == "RecordForm")


async def test_what_lacks_is_said_at_its_field_and_kept(sit: Any) -> None:
    """A refusal without next steps says so under that field; what was typed stays, also after going back."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        await choose_step(chair, E.REFUSED)
        await fill(chair, (("reason", "te licht voor de kamer"),))
        await chair.press("ctrl+s")
        assert "Welke vervolgstappen" in chair.screen
        assert "te licht voor de kamer" in chair.screen
        await chair.press("escape", "escape")
        await chair.until(lambda: chair.where == "DossierScreen")
        await choose_step(chair, E.REFUSED)
        assert "te licht voor de kamer" in chair.screen
        assert len(chair.vault.life.events(the_case(chair.vault))) == 1


async def test_a_day_that_is_none_is_said_at_its_field(sit: Any) -> None:
    """A date that does not exist, or lies ahead, is told below the date."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        await choose_step(chair, E.TRIAGED)
        for typed, told in (("31-02-2026", "Dit is geen datum"), ("24-11-2026", "moet nog komen")):
            await fill(chair, (("on", ""),))
            await chair.press(*["backspace"] * 12)
            await chair.type(typed)
            await chair.press("ctrl+s")
            assert told in chair.screen


async def test_a_letter_is_sent_from_vandaag(sit: Any) -> None:
    """The letter that fell due on admission is a line of today; enter records to whom it went, and the line is gone."""

    def admitted(vault: Vault) -> None:
        add(vault)
        vault.lives.add(the_case(vault), CaseEvent(E.ADMITTED, DAY - timedelta(days=10)))

    async with sit("prepared", change=admitted) as chair:
        found = chair.app.screen._found
        key = next(key for key, line in found.items() if line.letter and line.case_file.ref == REF)
        while chair.app.screen.lines.chosen != key:
            await chair.press("down")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "RecordLetter")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await fill(chair, (("addressees", "jongere en ouders"),))
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "TodayScreen")
        letter = chair.vault.life.letter(the_case(chair.vault))
        assert (letter.state, letter.sent_on, letter.addressees) == (LetterState.SENT, DAY, "jongere en ouders")
        assert not any(line.case_file.ref == REF for line in chair.app.screen._found.values() if line.letter)


async def test_a_role_is_given_by_keyboard(sit: Any) -> None:
    """The process director of a case is chosen from a list, from today on."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        await chair.press("r")
        await chair.until(lambda: chair.where == "ChangeRole")
        await chair.press("enter")
        await chair.until(lambda: chair.where == "RecordForm")
        await fill(chair, (("holder", "Aylin"),))
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "DossierScreen")
        (period,) = chair.vault.life.roles(the_case(chair.vault))
        assert (period.holder.name, period.from_on) == ("Aylin Gökdere", DAY)


async def test_erasing_asks_for_the_number(sit: Any) -> None:
    """A shielded case is erased once its number is typed, and not with anything else."""
    async with sit("prepared", change=add) as chair:
        await open_file(chair)
        for step in (*_ADMITTED, _SIX, Typed(E.SHIELDED)):
            await take(chair, step)
        await choose_step(chair, E.ERASED)
        await chair.enter("D26-0001")
        assert "niet het nummer" in chair.screen
        await chair.press(*["backspace"] * 8)
        await chair.enter(REF)
        await chair.until(lambda: chair.where == "DossierScreen")
        assert chair.vault.life.life(the_case(chair.vault)).erased
