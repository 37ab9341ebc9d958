"""The registration of a case by keyboard: pages, criteria, people who may be the same, kept at every change."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from zvk_tui.domain.approaches import AgeVerdict, default_rules
from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.case_terms import CircleRelation, EventKind, LifeDomain, TriageOutcome
from zvk_tui.domain.criteria import CriteriaVerdict, CriterionAnswer
from zvk_tui.domain.intake import Answered, CircleMember, IntakeForm, Outcome
from zvk_tui.domain.intake_check import Step, asked
from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.i18n import _
from zvk_tui.labels import label
from zvk_tui.screens.intake import IntakeScreen
from zvk_tui.screens.intake.criteria import CriterionLines
from zvk_tui.screens.intake.person import AlikeLines
from zvk_tui.store.vault import Vault

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.screens.conftest import Chair, Sit

DAY = date(2026, 11, 20)
PERSON = Subject("Verzinsel", "van der", "Bedacht", date(2009, 5, 6))
PAD = default_rules(Approach.PAD)


def fill(vault: Vault) -> None:
    """Add the organisations that refer."""
    for short, kind, chain in (
        ("Politie", PartnerKind.POLICE, Chain.JUSTICE),
        ("GGZ", PartnerKind.MENTAL_HEALTH, Chain.CARE),
    ):
        partner = Partner(0, f"{short} Verzonnenstad", short, kind, chain, ParticipantStatus.CONTROLLER)
        partner = vault.keep.add_partner(partner)
        vault.keep.add_professional(Professional(0, f"P. van {short}", "wijkagent", partner))


def full(outcome: Outcome | None = None) -> IntakeForm:
    """Return a registration on which nothing is missing."""
    return IntakeForm(
        registered_on=DAY,
        approach=Approach.PAD,
        partner_id=1,
        reason="Verzinsel is vier keer aangehouden",
        request_goal="rust voor Bedacht",
        subject=PERSON,
        circle=(CircleMember(CircleRelation.PARENT, "Moedernaam", "", "Bedacht"),),
        domains=(LifeDomain.HOUSING,),
        answers=tuple(Answered(one.code, CriterionAnswer.YES, "gezien bij Bedacht") for one in asked(PAD)),
        outcome=outcome or Outcome(),
    )


def filled(form: IntakeForm) -> Any:
    """Return what fills a vault with the organisations and one unfinished registration."""

    def change(vault: Vault) -> None:
        fill(vault)
        vault.intake.keep(form)

    return change


def with_earlier(vault: Vault) -> None:
    """Fill a vault with a closed and a live case of people of nearly the same name."""
    fill(vault)
    advice = Outcome(TriageOutcome.ADVICE, DAY, "bel de ouders")
    vault.intake.finish(vault.intake.keep(full(advice)))
    live = replace(full(), subject=replace(PERSON, given_names="Verzinsel Jan", birth_date=date(2009, 6, 5)))
    vault.intake.finish(vault.intake.keep(live))


@asynccontextmanager
async def registering(
    sit: "Sit", change: Any = fill, size: str = "80x24", step: Step = Step.REFERRAL
) -> "AsyncIterator[Chair]":
    """Sit at the unfinished registration, or else at a new one, on one of its pages."""
    async with sit("empty", size, change=change) as chair:
        kept = chair.vault.intakes.open()
        chair.app.push_screen(IntakeScreen(kept[0].id if kept else None))
        await chair.settle()
        await chair.press(*["ctrl+n"] * list(Step).index(step))
        yield chair


async def test_a_case_is_registered_by_keyboard_alone(sit: "Sit") -> None:
    """From the first field to the case: enter goes on, one letter answers a criterion, ctrl+s registers."""
    async with registering(sit) as chair:
        await chair.press("enter", "right", "enter", "enter", "enter", "enter")
        await chair.enter("poli")
        await chair.press("enter", "enter")
        await chair.enter("met collega's besproken")
        await chair.enter("vier keer aangehouden")
        await chair.enter("rust thuis")
        await chair.enter("Verzinsel")
        await chair.press("enter")
        await chair.enter("Bedacht")
        await chair.enter("6-5-2009")
        await chair.press("enter", "ctrl+n")
        for _criterion in asked(PAD):
            await chair.press("j")
            await chair.enter("omdat het zo is")
        await chair.press("home", "down", "down", "down", "enter", "ctrl+s")
        assert "Verzinsel Bedacht" in chair.screen
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where != "IntakeScreen")
        (case_file,) = chair.vault.register.find_cases("bedacht")
        assert (case_file.approach, case_file.phase, case_file.goal) == (Approach.PAD, Phase.APPROACH, "rust thuis")
        events = [event.kind for event in chair.vault.life.events(case_file.id)]
        assert events == [EventKind.REGISTERED, EventKind.TRIAGED, EventKind.ADMITTED]
        assert chair.vault.intakes.open() == ()
        assert "Bedacht" not in chair.said


async def test_what_is_missing_stands_at_the_page(sit: "Sit") -> None:
    """The line of pages counts what is missing, and ticks what is complete once somebody looked; brackets for here."""
    async with registering(sit) as chair:
        steps = chair.lines[2]
        assert f"[{label(Step.REFERRAL)} 3]" in steps
        assert f"{label(Step.PERSON)} 1" in steps
        assert f"{label(Step.CIRCLE)} ·" in steps
        assert f"{label(Step.OUTCOME)} ·" in steps
        await chair.press("ctrl+n")
        await chair.type("Verzinsel")
        assert f"[{label(Step.PERSON)} ✓]" in chair.lines[2]
        await chair.press("ctrl+n", "ctrl+n")
        assert f"{label(Step.CIRCLE)} ✓" in chair.lines[2]
        assert f"{label(Step.OUTCOME)} ·" in chair.lines[2]


async def test_it_is_kept_within_a_second(sit: "Sit") -> None:
    """Half a second after a key the form is in the vault, without anybody saving it."""
    async with registering(sit, step=Step.PERSON) as chair:
        await chair.type("Verz")
        await chair.until(lambda: bool(chair.vault.intakes.open()))
        (kept,) = chair.vault.intakes.open()
        assert kept.form.subject.given_names == "Verz"


@pytest.mark.parametrize("key", ["escape", "ctrl+l"])
async def test_leaving_keeps_every_letter(sit: "Sit", key: str) -> None:
    """Going back or locking right after the last letter loses none; the registration is resumed where it was."""
    async with registering(sit) as chair:
        await chair.press(*["tab"] * 5)
        await chair.type("besproken met de wijk")
        await chair.press(key)
        if key == "ctrl+l":
            await chair.unlock()
        await chair.until(lambda: chair.where != "IntakeScreen")
        (kept,) = chair.vault.intakes.open()
        assert "besproken met de wijk" in {kept.form.pre_consult, kept.form.reason}
        chair.app.push_screen(IntakeScreen(kept.id))
        await chair.settle()
        assert "besproken met de wijk" in chair.screen


async def test_turning_the_page_at_once_loses_no_letter(sit: "Sit") -> None:
    """A page that is turned while the last letters are on their way takes them along."""
    async with registering(sit, step=Step.PERSON) as chair:
        await chair.type("Verzinsel")
        await chair.press("ctrl+n", "ctrl+b")
        assert "Verzinsel" in chair.screen


async def test_nothing_filled_in_leaves_nothing(sit: "Sit") -> None:
    """Opening the registration and going back leaves no unfinished one."""
    async with registering(sit) as chair:
        await chair.press("escape")
        await chair.until(lambda: chair.where != "IntakeScreen")
        assert chair.vault.intakes.open() == ()


@pytest.mark.parametrize(
    ("step", "tabs", "typed", "sentence"),
    [
        (Step.REFERRAL, 0, "31-02-2026", "This date does not exist. Type it as 23-11-2026."),
        (Step.REFERRAL, 0, "24-11-2026", "The day of registration is still to come."),
        (Step.PERSON, 3, "30-02-2009", "This date does not exist. Type it as 23-11-2026."),
        (Step.PERSON, 3, "24-11-2026", "The date of birth is after the registration."),
    ],
)
async def test_an_impossible_date_is_said_at_once_and_kept(
    sit: "Sit", step: Step, tabs: int, typed: str, sentence: str
) -> None:
    """A date that does not exist, lies ahead, or makes no sense is said under the page; what was typed stays."""
    async with registering(sit, step=step) as chair:
        await chair.press(*["tab"] * tabs, "home", *["delete"] * 10)
        await chair.type(typed)
        assert _(sentence) in " ".join(chair.screen.split())
        await chair.press("ctrl+n", "ctrl+b")
        assert typed in chair.screen


async def test_a_person_and_a_group_is_said_at_once(sit: "Sit") -> None:
    """Who names a person and then a group is told that it is one or the other, and still sees who is alike."""
    async with registering(sit, with_earlier, size="120x40", step=Step.PERSON) as chair:
        await chair.type("V.")
        await chair.press("tab", "tab")
        await chair.type("van der Bedagt")
        await chair.press("tab", "tab")
        await chair.type("gezin B")
        assert _("A person or a group, not both: empty one of the two.") in chair.screen
        await chair.until(lambda: "D26-0001" in chair.screen)


async def test_the_age_is_tested_at_once(sit: "Sit") -> None:
    """With a date of birth the page says the age on the day of registration and whether it fits (seed l.317)."""
    async with registering(sit, filled(replace(full(), subject=PERSON)), step=Step.PERSON) as chair:
        assert f"20-11-2026: {label(AgeVerdict.WITHIN)}" in chair.screen
        await chair.press(*["tab"] * 3, "home", *["delete"] * 10)
        await chair.type("6-5-1990")
        assert label(AgeVerdict.TOO_OLD) in chair.screen


async def test_the_tree_is_evaluated_while_answering(sit: "Sit") -> None:
    """One no to what is always needed decides; a star stands at what still decides, a mark at a missing motivation."""
    async with registering(sit, filled(replace(full(), answers=())), step=Step.CRITERIA) as chair:
        assert sum(line.strip().startswith("* …") for line in chair.lines) == len(asked(PAD))
        await chair.press("j")
        assert any(line.strip().startswith("! ja") for line in chair.lines)
        await chair.enter("aangehouden")
        assert sum(line.strip().startswith("* …") for line in chair.lines) == len(asked(PAD)) - 2
        await chair.press("end", "n")
        await chair.type("één keten is genoeg")
        assert label(CriteriaVerdict.NOT_MET) in chair.screen
        await chair.press("ctrl+n")
        assert _("only when the criteria are met") in chair.screen


async def test_motivations_stay_with_their_criterion(sit: "Sit") -> None:
    """Going up and down through the criteria shows each with its own motivation."""
    async with registering(sit, filled(replace(full(), answers=())), step=Step.CRITERIA) as chair:
        await chair.press("o")
        await chair.enter("eerste reden")
        await chair.press("n")
        await chair.enter("tweede reden")
        await chair.press("up", "up")
        assert "eerste reden" in chair.screen
        await chair.press("down")
        assert "tweede reden" in chair.screen
        await chair.press("escape")
        await chair.until(lambda: chair.where != "IntakeScreen")
        (kept,) = chair.vault.intakes.open()
        motives = [kept.form.answer_to(one.code).motive for one in asked(PAD)]
        assert motives[:3] == ["eerste reden", "tweede reden", ""]


async def test_the_age_answers_itself(sit: "Sit") -> None:
    """The criterion of the age cannot be answered by hand; the app says what answers it."""
    async with registering(sit, filled(full()), step=Step.CRITERIA) as chair:
        chair.app.screen.query_one(CriterionLines).focus()
        await chair.press("home", "n")
        assert chair.said == _("The date of birth answers this; it is on the page of the person.")


async def test_somebody_alike_is_shown_and_tied(sit: "Sit") -> None:
    """With a name and date of birth, cases of people alike stand below with the reason; h ties a re-registration."""
    async with registering(sit, with_earlier, size="120x40", step=Step.PERSON) as chair:
        await chair.type("V.")
        await chair.press("tab", "tab")
        await chair.type("van der Bedagt")
        await chair.press("tab")
        await chair.type("6-5-2009")
        await chair.until(lambda: "D26-0001" in chair.screen)
        assert _("initials fit") in chair.screen
        await chair.press("tab", "tab", "h")
        assert "= D26-0001" in chair.screen
        await chair.press("down", "a")
        assert "≠ D26-0002" in chair.screen
        await chair.press("h")
        assert _("Case {ref} of this person is not closed. Go on with that case.").format(ref="D26-0002") == chair.said
        await chair.press("home", "enter")
        await chair.until(lambda: chair.where == "Choose")
        await chair.press("down", "enter")
        await chair.until(lambda: chair.where == "IntakeScreen")
        assert "≠ D26-0001" in chair.screen


async def test_the_same_person_becomes_a_re_registration(sit: "Sit") -> None:
    """Seed l.528-531: the new case names the earlier one."""

    def change(vault: Vault) -> None:
        with_earlier(vault)
        vault.intake.keep(full())

    async with registering(sit, change, step=Step.PERSON) as chair:
        await chair.until(lambda: bool(chair.app.screen.query_one(AlikeLines).chosen))
        chair.app.screen.query_one(AlikeLines).focus()
        await chair.press("home", "h", "ctrl+s")
        assert "D26-0001" in chair.screen
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where != "IntakeScreen")
        newest = next(one for one in chair.vault.register.find_cases("") if one.ref == "D26-0003")
        assert chair.vault.life.life(newest.id).earlier_ref == "D26-0001"


async def test_the_direct_circle_is_filled_in_and_mended(sit: "Sit") -> None:
    """A letter adds somebody, enter changes them, x takes them out; life domains are picked from a list."""
    async with registering(sit, step=Step.CIRCLE) as chair:
        await chair.press("enter")
        await chair.enter(label(LifeDomain.HOUSING))
        await chair.press("escape", "tab", "tab", "n")
        await chair.until(lambda: chair.where == "RecordForm")
        await chair.press("tab")
        await chair.enter("Moedernaam")
        await chair.press("tab")
        await chair.enter("Bedacht")
        await chair.press("ctrl+s")
        await chair.until(lambda: chair.where == "IntakeScreen")
        assert "Moedernaam Bedacht" in chair.screen
        await chair.press("escape")
        await chair.until(lambda: chair.where != "IntakeScreen")
        (kept,) = chair.vault.intakes.open()
        assert kept.form.domains == (LifeDomain.HOUSING,)
        assert [one.surname for one in kept.form.circle] == ["Bedacht"]
        chair.app.push_screen(IntakeScreen(kept.id))
        await chair.press("ctrl+n", "ctrl+n", "tab", "tab", "home", "x")
        assert "Moedernaam" not in chair.screen


async def test_a_refusal_asks_for_its_next_steps(sit: "Sit") -> None:
    """Seed l.540-542: not admitted means that next steps are agreed with the referrer, and the page asks for them."""
    async with registering(sit, filled(full()), step=Step.OUTCOME) as chair:
        await chair.press("home", *["down"] * 4, "enter")
        assert _("Next steps") in chair.screen
        await chair.press("enter")
        await chair.enter("te licht voor deze aanpak")
        await chair.type("de wijkagent houdt contact")
        await chair.press("ctrl+s", "ctrl+s")
        await chair.until(lambda: chair.where != "IntakeScreen")
        assert chair.vault.life.events(1)[-1].next_steps == "de wijkagent houdt contact"


async def test_the_last_page_leads_to_what_is_missing(sit: "Sit") -> None:
    """The list of gaps stands above what is read back; enter goes to the page of one, ctrl+s says some are left."""
    async with registering(sit, filled(replace(full(), reason=""))) as chair:
        await chair.press("ctrl+s", "ctrl+s")
        assert chair.said == _("Something is still missing; the list says what. Enter goes there.")
        await chair.press("enter")
        assert f"[{label(Step.REFERRAL)} 1]" in chair.lines[2]


async def test_a_registration_can_be_dropped(sit: "Sit") -> None:
    """The last page asks, the safe answer first, and takes everything away."""
    async with registering(sit, filled(full())) as chair:
        await chair.press("ctrl+s", "x")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("enter")
        assert chair.where == "IntakeScreen"
        await chair.press("x")
        await chair.until(lambda: chair.where == "Confirm")
        await chair.press("j")
        await chair.until(lambda: chair.where not in {"IntakeScreen", "Confirm"})
        assert chair.vault.intakes.open() == ()


@pytest.mark.parametrize("size", ["80x24", "120x40"])
async def test_no_name_stands_on_a_page_in_projector_mode(sit: "Sit", size: str) -> None:
    """With F8 on, no name of the person or the circle stands on any page, also not in what was typed."""

    def change(vault: Vault) -> None:
        with_earlier(vault)
        vault.intake.keep(full())

    async with registering(sit, change, size) as chair:
        await chair.press("f8")
        for _step in Step:
            await chair.until(lambda: True)
            for name in ("Verzinsel", "Bedacht", "Moedernaam", "06-05-2009"):
                assert name not in chair.screen, chair.screen
            await chair.press("ctrl+n")


@pytest.mark.parametrize("theme", [0, 1])
async def test_every_page_fits_in_both_themes(sit: "Sit", theme: int) -> None:
    """At 80x24 every page shows its pages, its heading and its keys, and nothing stands beside the screen."""
    async with registering(sit, filled(full())) as chair:
        await chair.press(*["ctrl+t"] * theme)
        for step in Step:
            assert f"[{label(step)}" in chair.lines[2]
            assert label(Step.SUMMARY) in chair.lines[2]
            assert "esc" in chair.keys
            assert "ctrl+n" in chair.keys
            assert len(chair.lines) == 24
            await chair.press("ctrl+n")
        assert "ctrl+s" in chair.keys


async def test_what_was_typed_is_no_markup(sit: "Sit") -> None:
    """Brackets and direction signs come out as they went in, or not at all, on every page."""
    nasty = "[/x] [b]vet[/b] \u202eom"
    form = replace(
        full(),
        subject=Subject(nasty, "[b]", nasty),
        reason=nasty,
        circle=(CircleMember(CircleRelation.OTHER, nasty, note=nasty),),
        answers=tuple(Answered(one.code, CriterionAnswer.NO, nasty) for one in asked(PAD)),
    )
    async with registering(sit, filled(form)) as chair:
        for _step in Step:
            assert "\u202e" not in chair.screen
            await chair.press("ctrl+n")
        assert "[/x] [b]vet[/b]" in chair.screen
