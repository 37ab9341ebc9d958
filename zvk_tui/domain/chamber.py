"""The settings of a chamber, each with its default."""

from dataclasses import dataclass

from zvk_tui.domain.agenda import REVIEW_WEEKS
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.letters import LETTER_DAYS


@dataclass(frozen=True, slots=True)
class ChamberSettings:
    """What a chamber has settled; kept inside its vault."""

    chamber: str = "Zorg- en Veiligheidskamer"
    """The name on the minutes."""
    lock_after_minutes: int = 15
    """Minutes without a key after which the app locks; 1 to 60, never off."""
    review_weeks: int = REVIEW_WEEKS
    """Weeks without a discussion after which a live case comes back on the agenda."""
    names: NameStyle = NameStyle.INITIALS
    """How people are named in exported minutes."""
    export_folder: str = ""
    """The folder that the minutes were last written to."""
    word_template: str = ""
    """The organisation's own Word template, or nothing."""
    letter_days: int = LETTER_DAYS
    """Days after admission within which the notification letter is sent (seed l.469-479; a month at most)."""
