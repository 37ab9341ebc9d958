"""The 34 covenant partners of the demo: national bodies by their own name, local ones invented."""

from typing import Final

from zvk_tui.domain.partners import Chain, ParticipantStatus, Partner
from zvk_tui.domain.partners import PartnerKind as Kind

MUNICIPALITY: Final = "Wijkerveen"
"""The fictional municipality."""

CHAMBER: Final = f"Zorg- en Veiligheidskamer {MUNICIPALITY}"
"""The name of the fictional chamber."""

_CARE, _JUSTICE, _GOVERNANCE = Chain.CARE, Chain.JUSTICE, Chain.GOVERNANCE
_CONTROLLER = ParticipantStatus.CONTROLLER
_PARTICIPANT = ParticipantStatus.PARTICIPANT
_INCIDENTAL = ParticipantStatus.INCIDENTAL

PARTNERS: Final = (
    Partner(1, "Gemeente Wijkerveen", "Gemeente", Kind.MUNICIPALITY, _GOVERNANCE, _CONTROLLER),
    Partner(2, "Burgemeester van Wijkerveen", "Burgemeester", Kind.MAYOR, _GOVERNANCE, _CONTROLLER),
    Partner(3, "Politie, basisteam Wijkerveen", "Politie", Kind.POLICE, _JUSTICE, _CONTROLLER),
    Partner(4, "Openbaar Ministerie", "OM", Kind.PROSECUTOR, _JUSTICE, _CONTROLLER),
    Partner(5, "Raad voor de Kinderbescherming", "RvdK", Kind.CHILD_PROTECTION_BOARD, _JUSTICE, _CONTROLLER),
    Partner(6, "Dienst Justitiële Inrichtingen", "DJI", Kind.PRISON_SERVICE, _JUSTICE, _CONTROLLER),
    Partner(7, "GGD", "GGD", Kind.PUBLIC_HEALTH, _CARE, _CONTROLLER),
    Partner(8, "Reclassering Nederland", "Reclassering", Kind.PROBATION, _JUSTICE, _PARTICIPANT),
    Partner(9, "Jeugdreclassering Lindestroom", "Jeugdreclassering", Kind.YOUTH_PROTECTION, _JUSTICE, _PARTICIPANT),
    Partner(10, "Jeugdbescherming Lindestroom", "Jeugdbescherming", Kind.YOUTH_PROTECTION, _CARE, _PARTICIPANT),
    Partner(11, "Veilig Thuis", "Veilig Thuis", Kind.SAFE_AT_HOME, _CARE, _PARTICIPANT),
    Partner(12, "GGZ Veenstroom", "GGZ", Kind.MENTAL_HEALTH, _CARE, _PARTICIPANT),
    Partner(13, "De Vlonder, ggz voor jeugd", "Jeugd-ggz", Kind.MENTAL_HEALTH, _CARE, _PARTICIPANT),
    Partner(14, "Polikliniek Oeverlicht", "Forensische zorg", Kind.FORENSIC_MENTAL_HEALTH, _CARE, _PARTICIPANT),
    Partner(15, "Helderweg", "Verslavingszorg", Kind.ADDICTION_CARE, _CARE, _PARTICIPANT),
    Partner(16, "Wijkerveen Nabij", "Nabij", Kind.SOCIAL_TEAM, _CARE, _PARTICIPANT),
    Partner(17, "Jeugdhulp Springtij", "Jeugdhulp", Kind.YOUTH_CARE, _CARE, _PARTICIPANT),
    Partner(18, "Welzijn Veenbreed", "Welzijn", Kind.WELFARE, _CARE, _PARTICIPANT),
    Partner(19, "Stichting Onderdak Veenrand", "Opvang", Kind.SHELTER, _CARE, _PARTICIPANT),
    Partner(20, "Wonen aan de Kade", "Beschermd wonen", Kind.SHELTER, _CARE, _PARTICIPANT),
    Partner(21, "Schuldhulp Op Orde", "Schuldhulp", Kind.DEBT_COUNSELLING, _CARE, _PARTICIPANT),
    Partner(22, "Bureau Leerplicht Veenland", "Leerplicht", Kind.SCHOOL_ATTENDANCE, _GOVERNANCE, _PARTICIPANT),
    Partner(23, "Meldpunt Zorg Wijkerveen", "Meldpunt Zorg", Kind.OUTREACH_CARE, _CARE, _PARTICIPANT),
    Partner(24, "Halt", "Halt", Kind.HALT, _JUSTICE, _INCIDENTAL),
    Partner(25, "Jongerenwerk Loods 9", "Jongerenwerk", Kind.YOUTH_WORK, _CARE, _INCIDENTAL),
    Partner(26, "Woningcorporatie De Vaart", "Woningcorp. De Vaart", Kind.HOUSING, _GOVERNANCE, _INCIDENTAL),
    Partner(27, "Woningcorporatie Veenhaven", "Woningcorp. Veenhaven", Kind.HOUSING, _GOVERNANCE, _INCIDENTAL),
    Partner(28, "Mbo De Werf", "Mbo De Werf", Kind.SCHOOL, _CARE, _INCIDENTAL),
    Partner(29, "Scholengemeenschap Het Baken", "Het Baken", Kind.SCHOOL, _CARE, _INCIDENTAL),
    Partner(30, "Veenlandziekenhuis", "Ziekenhuis", Kind.HOSPITAL, _CARE, _INCIDENTAL),
    Partner(31, "Huisartsengroep Wijkerveen", "Huisartsen", Kind.GENERAL_PRACTICE, _CARE, _INCIDENTAL),
    Partner(32, "Zorgkantoor Veenland", "Zorgkantoor", Kind.CARE_OFFICE, _CARE, _INCIDENTAL),
    Partner(33, "Zorg- en Veiligheidshuis Veenland", "Veiligheidshuis", Kind.REGIONAL_HOUSE, _GOVERNANCE, _INCIDENTAL),
    Partner(34, "Gemeente Rietmonde", "Rietmonde", Kind.OTHER_MUNICIPALITY, _GOVERNANCE, _INCIDENTAL),
)
"""The partners; those of national kind carry only their national name."""

BY_SHORT: Final = {partner.short: partner for partner in PARTNERS}
"""The partners by the name that the table calls them."""
