"""The log of what users do: who, when, what, which case; never any content."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Act(StrEnum):
    """One thing a user does to a vault; every write is one of these."""

    VAULT_MADE = "vault_made"
    VAULT_OPENED = "vault_opened"
    SETTING_CHANGED = "setting_changed"
    SLOT_ADDED = "slot_added"
    PASSPHRASE_CHANGED = "passphrase_changed"
    RECOVERY_MADE = "recovery_made"
    PARTNER_SAVED = "partner_saved"
    PROFESSIONAL_SAVED = "professional_saved"
    CASE_SAVED = "case_saved"
    SERIES_SAVED = "series_saved"
    MEETING_OPENED = "meeting_opened"
    AGENDA_PROPOSED = "agenda_proposed"
    ITEM_ADDED = "item_added"
    ITEM_DROPPED = "item_dropped"
    ITEM_MOVED = "item_moved"
    ITEM_CHANGED = "item_changed"
    AGENDA_ORDERED = "agenda_ordered"
    INVITED = "invited"
    PRESENCE_SET = "presence_set"
    SECRECY_SIGNED = "secrecy_signed"
    MEETING_STARTED = "meeting_started"
    ITEM_ENTERED = "item_entered"
    ITEM_DISCUSSED = "item_discussed"
    ITEM_SKIPPED = "item_skipped"
    ITEM_POSTPONED = "item_postponed"
    ITEM_RETURNED = "item_returned"
    CONTRIBUTION_ADDED = "contribution_added"
    CONTRIBUTION_CHANGED = "contribution_changed"
    CONTRIBUTION_REMOVED = "contribution_removed"
    JUDGEMENT_SAVED = "judgement_saved"
    DECISION_ADDED = "decision_added"
    DECISION_CHANGED = "decision_changed"
    DECISION_REMOVED = "decision_removed"
    ACTION_ADDED = "action_added"
    ACTION_CHANGED = "action_changed"
    ACTION_REMOVED = "action_removed"
    ACTION_SETTLED = "action_settled"
    ACTION_POSTPONED = "action_postponed"
    NOTE_SAVED = "note_saved"
    MEETING_ENDED = "meeting_ended"
    MEETING_RESUMED = "meeting_resumed"
    NEXT_SET = "next_set"
    MINUTES_FINALISED = "minutes_finalised"
    MINUTES_REOPENED = "minutes_reopened"
    MINUTES_EXPORTED = "minutes_exported"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the log (Wgs art. 1.8(4), Bgs art. 1.12)."""

    at: datetime
    who: str
    act: Act
    case_ref: str = ""
    detail: str = ""
    """A number or file kind, never what somebody typed."""
