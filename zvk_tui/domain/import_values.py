"""What a planned line says, as the values of the domain; what it does not say is as is usual."""

from datetime import date
from enum import StrEnum
from typing import TypeVar

from zvk_tui.domain.case_file import Approach, CaseFile, Phase, Subject, Track
from zvk_tui.domain.case_terms import CaseLabel, ClosingReason, PoliceContactKind
from zvk_tui.domain.columns import Column
from zvk_tui.domain.import_checks import day_of, negative_of, text_of
from zvk_tui.domain.life import CaseLife, NewCase, path_to
from zvk_tui.domain.partner_usual import usual_chain, usual_status
from zvk_tui.domain.partners import Partner, PartnerKind, Professional
from zvk_tui.domain.police import PoliceContact
from zvk_tui.domain.transfer import Record

Kind = TypeVar("Kind")
Term = TypeVar("Term", bound=StrEnum)


def case_of(record: Record) -> CaseFile:
    """Return the case of a line."""
    return CaseFile(
        0,
        text_of(record, Column.REF),
        _needed(record, Column.APPROACH, Approach),
        _said(record, Column.PHASE, Phase.REFERRED),
        Subject(
            text_of(record, Column.GIVEN_NAMES),
            text_of(record, Column.PREFIX),
            text_of(record, Column.SURNAME),
            day_of(record, Column.BORN_ON),
            text_of(record, Column.GROUP_NAME),
        ),
        _needed(record, Column.REGISTERED_ON, date),
        _said(record, Column.TRACK, Track.REGULAR),
        text_of(record, Column.GOAL),
        _person(record, Column.DIRECTOR),
        _person(record, Column.COORDINATOR),
        day_of(record, Column.LAST_DISCUSSED),
        day_of(record, Column.NEXT_DISCUSSION),
    )


def new_case(record: Record) -> NewCase:
    """Return the case of a line with the fewest events that lead to where it is."""
    case_file, label = case_of(record), record.get(Column.LABEL)
    reason, closed_on = record.get(Column.CLOSING_REASON), day_of(record, Column.CLOSED_ON)
    life = CaseLife(
        case_file.registered_on,
        case_file.approach,
        case_file.track,
        case_file.phase,
        closed_on=closed_on,
        closing_reason=reason if isinstance(reason, ClosingReason) else None,
    )
    return NewCase(
        case_file.ref,
        case_file.approach,
        case_file.subject,
        case_file.registered_on,
        case_file.track,
        label if isinstance(label, CaseLabel) else None,
        case_file.goal,
        events=path_to(life)[1:],
    )


def contact_of(record: Record) -> PoliceContact:
    """Return the police contact of a line."""
    kind = _needed(record, Column.CONTACT_KIND, PoliceContactKind)
    return PoliceContact(
        0,
        _needed(record, Column.CONTACT_ON, date),
        kind,
        negative_of(record, kind),
        text_of(record, Column.SOURCE),
        text_of(record, Column.NOTE),
        wrong_on=day_of(record, Column.WRONG_ON),
        wrong_reason=text_of(record, Column.WRONG_REASON),
    )


def partner_of(record: Record) -> Partner:
    """Return the partner of a line; its chain and status are as usual for its kind when the line does not say."""
    kind, short = _needed(record, Column.PARTNER_KIND, PartnerKind), text_of(record, Column.SHORT)
    return Partner(
        0,
        text_of(record, Column.PARTNER_NAME) or short,
        short,
        kind,
        _said(record, Column.CHAIN, usual_chain(kind)),
        _said(record, Column.STATUS, usual_status(kind)),
        record.get(Column.ACTIVE, True) is True,
    )


def professional_of(record: Record) -> Professional:
    """Return the professional of a line."""
    return Professional(
        0,
        text_of(record, Column.PERSON_NAME),
        text_of(record, Column.FUNCTION),
        _needed(record, Column.PARTNER, Partner),
        day_of(record, Column.SECRECY_ON),
        record.get(Column.ACTIVE, True) is True,
    )


def _needed(record: Record, column: Column, kind: type[Kind]) -> Kind:
    value = record[column]
    assert isinstance(value, kind)  # noqa: S101 - narrows the type; a planned line says what it must
    return value


def _said(record: Record, column: Column, usual: Term) -> Term:
    value = record.get(column)
    return value if isinstance(value, type(usual)) else usual


def _person(record: Record, column: Column) -> Professional | None:
    value = record.get(column)
    return value if isinstance(value, Professional) else None
