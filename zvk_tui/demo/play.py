"""Plays the scripted meeting in an open vault, step by step, with nothing but what the vault offers everybody."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from zvk_tui import labels
from zvk_tui.demo.script import PlayStep, StepKind, script
from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.entry_line import parse_action, parse_statement
from zvk_tui.domain.meeting import AgendaItem, Attendance, ItemKind, ItemState, Meeting, MeetingState, Presence
from zvk_tui.domain.record import ActionState, Judgement
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from zvk_tui.domain.owners import Owner
    from zvk_tui.store.vault import Vault

_SECONDS: Final = {
    StepKind.PRESENCE: 60,
    StepKind.SIGN: 60,
    StepKind.ENTER: 30,
    StepKind.SAY: 60,
    StepKind.JUDGE: 60,
    StepKind.DECIDE: 40,
    StepKind.ACT: 30,
    StepKind.NEXT: 20,
}
"""How long a step takes at the table; others take no time."""

_DOES_NOT_FIT: Final = N_(
    "The script of the demo does not fit this meeting. Make a new demo with --dir and a new folder."
)


class TableClock:
    """The clock of the played meeting: it begins on the day of the demo, and goes on with every step."""

    def __init__(self, on: date) -> None:
        self._now = datetime.combine(on, time(12)).astimezone()

    def __call__(self) -> datetime:
        """Return the present moment at the table."""
        return self._now

    def set(self, at: time) -> None:
        """Let it be so late on the same day."""
        self._now = datetime.combine(self._now.date(), at).astimezone()

    def spend(self, seconds: int) -> None:
        """Let so much time pass."""
        self._now += timedelta(seconds=seconds)


def meeting_to_play(vault: "Vault") -> Meeting:
    """Return the meeting that is prepared, or when there is none the newest final one, which was played before.

    Raises:
        Refused: a meeting has begun and is not finished: what somebody does in the app is not played over.
    """
    meetings = vault.meetings.all()
    if any(meeting.state in {MeetingState.RUNNING, MeetingState.SETTLING} for meeting in meetings):
        raise Refused(
            N_("The meeting of this demo has begun already. Play it in a new folder: zvk demo --play --dir FOLDER.")
        )
    prepared = [meeting for meeting in meetings if meeting.state is MeetingState.PREPARING]
    return min(prepared, key=lambda meeting: meeting.on) if prepared else meetings[0]


def play(vault: "Vault", meeting_id: int, clock: TableClock) -> Iterator[str]:
    """Play the scripted meeting to its final minutes; yield a line for every step once it is done.

    Raises:
        Refused: a step does not fit the meeting; what was played until then stays.
    """
    meeting = vault.meetings.get(meeting_id)
    clock.set(meeting.start)
    clock.spend(-2 * 60)
    agenda = vault.meetings.agenda(meeting_id)
    table = _Table(vault, meeting)
    for step in script(_count(agenda, ItemKind.REFERRAL), _count(agenda, ItemKind.CASE)):
        yield table.do(step)
        clock.spend(_SECONDS.get(step.kind, 0))


def _count(agenda: tuple[AgendaItem, ...], kind: ItemKind) -> int:
    return sum(item.kind is kind for item in agenda)


class _Table:
    """The meeting while it is played: at which item the table is, and how each kind of step is done."""

    def __init__(self, vault: "Vault", meeting: Meeting) -> None:
        self._vault = vault
        self._id = meeting.id
        self._item_id = 0
        self._today = meeting.on
        self._next = meeting.expected_next
        self._directory = vault.register.directory()

    def do(self, step: PlayStep) -> str:
        """Do one step and return what was done, in words."""
        ways: dict[StepKind, Callable[[PlayStep], str]] = {
            StepKind.PRESENCE: self._presence,
            StepKind.SIGN: self._sign,
            StepKind.BEGIN: self._begin,
            StepKind.ENTER: self._enter,
            StepKind.SETTLE: self._settle,
            StepKind.SAY: self._say,
            StepKind.JUDGE: self._judge,
            StepKind.DECIDE: self._decide,
            StepKind.ACT: self._act,
            StepKind.NOTE: self._note,
            StepKind.NEXT: self._conclude,
            StepKind.SKIP: self._conclude,
            StepKind.END: self._end,
            StepKind.NEXT_DATE: self._next_date,
            StepKind.FINALISE: self._finalise,
        }
        return ways[step.kind](step)

    def _presence(self, step: PlayStep) -> str:
        presence = step.presence or Presence.PRESENT
        if step.who:
            self._vault.table.set_presence(self._seat(step.who).id, presence)
            return _("Presence: {name} is {presence}.").format(name=step.who, presence=labels.label(presence))
        count = self._vault.table.all_present(self._id)
        return ngettext("Presence: {count} other is present.", "Presence: {count} others are present.", count).format(
            count=count
        )

    def _sign(self, step: PlayStep) -> str:
        self._vault.table.sign_secrecy(self._seat(step.who).professional.id, self._today)
        return _("Secrecy declaration signed: {name}.").format(name=step.who)

    def _begin(self, _step: PlayStep) -> str:
        self._vault.table.start(self._id)
        self._item_id = self._vault.meetings.get(self._id).current_item_id or 0
        return _("The meeting begins.")

    def _enter(self, step: PlayStep) -> str:
        same_kind = [item for item in self._vault.meetings.agenda(self._id) if item.kind is step.item]
        if len(same_kind) < step.nth:
            raise Refused(_DOES_NOT_FIT)
        item = same_kind[step.nth - 1]
        self._vault.table.enter(item.id)
        self._item_id = item.id
        called = " ".join((labels.label(item.kind), item.case.ref if item.case else item.title)).strip()
        return f"\n{item.position}. {called}"

    def _settle(self, step: PlayStep) -> str:
        carried = self._vault.cards.open_actions(self._id)
        if len(carried) < step.nth:
            raise Refused(_DOES_NOT_FIT)
        action = carried[step.nth - 1]
        if step.outcome is None or step.outcome is ActionState.OPEN:
            due = self._date(step.text)
            self._vault.entries.postpone_action(action.id, due, self._today, self._item_id)
            said = _("{ref}: postponed until {date}")
            return "   " + said.format(ref=labels.action_ref(action.number), date=labels.plain_date(due))
        self._vault.entries.settle_action(action.id, step.outcome, self._today, self._item_id)
        return f"   {labels.action_ref(action.number)}: {labels.label(step.outcome)}"

    def _say(self, step: PlayStep) -> str:
        line = parse_statement(step.text, self._directory)
        owner = _one(line.owner, fits=line.good)
        self._vault.entries.add_contribution(self._item_id, owner, step.statement, line.text, self._today)
        return f"   {owner.partner.short} ({labels.label(step.statement)}): {line.text}"

    def _judge(self, step: PlayStep) -> str:
        self._vault.entries.save_judgement(self._item_id, Judgement(step.text, step.worked, step.proportionate))
        return "   " + _("Judgement: {text}").format(text=step.text)

    def _decide(self, step: PlayStep) -> str:
        holder = next((partner.id for partner in self._directory.partners if partner.short == step.power), None)
        number = self._vault.entries.add_decision(self._item_id, step.text, step.motive, holder, step.dissent)
        return f"   {labels.decision_ref(number)}: {step.text}"

    def _act(self, step: PlayStep) -> str:
        line = parse_action(step.text, self._directory, self._today, self._next)
        owner = _one(line.owner, fits=line.good)
        due = line.due or self._today
        number = self._vault.entries.add_action(self._item_id, owner, line.text, due)
        return f"   {labels.action_ref(number)}: {owner.partner.short}, {line.text} ({labels.plain_date(due)})"

    def _note(self, step: PlayStep) -> str:
        self._vault.table.save_note(self._item_id, step.text)
        return "   " + _("Private note of the chair, in no export.")

    def _conclude(self, step: PlayStep) -> str:
        state = ItemState.SKIPPED if step.kind is StepKind.SKIP else ItemState.DISCUSSED
        self._vault.table.conclude(self._item_id, state)
        return f"   {labels.label(state)}"

    def _end(self, _step: PlayStep) -> str:
        self._vault.settle.end(self._id)
        return "\n" + _("The meeting ends.")

    def _next_date(self, step: PlayStep) -> str:
        day = self._date(step.text)
        self._vault.settle.set_next(self._id, day)
        return _("Next meeting: {date}.").format(date=labels.long_date(day))

    def _finalise(self, _step: PlayStep) -> str:
        mark = self._vault.settle.finalise(self._id)
        return _("The minutes are final. Fingerprint: {fingerprint}").format(fingerprint=mark)

    def _seat(self, name: str) -> Attendance:
        for seat in self._vault.meetings.attendance(self._id):
            if seat.professional.name == name:
                return seat
        raise Refused(_DOES_NOT_FIT)

    def _date(self, typed: str) -> date:
        found = parse_date(typed.removeprefix("@"), self._today, self._next)
        if found is None:
            raise Refused(_DOES_NOT_FIT)
        return found


def _one(owner: "Owner | None", *, fits: bool) -> "Owner":
    if owner is None or not fits:
        raise Refused(_DOES_NOT_FIT)
    return owner
