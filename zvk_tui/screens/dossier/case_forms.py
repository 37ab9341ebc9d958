"""The forms of the dossier that belong to no other tab: the person, the case itself, and the direct circle."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from zvk_tui.domain.case_file import CaseFile, Subject
from zvk_tui.domain.case_terms import CaseLabel, CircleRelation
from zvk_tui.domain.dates import parse_date, parse_past
from zvk_tui.domain.dossier import DossierHead
from zvk_tui.domain.intake import CircleMember
from zvk_tui.domain.intake_check import parse_birth
from zvk_tui.i18n import _
from zvk_tui.labels import choices, plain_date
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm

if TYPE_CHECKING:
    from zvk_tui.domain.referral import CircleRecord
    from zvk_tui.store.vault import Vault

NO_LABEL: Final = ""
"""The choice of no label."""


def person_form(vault: "Vault", case_file: CaseFile) -> RecordForm:
    """Return the form of the person or group that a case is about."""
    was, today = case_file.subject, vault.now().date()

    def save(said: Answers) -> None:
        problems: dict[str, str] = {}
        born = _born(said["born"], today, problems)
        if born is not None and born > case_file.registered_on:
            problems["born"] = _("The date of birth is after the registration.")
        subject = Subject(said["given"], said["prefix"], said["surname"], born, said["group"])
        if not subject.full_name.strip():
            problems["surname"] = _("A case has a name: of a person, or of a family or group.")
        if subject.doubly_named:
            problems["group"] = _("A person or a group, not both: empty one of the two.")
        _refuse(problems)
        vault.change.case_file(replace(case_file, subject=subject))

    group_hint = _("for a family or group: what the table calls it")
    fields = (
        *_name_fields(was.given_names, was.prefix, was.surname),
        Field("born", _("Born on"), _typed(was.birth_date), hint="23-11-2008", personal=True),
        Field("group", _("Or group"), was.group_name, hint=group_hint, personal=True),
    )
    return RecordForm(f"{_('Person')} {case_file.ref}", f"person/case/{case_file.id}", fields, save)


def case_form(vault: "Vault", head: DossierHead) -> RecordForm:
    """Return the form of the case itself: its goal, its days and its label."""
    was, today = head.case_file, vault.now().date()

    def save(said: Answers) -> None:
        problems: dict[str, str] = {}
        registered = _day(said["registered"], today, "registered", problems) or was.registered_on
        planned = _day(said["next"], today, "next", problems, ahead=True)
        if registered > today:
            problems["registered"] = _("The day of registration is still to come.")
        if was.subject.birth_date and registered < was.subject.birth_date:
            problems["registered"] = _("The date of birth is after the registration.")
        _refuse(problems)
        chosen = CaseLabel(said["label"]) if said["label"] else None
        vault.change.case_file(replace(was, goal=said["goal"], registered_on=registered, next_discussion=planned))
        if chosen is not head.label:
            vault.dossier.set_label(was.id, chosen)

    labels = choices(vault.approaches.current(was.approach).labels)
    fields = [
        Field("goal", _("Goal"), was.goal, personal=True),
        Field("next", _("Discuss on"), _typed(was.next_discussion), hint=_("14-12, or empty")),
        Field("registered", _("Registered on"), plain_date(was.registered_on)),
        Field("label", _("Label"), head.label or NO_LABEL, ((NO_LABEL, _("none")), *labels)),
    ]
    return RecordForm(f"{_('Case')} {was.ref}", f"case/{was.id}", fields, save)


def circle_form(vault: "Vault", case_id: int, record: "CircleRecord | None") -> RecordForm:
    """Return the form of somebody in the direct circle; None asks for a new one."""
    was = record.member if record else CircleMember()
    today = vault.now().date()

    def save(said: Answers) -> None:
        problems: dict[str, str] = {}
        born = _born(said["born"], today, problems)
        if born is not None and born > today:
            problems["born"] = _("This day is still to come.")
        relation = CircleRelation(said["relation"])
        member = CircleMember(relation, said["given"], said["prefix"], said["surname"], born, said["note"])
        if not member.subject.full_name.strip():
            problems["surname"] = _("Type a name.")
        _refuse(problems)
        vault.intake.save_member(case_id, member, record.id if record else None)

    relations = choices(CircleRelation)
    fields = (
        Field("relation", _("Is to the person"), was.relation, relations),
        *_name_fields(was.given_names, was.prefix, was.surname),
        Field("born", _("Born on"), _typed(was.birth_date), hint="23-11-2008", personal=True),
        Field("note", _("Note"), was.note, hint=_("what the case needs, no more"), personal=True),
    )
    return RecordForm(_("Direct circle"), f"circle/case/{case_id}/{record.id if record else 'new'}", fields, save)


def _name_fields(given: str, prefix: str, surname: str) -> tuple[Field, ...]:
    return (
        Field("given", _("Given names"), given, personal=True),
        Field("prefix", _("Prefix"), prefix, hint=_("de, van der"), personal=True),
        Field("surname", _("Surname"), surname, personal=True),
    )


def _typed(day: date | None) -> str:
    return plain_date(day) if day else ""


def _born(typed: str, today: date, problems: dict[str, str]) -> date | None:
    born = parse_birth(typed, today) if typed else None
    if typed and born is None:
        problems["born"] = _no_date(typed)
    return born


def _day(typed: str, today: date, name: str, problems: dict[str, str], *, ahead: bool = False) -> date | None:
    day = (parse_date(typed, today) if ahead else parse_past(typed, today)) if typed else None
    if typed and day is None:
        problems[name] = _no_date(typed)
    return day


def _no_date(typed: str) -> str:
    return _("“{typed}” is no date. Type it as 23-11-2026.").format(typed=typed)


def _refuse(problems: dict[str, str]) -> None:
    """Refuse when there is a problem; each stands under its field.

    Raises:
        FieldProblems: there is one.
    """
    if problems:
        raise FieldProblems(problems)
