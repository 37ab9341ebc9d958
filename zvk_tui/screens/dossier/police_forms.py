"""The forms of the police tab: a contact, its correction, and up to when is known."""

from datetime import date
from typing import TYPE_CHECKING

from zvk_tui.domain.case_terms import PoliceContactKind
from zvk_tui.domain.partners import PartnerKind
from zvk_tui.domain.police import PoliceContact, usually_negative
from zvk_tui.i18n import _
from zvk_tui.labels import choices, plain_date
from zvk_tui.screens.dossier.statement_forms import past_day
from zvk_tui.screens.record_form import Answers, Field, RecordForm

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


def contact_form(vault: "Vault", case_id: int, contact: PoliceContact | None) -> RecordForm:
    """Return the form of a contact; of one that is there it asks what was wrong, and keeps the old one readable."""
    today = vault.now().date()

    def save(said: Answers) -> None:
        now = _contact(said, today)
        if contact is None:
            vault.police_desk.add(case_id, now)
        else:
            vault.police_desk.correct(contact.id, now, said["reason"])

    kind = contact.kind if contact else PoliceContactKind.SUSPECT
    negative = ("yes" if contact.negative else "no") if contact else ""
    fields: tuple[Field, ...] = (
        Field("on", _("On"), plain_date(contact.on) if contact else "", hint=_("14-10, fri, yesterday")),
        Field("kind", _("Kind"), kind, choices(PoliceContactKind)),
        Field("negative", _("Negative in view"), negative, _answers()),
        Field("source", _("Source"), contact.source if contact else _police(vault), hint=_("who told it")),
        Field("note", _("Note"), contact.note if contact else "", hint=_("short; no police report"), personal=True),
    )
    if contact is not None:
        fields = (*fields, Field("reason", _("What was wrong"), hint=_("kept with the old contact"), personal=True))
    title = _("Correct a contact with the police") if contact else _("Contact with the police")
    return RecordForm(title, f"police/{case_id}/{contact.id if contact else 0}", fields, save)


def known_form(vault: "Vault", case_id: int) -> RecordForm:
    """Return the form of the day up to which police information is known."""
    today = vault.now().date()

    def save(said: Answers) -> None:
        vault.police_desk.set_known(case_id, past_day(said["until"], today), said["source"])

    fields = (
        Field("until", _("Known until"), plain_date(today), hint=_("14-10, fri, yesterday")),
        Field("source", _("Source"), _police(vault), hint=_("who told it")),
    )
    return RecordForm(_("Up to when is known"), f"police-known/{case_id}", fields, save)


def _answers() -> tuple[tuple[str, str], ...]:
    return ("", _("as its kind")), ("yes", _("yes")), ("no", _("no"))


def _contact(said: Answers, today: date) -> PoliceContact:
    kind = PoliceContactKind(said["kind"])
    negative = said["negative"] == "yes" if said["negative"] else usually_negative(kind)
    return PoliceContact(0, past_day(said["on"], today), kind, negative, said["source"], said["note"])


def _police(vault: "Vault") -> str:
    """Return what the chamber calls the police, as the usual source."""
    partners = vault.register.directory().partners
    return next((partner.short for partner in partners if partner.kind is PartnerKind.POLICE), "")
