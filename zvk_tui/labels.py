"""Words for the values of the domain, and how dates and numbers are written.

Everything is spoken in the app's language, whatever the language of the computer. `label` takes every enum of the
domain; the other functions write what an enum alone cannot say.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Final

from zvk_tui.domain.case_file import Approach, NameStyle, Phase, Track
from zvk_tui.domain.entry_line import LineProblem
from zvk_tui.domain.log import Act
from zvk_tui.domain.meeting import ItemKind, ItemState, MeetingState, Presence, Reason, ReasonKind, SeriesKind
from zvk_tui.domain.minutes import MinutesStatus
from zvk_tui.domain.partners import Chain, ParticipantStatus, PartnerKind
from zvk_tui.domain.record import ActionState, Answer, StatementKind
from zvk_tui.domain.settling import ObstacleKind
from zvk_tui.domain.today import TodayKind
from zvk_tui.i18n import N_, _, ngettext

_PARTNER_KINDS: Final[dict[StrEnum, str]] = {
    PartnerKind.MUNICIPALITY: N_("municipality"),
    PartnerKind.MAYOR: N_("mayor"),
    PartnerKind.POLICE: N_("police"),
    PartnerKind.PROSECUTOR: N_("public prosecutor"),
    PartnerKind.CHILD_PROTECTION_BOARD: N_("child protection board"),
    PartnerKind.PRISON_SERVICE: N_("prison service"),
    PartnerKind.PUBLIC_HEALTH: N_("public health service"),
    PartnerKind.PROBATION: N_("probation service"),
    PartnerKind.YOUTH_PROTECTION: N_("youth protection"),
    PartnerKind.SAFE_AT_HOME: N_("Safe at Home"),
    PartnerKind.MENTAL_HEALTH: N_("mental health care"),
    PartnerKind.FORENSIC_MENTAL_HEALTH: N_("forensic mental health care"),
    PartnerKind.ADDICTION_CARE: N_("addiction care"),
    PartnerKind.SOCIAL_TEAM: N_("social team"),
    PartnerKind.YOUTH_CARE: N_("youth care"),
    PartnerKind.WELFARE: N_("welfare work"),
    PartnerKind.SHELTER: N_("shelter"),
    PartnerKind.DEBT_COUNSELLING: N_("debt counselling"),
    PartnerKind.SCHOOL_ATTENDANCE: N_("school attendance"),
    PartnerKind.OUTREACH_CARE: N_("outreach care"),
    PartnerKind.HALT: N_("Halt"),
    PartnerKind.SCHOOL: N_("school"),
    PartnerKind.HOUSING: N_("housing corporation"),
    PartnerKind.HOSPITAL: N_("hospital"),
    PartnerKind.GENERAL_PRACTICE: N_("general practice"),
    PartnerKind.YOUTH_WORK: N_("youth work"),
    PartnerKind.CARE_OFFICE: N_("care office"),
    PartnerKind.REGIONAL_HOUSE: N_("regional care and safety house"),
    PartnerKind.OTHER_MUNICIPALITY: N_("another municipality"),
}
_ACTS: Final[dict[StrEnum, str]] = {
    Act.VAULT_MADE: N_("vault made"),
    Act.VAULT_OPENED: N_("vault opened"),
    Act.SETTING_CHANGED: N_("setting changed"),
    Act.SLOT_ADDED: N_("key slot added"),
    Act.PASSPHRASE_CHANGED: N_("passphrase changed"),
    Act.RECOVERY_MADE: N_("recovery key made"),
    Act.PARTNER_SAVED: N_("partner saved"),
    Act.PROFESSIONAL_SAVED: N_("professional saved"),
    Act.CASE_SAVED: N_("case saved"),
    Act.SERIES_SAVED: N_("series saved"),
    Act.MEETING_OPENED: N_("meeting opened"),
    Act.AGENDA_PROPOSED: N_("agenda proposed"),
    Act.ITEM_ADDED: N_("agenda item added"),
    Act.ITEM_DROPPED: N_("agenda item dropped"),
    Act.ITEM_MOVED: N_("agenda item put elsewhere"),
    Act.ITEM_CHANGED: N_("agenda item changed"),
    Act.AGENDA_ORDERED: N_("agenda put in order"),
    Act.INVITED: N_("guest list changed"),
    Act.PRESENCE_SET: N_("presence recorded"),
    Act.SECRECY_SIGNED: N_("secrecy declaration recorded"),
    Act.MEETING_STARTED: N_("meeting started"),
    Act.ITEM_ENTERED: N_("agenda item opened"),
    Act.ITEM_DISCUSSED: N_("agenda item discussed"),
    Act.ITEM_SKIPPED: N_("agenda item skipped"),
    Act.ITEM_POSTPONED: N_("agenda item moved to the next meeting"),
    Act.ITEM_RETURNED: N_("agenda item opened again"),
    Act.CONTRIBUTION_ADDED: N_("contribution added"),
    Act.CONTRIBUTION_CHANGED: N_("contribution changed"),
    Act.CONTRIBUTION_REMOVED: N_("contribution removed"),
    Act.JUDGEMENT_SAVED: N_("judgement saved"),
    Act.DECISION_ADDED: N_("decision added"),
    Act.DECISION_CHANGED: N_("decision changed"),
    Act.DECISION_REMOVED: N_("decision removed"),
    Act.ACTION_ADDED: N_("action added"),
    Act.ACTION_CHANGED: N_("action changed"),
    Act.ACTION_REMOVED: N_("action removed"),
    Act.ACTION_SETTLED: N_("action settled"),
    Act.ACTION_POSTPONED: N_("action postponed"),
    Act.NOTE_SAVED: N_("note saved"),
    Act.MEETING_ENDED: N_("meeting ended"),
    Act.MEETING_RESUMED: N_("meeting resumed"),
    Act.NEXT_SET: N_("next date set"),
    Act.MINUTES_FINALISED: N_("minutes finalised"),
    Act.MINUTES_REOPENED: N_("minutes reopened"),
    Act.MINUTES_EXPORTED: N_("minutes exported"),
    Act.UNDONE: N_("undone"),
}
_WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Approach: {
        Approach.ALL_AGES: N_("0-100"),
        Approach.PAD: N_("PAD"),
        Approach.RADICALISATION: N_("Radicalisation"),
    },
    Track: {
        Track.REGULAR: N_("regular"),
        Track.RIVAL_YOUTH: N_("rival youth"),
        Track.STRAATKRACHT: N_("Straatkracht"),
    },
    Phase: {
        Phase.REFERRED: N_("referred"),
        Phase.TRIAGE: N_("in triage"),
        Phase.APPROACH: N_("in approach"),
        Phase.MONITORING: N_("monitoring"),
        Phase.SCALED_UP: N_("scaled up"),
        Phase.SCALING_DOWN: N_("scaling down"),
        Phase.CLOSED: N_("closed"),
    },
    NameStyle: {
        NameStyle.FULL: N_("full names"),
        NameStyle.INITIALS: N_("case numbers with initials"),
        NameStyle.NONE: N_("case numbers only"),
    },
    Chain: {Chain.CARE: N_("care"), Chain.JUSTICE: N_("justice"), Chain.GOVERNANCE: N_("governance")},
    ParticipantStatus: {
        ParticipantStatus.CONTROLLER: N_("controller"),
        ParticipantStatus.PARTICIPANT: N_("participant"),
        ParticipantStatus.INCIDENTAL: N_("incidental participant"),
    },
    PartnerKind: _PARTNER_KINDS,
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
        ReasonKind.REVIEW_DUE: N_("not discussed for long"),
        ReasonKind.ADDED: N_("added by the chair"),
    },
    ObstacleKind: {
        ObstacleKind.NOT_ENDED: N_("the meeting has not ended"),
        ObstacleKind.ALREADY_FINAL: N_("the minutes are final already"),
        ObstacleKind.ITEM_OPEN: N_("an agenda item is still open"),
        ObstacleKind.PRESENCE_UNKNOWN: N_("presence is not recorded for everybody"),
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
        TodayKind.REFERRAL: N_("new referrals"),
        TodayKind.REVIEW: N_("cases to discuss again"),
        TodayKind.ACTION_SOON: N_("actions due soon"),
    },
    Act: _ACTS,
}
_WEEKDAYS: Final = (
    (N_("Monday"), N_("Mon")),
    (N_("Tuesday"), N_("Tue")),
    (N_("Wednesday"), N_("Wed")),
    (N_("Thursday"), N_("Thu")),
    (N_("Friday"), N_("Fri")),
    (N_("Saturday"), N_("Sat")),
    (N_("Sunday"), N_("Sun")),
)
_MONTHS: Final = (
    (N_("January"), N_("Jan")),
    (N_("February"), N_("Feb")),
    (N_("March"), N_("Mar")),
    (N_("April"), N_("Apr")),
    (N_("May"), N_("May")),
    (N_("June"), N_("Jun")),
    (N_("July"), N_("Jul")),
    (N_("August"), N_("Aug")),
    (N_("September"), N_("Sep")),
    (N_("October"), N_("Oct")),
    (N_("November"), N_("Nov")),
    (N_("December"), N_("Dec")),
)


def label(value: StrEnum) -> str:
    """Return the word for a value of the domain."""
    return _(_WORDS[type(value)][value])


def language() -> str:
    """Return the code of the language the app speaks ("nl" or "en")."""
    return _("en")


def reason_text(reason: Reason) -> str:
    """Return why an item is on the agenda, with its number or date: "2 acties te laat"."""
    count = reason.count
    match reason.kind:
        case ReasonKind.NEW_REFERRAL if reason.on:
            return _("referred on {date}").format(date=plain_date(reason.on))
        case ReasonKind.PLANNED if reason.on:
            return _("planned for {date}").format(date=plain_date(reason.on))
        case ReasonKind.ACTIONS_LATE if count:
            return ngettext("{count} action late", "{count} actions late", count).format(count=count)
        case ReasonKind.ACTIONS_DUE if count:
            return ngettext("{count} action due", "{count} actions due", count).format(count=count)
        case ReasonKind.REVIEW_DUE if count:
            weeks = ngettext("not discussed for {count} week", "not discussed for {count} weeks", count)
            return weeks.format(count=count)
        case _:
            return label(reason.kind)


def long_date(day: date) -> str:
    """Return "maandag 23 november 2026"."""
    weekday, month = _(_WEEKDAYS[day.weekday()][0]), _(_MONTHS[day.month - 1][0])
    return f"{weekday} {day.day} {month} {day.year}"


def short_date(day: date) -> str:
    """Return "ma 23 nov"."""
    return f"{_(_WEEKDAYS[day.weekday()][1])} {day.day} {_(_MONTHS[day.month - 1][1])}"


def plain_date(day: date) -> str:
    """Return "23-11-2026"."""
    return f"{day.day:02}-{day.month:02}-{day.year}"


def clock(moment: time | datetime) -> str:
    """Return "13:30"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def late(days: int) -> str:
    """Return how late something is: "9 dagen te laat"."""
    return ngettext("{days} day late", "{days} days late", days).format(days=days)


def decision_ref(number: int) -> str:
    """Return how a decision is cited: "B-12"."""
    return _("D-{number}").format(number=number)


def action_ref(number: int) -> str:
    """Return how an action is cited: "A-34"."""
    return _("A-{number}").format(number=number)
