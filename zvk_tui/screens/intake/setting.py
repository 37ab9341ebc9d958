"""What every page of a registration knows besides the form."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zvk_tui.documents.names import Masks
from zvk_tui.domain.approaches import ApproachRules
from zvk_tui.domain.case_file import Approach, NameStyle
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.partners import Directory

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Setting:
    """The vault and what was read from it when the registration was opened."""

    vault: "Vault"
    directory: Directory
    approaches: tuple[Approach, ...]
    """Those that the user may see."""
    today: date

    def rules(self, form: IntakeForm) -> ApproachRules:
        """Return the rules of the approach that was chosen."""
        return self.vault.approaches.current(form.approach)


def masks(form: IntakeForm, style: NameStyle) -> Masks:
    """Return what hides the names of the person and the direct circle in a text, as the projector asks."""
    everybody = (form.subject, *(member.subject for member in form.circle))
    return Masks(tuple(("", person) for person in everybody if person.full_name.strip()), style)
