"""Who does what in a case, and the notification letter: the dialogs that record both."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zvk_tui.domain.case_terms import CaseRole, LetterState
from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.letters import Letter, LetterProblem, letter_refusal
from zvk_tui.domain.roles import RoleChange, RoleProblem, present, role_refusal
from zvk_tui.i18n import N_, _
from zvk_tui.labels import label, people_choices, plain_date
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.screens.steps import Steps, past_date
from zvk_tui.widgets.lines import Line
from zvk_tui.widgets.text import joined
from zvk_tui.words.life import problem_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

_NOBODY = "nobody"


class ChangeRole(Steps):
    """Shows who has which role, and gives one to somebody else."""

    HELP = N_("Each role has one holder at a time. Who had it before keeps the period until the day of the change.")

    def question(self) -> str:
        """Return what is asked."""
        return _("Which role in {ref}?").format(ref=self.ref)

    def lines(self) -> Iterator[Line]:
        """Yield the roles of the approach, each with who has it and since when."""
        now = present(self.vault.life.roles(self.case_id))
        for role in self.vault.life.roles_to_give(self.case_id):
            period = now.get(role)
            since = _("since {date}").format(date=plain_date(period.from_on)) if period else ""
            who = f"{period.holder.name}, {period.holder.partner.short}  " if period else _("nobody yet")
            yield Line(joined((f"{label(role):<20}", "bold"), who, (since, "$zvk-muted")), role.value)

    async def fill(self, chosen: str) -> bool:
        """Ask who gets the role, from when."""
        return await self.fill_form(role_form(self.vault, self.case_id, CaseRole(chosen)))


class RecordLetter(Steps):
    """Records what became of the notification letter."""

    HELP = N_("A letter is sent, or deferred on a ground that a participant named, with a day to look again.")

    def question(self) -> str:
        """Return where the letter stands."""
        letter = self.vault.life.letter(self.case_id)
        if letter is None:
            return _("Notification letter; none is due yet")
        if letter.state is LetterState.SENT and letter.sent_on:
            return _("The notification letter was sent on {date}").format(date=plain_date(letter.sent_on))
        return _("Notification letter, to be sent by {date}").format(date=plain_date(letter.due_on))

    def nothing(self) -> str:
        """Return what to say when there is nothing to record."""
        return _("There is nothing left to record.")

    def lines(self) -> Iterator[Line]:
        """Yield what can become of a letter that waits, or that was sent before it was kept here."""
        letter = self.vault.life.letter(self.case_id)
        if letter is None or letter.state is not LetterState.SENT:
            meanings = {LetterState.SENT: _("to whom and when"), LetterState.DEFERRED: _("on which ground, until when")}
            for state, meaning in meanings.items():
                yield Line(joined((f"{label(state):<14}", "bold"), (meaning, "$zvk-muted")), state.value)

    async def fill(self, chosen: str) -> bool:
        """Ask what became of it."""
        return await self.fill_form(letter_form(self.vault, self.case_id, LetterState(chosen)))


def role_dialog(vault: "Vault", case_id: int) -> ChangeRole:
    """Return the dialog that changes a role; it says whether anything was changed."""
    return ChangeRole(case_id, vault.life.ref(case_id))


def letter_dialog(vault: "Vault", case_id: int) -> RecordLetter:
    """Return the dialog that records the notification letter; it says whether anything was recorded."""
    return RecordLetter(case_id, vault.life.ref(case_id))


def role_form(vault: "Vault", case_id: int, role: CaseRole) -> RecordForm:
    """Return the form that gives a role to somebody, or to nobody."""
    today = vault.now().date()
    directory = vault.register.directory()
    people = people_choices(person for person in directory.professionals if person.active)
    now = present(vault.life.roles(case_id)).get(role)
    nobody = ((_NOBODY, _("nobody")),) if now else ()

    def save(said: Answers) -> None:
        if not said["holder"]:
            raise FieldProblems({"holder": _("Who? Choose somebody.")})
        holder = next((p for p in directory.professionals if str(p.id) == said["holder"]), None)
        change = RoleChange(role, holder, past_date(said, "from", today))
        registered = vault.life.life(case_id).registered_on or today
        roles = vault.life.roles_to_give(case_id)
        if problem := role_refusal(vault.life.roles(case_id), change, registered, today, roles):
            of_holder = {RoleProblem.SAME_HOLDER, RoleProblem.INACTIVE, RoleProblem.NO_HOLDER, RoleProblem.OTHER_ROLE}
            raise FieldProblems({"holder" if problem in of_holder else "from": _(problem_id(problem))})
        vault.lives.set_role(case_id, role, holder.id if holder else None, change.on)

    fields = (
        Field("holder", _("Who"), "", (*people, *nobody), long=True),
        Field("from", _("From"), plain_date(today), hint=_("14-10, fri, yesterday")),
    )
    return RecordForm(f"{vault.life.ref(case_id)}: {label(role)}", f"case/{case_id}/role-{role}", fields, save)


_LETTER_FIELDS = {
    LetterProblem.NO_DAY: "sent_on",
    LetterProblem.FUTURE: "sent_on",
    LetterProblem.NO_ADDRESSEES: "addressees",
    LetterProblem.NO_GROUND: "ground",
    LetterProblem.NO_DEFERRER: "deferred_by",
    LetterProblem.NO_RECHECK: "recheck_on",
    LetterProblem.RECHECK_PAST: "recheck_on",
}


def letter_form(vault: "Vault", case_id: int, state: LetterState) -> RecordForm:
    """Return the form of a letter that was sent, or that is deferred."""
    was = vault.life.letter(case_id) or Letter(LetterState.DUE, vault.now().date())
    title = f"{vault.life.ref(case_id)}: {_('notification letter')}, {label(state)}"

    def save(said: Answers) -> None:
        letter = _letter(vault, said, was, state)
        if problem := letter_refusal(was, letter, vault.now().date()):
            raise FieldProblems({_LETTER_FIELDS.get(problem, next(iter(said))): _(problem_id(problem))})
        vault.lives.record_letter(case_id, letter)

    fields = tuple(_letter_fields(vault, was, state))
    return RecordForm(title, f"case/{case_id}/letter-{state}", fields, save)


def _letter_fields(vault: "Vault", was: Letter, state: LetterState) -> Iterator[Field]:
    today = plain_date(vault.now().date())
    if state is LetterState.SENT:
        yield Field("addressees", _("Sent to"), hint=_("the youth and parents"), personal=True)
        yield Field("sent_on", _("Sent on"), today, hint=_("14-10, fri, yesterday"))
        return
    yield Field("ground", _("Ground"), was.ground, hint=_("a running investigation, safety"), personal=True)
    yield Field("deferred_by", _("Named by"), was.deferred_by, hint=_("the participant"))
    yield Field("recheck_on", _("Look again on"), "", hint=_("14-12 or +3m"))


def _letter(vault: "Vault", said: Answers, was: Letter, state: LetterState) -> Letter:
    """Return the letter that was filled in.

    Raises:
        FieldProblems: a day is no date.
    """
    today = vault.now().date()
    if state is LetterState.SENT:
        return Letter(state, was.due_on, past_date(said, "sent_on", today), said["addressees"])
    typed = said["recheck_on"]
    recheck = parse_date(typed, today) if typed else None
    if typed and recheck is None:
        raise FieldProblems({"recheck_on": _("This is no date. Type it as 23-11-2026.")})
    return Letter(state, was.due_on, ground=said["ground"], deferred_by=said["deferred_by"], recheck_on=recheck)
