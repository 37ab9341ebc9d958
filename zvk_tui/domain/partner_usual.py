"""Which chain and which place in the partnership a kind of organisation usually has (Wgs art. 2.27; seed l.166-168)."""

from typing import Final

from zvk_tui.domain.partners import Chain, ParticipantStatus, PartnerKind

_K = PartnerKind
_JUSTICE: Final = frozenset(
    {
        _K.POLICE,
        _K.PROSECUTOR,
        _K.CHILD_PROTECTION_BOARD,
        _K.PRISON_SERVICE,
        _K.PROBATION,
        _K.YOUTH_PROTECTION,
        _K.HALT,
    }
)
_GOVERNANCE: Final = frozenset(
    {_K.MUNICIPALITY, _K.MAYOR, _K.SCHOOL_ATTENDANCE, _K.REGIONAL_HOUSE, _K.OTHER_MUNICIPALITY}
)
_CONTROLLERS: Final = frozenset(
    {
        _K.MUNICIPALITY,
        _K.MAYOR,
        _K.POLICE,
        _K.PROSECUTOR,
        _K.CHILD_PROTECTION_BOARD,
        _K.PRISON_SERVICE,
        _K.PUBLIC_HEALTH,
    }
)
_INCIDENTAL: Final = frozenset(
    {
        _K.HALT,
        _K.SCHOOL,
        _K.HOUSING,
        _K.HOSPITAL,
        _K.GENERAL_PRACTICE,
        _K.YOUTH_WORK,
        _K.CARE_OFFICE,
        _K.REGIONAL_HOUSE,
        _K.OTHER_MUNICIPALITY,
    }
)


def usual_chain(kind: PartnerKind) -> Chain:
    """Return the chain that a kind of organisation usually works in."""
    if kind in _JUSTICE:
        return Chain.JUSTICE
    return Chain.GOVERNANCE if kind in _GOVERNANCE else Chain.CARE


def usual_status(kind: PartnerKind) -> ParticipantStatus:
    """Return what a kind of organisation usually is in the partnership."""
    if kind in _CONTROLLERS:
        return ParticipantStatus.CONTROLLER
    return ParticipantStatus.INCIDENTAL if kind in _INCIDENTAL else ParticipantStatus.PARTICIPANT
