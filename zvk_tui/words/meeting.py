"""Words for a meeting, its record, and what Vandaag shows."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.entry_line import LineProblem
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, ReasonKind, SeriesKind
from zvk_tui.domain.minutes import MinutesStatus
from zvk_tui.domain.record import ActionState, Answer, StatementKind
from zvk_tui.domain.settling import ObstacleKind
from zvk_tui.domain.today import TodayKind
from zvk_tui.i18n import N_

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    SeriesKind: {
        SeriesKind.CORE_TEAM_PAD: N_("Core team PAD"),
        SeriesKind.CORE_TEAM_TOP10: N_("Core team top 10"),
        SeriesKind.PROCESS_MEETING: N_("Process meeting"),
    },
    MeetingState: {
        MeetingState.PREPARING: N_("preparing"),
        MeetingState.RUNNING: N_("running"),
        MeetingState.SETTLING: N_("settling"),
        MeetingState.FINAL: N_("final"),
    },
    MinutesStatus: {MinutesStatus.DRAFT: N_("draft"), MinutesStatus.FINAL: N_("final")},
    ItemKind: {
        ItemKind.OPENING: N_("Opening and presence"),
        ItemKind.MINUTES: N_("Previous minutes"),
        ItemKind.ACTIONS: N_("Action list"),
        ItemKind.NOTICES: N_("Notices"),
        ItemKind.REFERRAL: N_("Referral"),
        ItemKind.CASE: N_("Case"),
        ItemKind.TOP10: N_("Top 10"),
        ItemKind.GROUP: N_("Group or area"),
        ItemKind.TOPIC: N_("Topic"),
        ItemKind.CLOSING: N_("Closing round"),
    },
    ItemState: {
        ItemState.OPEN: N_("to discuss"),
        ItemState.DISCUSSED: N_("discussed"),
        ItemState.SKIPPED: N_("not discussed"),
        ItemState.MOVED: N_("moved to the next meeting"),
    },
    Presence: {
        Presence.INVITED: N_("invited"),
        Presence.PRESENT: N_("present"),
        Presence.EXCUSED: N_("excused"),
        Presence.ABSENT: N_("absent"),
        Presence.GUEST: N_("guest"),
    },
    StatementKind: {
        StatementKind.FACT: N_("fact"),
        StatementKind.OPINION: N_("opinion"),
        StatementKind.HEARSAY: N_("hearsay"),
    },
    Answer: {
        Answer.YES: N_("yes"),
        Answer.PARTLY: N_("partly"),
        Answer.NO: N_("no"),
        Answer.UNKNOWN: N_("unknown"),
    },
    ActionState: {
        ActionState.OPEN: N_("open"),
        ActionState.DONE: N_("done"),
        ActionState.NOT_DONE: N_("not done"),
        ActionState.NO_LONGER_POSSIBLE: N_("no longer possible"),
    },
    ReasonKind: {
        ReasonKind.STANDING: N_("standing item"),
        ReasonKind.SKIPPED: N_("not discussed last time"),
        ReasonKind.MOVED: N_("moved on last time"),
        ReasonKind.NEW_REFERRAL: N_("new referral"),
        ReasonKind.PLANNED: N_("planned"),
        ReasonKind.ACTIONS_LATE: N_("actions late"),
        ReasonKind.ACTIONS_DUE: N_("actions due"),
        ReasonKind.PLAN_REVIEW: N_("review of the plan"),
        ReasonKind.TOP10_REVIEW: N_("review for the top 10"),
        ReasonKind.MAY_CLOSE: N_("may be closed"),
        ReasonKind.CLOSING_PROPOSED: N_("closing proposed"),
        ReasonKind.REVIEW_DUE: N_("not discussed for long"),
        ReasonKind.ADDED: N_("added by the chair"),
    },
    ObstacleKind: {
        ObstacleKind.NOT_ENDED: N_("the meeting has not ended"),
        ObstacleKind.ALREADY_FINAL: N_("the minutes are final already"),
        ObstacleKind.ITEM_OPEN: N_("an agenda item is still open"),
        ObstacleKind.PRESENCE_UNKNOWN: N_("presence is not recorded for everybody"),
        ObstacleKind.NOBODY_PRESENT: N_("nobody is marked as present"),
        ObstacleKind.SECRECY_UNSIGNED: N_("a secrecy declaration is not signed"),
        ObstacleKind.NO_CHAIR: N_("there is no chair"),
        ObstacleKind.NO_NEXT_DATE: N_("there is no next date"),
        ObstacleKind.NEXT_DATE_NOT_AFTER: N_("the next date is not after this meeting"),
        ObstacleKind.TEXT_NOT_ENTERED: N_("a text was typed but not entered"),
    },
    LineProblem: {
        LineProblem.NO_OWNER: N_("who? Begin with the organisation and a colon"),
        LineProblem.UNKNOWN_OWNER: N_("nobody is known by this name"),
        LineProblem.AMBIGUOUS_OWNER: N_("this name can mean more than one"),
        LineProblem.NO_TEXT: N_("what? Type it after the colon"),
        LineProblem.NO_DATE: N_("when? Add a date, such as @14-12"),
        LineProblem.TWO_DATES: N_("there are two dates; one is needed"),
        LineProblem.BAD_DATE: N_("this date does not exist"),
        LineProblem.DATE_PAST: N_("this date is in the past"),
        LineProblem.NO_NEXT_MEETING: N_("the next meeting has no date yet"),
    },
    TodayKind: {
        TodayKind.MEETING: N_("next meeting"),
        TodayKind.ACTION_LATE: N_("actions too late"),
        TodayKind.LETTER: N_("notification letters"),
        TodayKind.RETENTION: N_("cases to erase"),
        TodayKind.INTAKE: N_("unfinished registrations"),
        TodayKind.REFERRAL: N_("new referrals"),
        TodayKind.REVIEW: N_("cases to discuss again"),
        TodayKind.PLAN_REVIEW: N_("plans to review"),
        TodayKind.PRIORITY_REVIEW: N_("top 10 to look at again"),
        TodayKind.CLOSING_PROPOSED: N_("closing proposed"),
        TodayKind.CLOSING_DECIDED: N_("closing decided"),
        TodayKind.ASK_POLICE: N_("police information to ask"),
        TodayKind.MAY_CLOSE: N_("cases that may be closed"),
        TodayKind.ACTION_SOON: N_("actions due soon"),
    },
}
"""For each enum, the message ids of its members."""
