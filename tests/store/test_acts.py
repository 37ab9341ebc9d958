"""Every act of a user, and what is promised of each: one line in the log, no content in it, whole or not, undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from sqlalchemy import Connection, event

from tests.store.file_acts import FILE_ACTS
from tests.store.user_act import TYPED, UserAct, elsewhere, kept, plain, typing
from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject
from zvk_tui.domain.case_terms import CaseRole, EventKind, LetterState
from zvk_tui.domain.chamber import ChamberSettings
from zvk_tui.domain.letters import Letter
from zvk_tui.domain.life import CaseEvent
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, Series, SeriesKind
from zvk_tui.domain.record import ActionState, Answer, Judgement, StatementKind
from zvk_tui.errors import Refused, VaultLocked

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

FIRST, SECOND, THIRD = date(2026, 11, 9), date(2026, 11, 23), date(2026, 12, 7)
"""The days of the three meetings of the chamber."""


_1, _2, _3, _4 = "D26-0001", "D26-0002", "D26-0003", "D26-0004"
_JUDGED: Final = Judgement(TYPED, Answer.NO, Answer.NO)
_SETTLED: Final = ChamberSettings(TYPED, export_folder=TYPED, word_template=TYPED)
_ALONE: Final = Series(0, TYPED, SeriesKind.PROCESS_MEETING, 0, time(9), 60, TYPED)
_SUBJECT: Final = Subject(TYPED, TYPED, TYPED, FIRST, TYPED)
_NEW_CASE: Final = CaseFile(0, "D26-0099", Approach.PAD, Phase.TRIAGE, _SUBJECT, FIRST, goal=TYPED)
_ADMITTED: Final = CaseEvent(EventKind.ADMITTED, FIRST)
_REFUSED: Final = CaseEvent(
    EventKind.REFUSED, FIRST, reason=TYPED, receiver=TYPED, accepted_by=TYPED, next_steps=TYPED, other_ref=TYPED
)
_SENT: Final = Letter(LetterState.SENT, FIRST, FIRST, TYPED, TYPED, TYPED)


_PREPARING: Final = (
    plain("agenda.propose_again", Act.AGENDA_PROPOSED, lambda c: c.agenda.propose_again(c.meeting)),
    plain("agenda.add_case", Act.ITEM_ADDED, lambda c: c.agenda.add_case(c.meeting, c.case(_4).id), _4),
    typing("agenda.add_topic", Act.ITEM_ADDED, lambda c: c.agenda.add_topic(c.meeting, TYPED)),
    plain("agenda.drop", Act.ITEM_DROPPED, lambda c: c.agenda.drop(c.item(_3)), _3),
    plain("agenda.move", Act.ITEM_MOVED, lambda c: c.agenda.move(c.item(_3), -2), _3),
    plain("agenda.set_minutes", Act.ITEM_CHANGED, lambda c: c.agenda.set_minutes(c.item(_3), 25), _3),
    plain("agenda.set_recurring", Act.ITEM_CHANGED, lambda c: c.agenda.set_recurring(c.item(_3), True), _3),
    plain("agenda.order_for_leaving", Act.AGENDA_ORDERED, lambda c: c.agenda.order_for_leaving(c.meeting)),
    plain("agenda.invite", Act.INVITED, lambda c: c.agenda.invite(c.meeting, c.person("Bas").id)),
    plain("agenda.uninvite", Act.INVITED, lambda c: c.agenda.uninvite(c.seat("Noor").id)),
    plain("agenda.set_leaving", Act.PRESENCE_SET, lambda c: c.agenda.set_leaving(c.seat("Piet").id, time(14))),
    typing("agenda.set_when", Act.ITEM_CHANGED, lambda c: c.agenda.set_when(c.meeting, THIRD, time(9), TYPED)),
    plain("table.all_present", Act.PRESENCE_SET, lambda c: c.table.all_present(c.meeting)),
    plain("table.start", Act.MEETING_STARTED, lambda c: c.table.start(c.meeting)),
)
_RUNNING: Final = (
    plain("table.enter", Act.ITEM_ENTERED, lambda c: c.table.enter(c.item(_3)), _3),
    plain("table.conclude 1", Act.ITEM_DISCUSSED, lambda c: c.table.conclude(c.item(_1), ItemState.DISCUSSED), _1),
    plain("table.conclude 2", Act.ITEM_SKIPPED, lambda c: c.table.conclude(c.item(_1), ItemState.SKIPPED), _1),
    plain("table.conclude 3", Act.ITEM_POSTPONED, lambda c: c.table.conclude(c.item(_1), ItemState.MOVED), _1),
    plain("table.put_back", Act.ITEM_RETURNED, lambda c: c.table.put_back(c.item(ItemKind.OPENING))),
    plain("table.set_presence", Act.PRESENCE_SET, lambda c: c.table.set_presence(c.seat("Piet").id, Presence.ABSENT)),
    elsewhere("table.sign_secrecy", Act.SECRECY_SIGNED, lambda c: c.table.sign_secrecy(c.person("Bas").id, SECOND)),
    typing("table.save_note old", Act.NOTE_SAVED, lambda c: c.table.save_note(c.item(_1), TYPED), _1),
    typing("table.save_note new", Act.NOTE_SAVED, lambda c: c.table.save_note(c.item(_3), TYPED), _3),
    plain("table.save_note none", Act.NOTE_SAVED, lambda c: c.table.save_note(c.item(_1), ""), _1),
    plain("table.plan_discussion", Act.CASE_SAVED, lambda c: c.table.plan_discussion(c.item(_3), THIRD), _3),
    typing(
        "entries.add_contribution",
        Act.CONTRIBUTION_ADDED,
        lambda c: c.entries.add_contribution(c.item(_1), c.owner("GGZ"), StatementKind.FACT, TYPED, SECOND),
        _1,
    ),
    typing(
        "entries.change_contribution",
        Act.CONTRIBUTION_CHANGED,
        lambda c: c.entries.change_contribution(c.said, c.owner("Politie"), StatementKind.OPINION, TYPED),
        _1,
    ),
    plain("entries.remove_contribution", Act.CONTRIBUTION_REMOVED, lambda c: c.entries.remove_contribution(c.said), _1),
    typing(
        "entries.save_judgement old", Act.JUDGEMENT_SAVED, lambda c: c.entries.save_judgement(c.item(_1), _JUDGED), _1
    ),
    typing(
        "entries.save_judgement new", Act.JUDGEMENT_SAVED, lambda c: c.entries.save_judgement(c.item(_3), _JUDGED), _3
    ),
    typing(
        "entries.add_decision",
        Act.DECISION_ADDED,
        lambda c: c.entries.add_decision(c.item(_1), TYPED, TYPED, None, TYPED),
        _1,
    ),
    typing(
        "entries.change_decision",
        Act.DECISION_CHANGED,
        lambda c: c.entries.change_decision(c.decided, TYPED, TYPED, None, TYPED),
        _1,
    ),
    plain("entries.remove_decision", Act.DECISION_REMOVED, lambda c: c.entries.remove_decision(c.decided), _1),
    typing(
        "entries.add_action",
        Act.ACTION_ADDED,
        lambda c: c.entries.add_action(c.item(_1), c.owner("GGZ"), TYPED, THIRD),
        _1,
    ),
    typing(
        "entries.change_action",
        Act.ACTION_CHANGED,
        lambda c: c.entries.change_action(c.agreed, c.owner("Politie"), TYPED, THIRD),
        _1,
    ),
    plain("entries.remove_action", Act.ACTION_REMOVED, lambda c: c.entries.remove_action(c.agreed), _1),
    plain(
        "entries.settle_action at its case",
        Act.ACTION_SETTLED,
        lambda c: c.entries.settle_action(c.late, ActionState.DONE, SECOND, c.item(_1)),
        _1,
    ),
    plain(
        "entries.settle_action at the list",
        Act.ACTION_SETTLED,
        lambda c: c.entries.settle_action(c.late, ActionState.NOT_DONE, SECOND, c.item(ItemKind.ACTIONS)),
        _1,
    ),
    plain(
        "entries.postpone_action at the list",
        Act.ACTION_POSTPONED,
        lambda c: c.entries.postpone_action(c.late, THIRD, SECOND, c.item(ItemKind.ACTIONS)),
        _1,
    ),
    plain("settle.skip_open", Act.ITEM_SKIPPED, lambda c: c.settle.skip_open(c.meeting)),
    plain("settle.end", Act.MEETING_ENDED, lambda c: c.settle.end(c.meeting)),
)
_SETTLING: Final = (
    plain("settle.resume", Act.MEETING_RESUMED, lambda c: c.settle.resume(c.meeting)),
    plain("settle.set_next", Act.NEXT_SET, lambda c: c.settle.set_next(c.meeting, THIRD + timedelta(days=1))),
    plain("settle.finalise", Act.MINUTES_FINALISED, lambda c: c.settle.finalise(c.meeting), undoable=False),
)
_FINAL: Final = (
    elsewhere(
        "settle.reopen", Act.MINUTES_REOPENED, lambda c: c.settle.reopen(c.meeting, TYPED), types=True, undoable=False
    ),
    elsewhere(
        "settle.note_export", Act.MINUTES_EXPORTED, lambda c: c.settle.note_export(c.meeting, "pdf"), undoable=False
    ),
)
_BETWEEN: Final = (
    elsewhere("agenda.open_meeting", Act.MEETING_OPENED, lambda c: c.agenda.open_meeting(c.series.id, SECOND)),
    elsewhere(
        "entries.settle_action between",
        Act.ACTION_SETTLED,
        lambda c: c.entries.settle_action(c.late, ActionState.DONE, SECOND),
        _1,
    ),
    elsewhere(
        "entries.postpone_action between",
        Act.ACTION_POSTPONED,
        lambda c: c.entries.postpone_action(c.late, THIRD, SECOND),
        _1,
    ),
    kept(
        "keep.add_partner",
        Act.PARTNER_SAVED,
        lambda c: c.keep.add_partner(replace(c.partner("GGZ"), name=TYPED, short=TYPED)),
    ),
    kept(
        "keep.add_professional",
        Act.PROFESSIONAL_SAVED,
        lambda c: c.keep.add_professional(replace(c.person("Bas"), name=TYPED, function=TYPED)),
    ),
    kept("keep.add_case", Act.CASE_REGISTERED, lambda c: c.keep.add_case(_NEW_CASE), _NEW_CASE.ref),
    elsewhere(
        "keep.set_discussions", Act.CASE_SAVED, lambda c: c.keep.set_discussions(c.case(_1).id, FIRST, THIRD), _1
    ),
    kept(
        "keep.add_series",
        Act.SERIES_SAVED,
        lambda c: c.keep.add_series(replace(_ALONE, case_id=None), [c.person("Cor")]),
    ),
    elsewhere(
        "lives.add",
        Act.EVENT_ADDED,
        lambda c: c.vault.lives.add(c.case(_3).id, CaseEvent(EventKind.SCALED_DOWN, FIRST)),
        _3,
    ),
    kept("lives.add with texts", Act.EVENT_ADDED, lambda c: c.vault.lives.add(c.case(_2).id, _REFUSED), _2),
    elsewhere("lives.add with a letter", Act.EVENT_ADDED, lambda c: c.vault.lives.add(c.case(_2).id, _ADMITTED), _2),
    elsewhere(
        "lives.set_role",
        Act.ROLE_CHANGED,
        lambda c: c.vault.lives.set_role(c.case(_1).id, CaseRole.CASE_COORDINATOR, c.person("Gerda").id, FIRST),
        _1,
    ),
    kept("lives.record_letter", Act.LETTER_CHANGED, lambda c: c.vault.lives.record_letter(c.case(_4).id, _SENT), _4),
    elsewhere(
        "lives.erase",
        Act.CASE_ERASED,
        lambda c: c.vault.lives.erase(c.shielded, "D26-0005"),
        "D26-0005",
        undoable=False,
    ),
    kept(
        "keep.add_series of a case",
        Act.SERIES_SAVED,
        lambda c: c.keep.add_series(replace(_ALONE, case_id=c.case(_1).id), []),
        _1,
    ),
    kept("keep.save_settings", Act.SETTING_CHANGED, lambda c: c.keep.save_settings(_SETTLED), undoable=False),
    kept("keep.remember_folder", Act.SETTING_CHANGED, lambda c: c.keep.remember_folder(TYPED), undoable=False),
)
_AT: Final = {"between": _BETWEEN, "preparing": _PREPARING, "running": _RUNNING, "settling": _SETTLING, "final": _FINAL}
STAGES: Final = tuple(dict.fromkeys((*_AT, *FILE_ACTS)))
ACTS: Final = tuple(
    replace(act, stage=stage) for stage in STAGES for act in (*_AT.get(stage, ()), *FILE_ACTS.get(stage, ()))
)
"""Every act of a user, at least once for each method of the desks; a test sees to it that none is missing."""
READS: Final = {
    "settle.obstacles": "says what stands in the way of final minutes",
    "rule.circle": "says who is admitted",
    "imports.plan": "says what an import would do",
    "priority.put_on_agenda": "needs a meeting about the list: test_priority_table.py",
    "intake.keep": "keeps what is being typed, as drafts are kept: nothing is entered yet",
}
"""Methods of the desks that are no act of a user, each with the reason."""
ELSEWHERE: Final = {
    Act.VAULT_MADE: "there is no vault before it: test_vault.py",
    Act.VAULT_OPENED: "opening writes it, whoever opens: test_vault.py",
    Act.SLOT_ADDED: "is kept in the file of the keys, not in the database: test_vault.py",
    Act.PASSPHRASE_CHANGED: "is kept in the file of the keys, not in the database: test_vault.py",
    Act.RECOVERY_MADE: "is kept in the file of the keys, not in the database: test_vault.py",
    Act.UNDONE: "undoes the acts of this table: test_an_act_is_undone, test_undo.py",
}
"""Acts that are not in the table, each with the reason and where it is promised."""

any_act = pytest.mark.parametrize("act", ACTS, ids=str)
undoable = pytest.mark.parametrize("act", [act for act in ACTS if act.undoable], ids=str)


class Broken(Exception):
    """What a test lets go wrong inside an act."""


@contextmanager
def breaking_at(chamber: "Chamber", number: int) -> Iterator[None]:
    """Let the write of this number, or the commit after the last one, go wrong."""
    engine, left = chamber.vault.desk.engine(), [number]

    def before_write(connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("SELECT", "PRAGMA", "BEGIN")):
            before_commit(connection)

    def before_commit(connection: Connection) -> None:
        left[0] -= 1
        if left[0] < 0:
            connection.connection.rollback()  # as SQLite itself does when it cannot write
            raise Broken

    event.listen(engine, "before_cursor_execute", before_write)
    event.listen(engine, "commit", before_commit)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", before_write)
        event.remove(engine, "commit", before_commit)


def asked(chamber: "Chamber", act: UserAct, monkeypatch: pytest.MonkeyPatch) -> Callable[[], object]:
    """Return what an act asks of the vault, all looked up and not yet done."""
    desk, method = act.method.split()[0].split(".")
    found: list[Callable[[], object]] = []
    with monkeypatch.context() as caught:
        room = getattr(chamber.vault, desk)
        write = getattr(room, method)
        caught.setattr(room, method, lambda *arguments: found.append(partial(write, *arguments)))
        act.do(chamber)
    return found[0]


def test_no_method_is_left_out(at: "At") -> None:
    """Every public method of the desks that write is promised something below, whatever desks there are."""
    vault = at("between").vault
    writes = "zvk_tui.store.writing."
    desks = {name: desk for name, desk in vars(vault).items() if type(desk).__module__.startswith(writes)}
    methods = {f"{name}.{method}" for name, desk in desks.items() for method in dir(desk) if method[0] != "_"}
    assert methods - set(READS) == {act.method.split()[0] for act in ACTS}


def test_no_act_of_the_log_is_left_out() -> None:
    """Every act that a line of the log can tell is done by somebody in the table, or is promised elsewhere."""
    assert set(Act) - {act.does for act in ACTS} == set(ELSEWHERE)


@any_act
def test_an_act_leaves_one_line(at: "At", act: UserAct) -> None:
    """An act leaves one line in the log: who, when, what, the number of the case, and the hash of the line before.

    What is typed in any field of the act is kept, and is in no column of the log.
    """
    chamber = at(act.stage)
    before = chamber.content("audit")["audit"]
    chamber.clock.forward(minutes=1)
    act.do(chamber)
    *earlier, newest = chamber.content("audit")["audit"]
    line = chamber.vault.log.lines(1)[0]
    assert earlier == before
    assert (line.at, line.who, line.act, line.case_ref) == (chamber.clock.now, "Voorzitter", act.does, act.about)
    assert newest[-2] == earlier[-1][-1]
    assert (TYPED in repr(chamber.content())) is act.types
    assert TYPED not in repr(newest)
    assert chamber.vault.verify() == ()


@any_act
def test_an_act_is_whole_or_not(at: "At", act: UserAct, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever write of an act goes wrong, the commit included, no change, no line and no image is left."""
    chamber = at(act.stage)
    write = asked(chamber, act, monkeypatch)
    before = chamber.content(logs=True)
    for number in range(200):
        try:
            with breaking_at(chamber, number):
                write()
        except Broken:
            assert chamber.content(logs=True) == before, number
        else:
            break
    assert number >= 2
    assert len(chamber.content("audit")["audit"]) == len(before["audit"]) + 1


@undoable
def test_an_act_is_undone(at: "At", act: UserAct) -> None:
    """Undo puts every row back as it was, drafts included, says what it undid, and leaves a line that says so."""
    chamber = at(act.stage)
    before = chamber.content()
    act.do(chamber)
    assert chamber.content() != before
    lines = chamber.vault.log.lines(1000)
    undone = chamber.vault.undo()
    assert undone == lines[0]
    assert chamber.content() == before
    newest, *earlier = chamber.vault.log.lines(1000)
    assert tuple(earlier) == lines
    assert (newest.act, newest.case_ref, newest.detail) == (Act.UNDONE, act.about, act.does)
    assert chamber.vault.verify() == ()


def test_a_final_meeting_refuses_every_act(at: "At") -> None:
    """Nothing is written to a meeting whose minutes are final: one sentence, and every table is as it was."""
    chamber = at("final")
    before = chamber.content(logs=True)
    for act in ACTS:
        if act.frozen:
            with pytest.raises(Refused):
                act.do(chamber)
            assert chamber.content(logs=True) == before, act.method


@pytest.mark.parametrize("stage", STAGES)
def test_a_locked_vault_refuses_every_act(at: "At", monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    """Once the vault is locked no act does anything, and its files are byte for byte the same."""
    chamber = at(stage)
    writes = [asked(chamber, act, monkeypatch) for act in ACTS if act.stage == stage]
    chamber.vault.lock()
    before = chamber.files()
    for write in writes:
        with pytest.raises(VaultLocked):
            write()
        assert chamber.files() == before
