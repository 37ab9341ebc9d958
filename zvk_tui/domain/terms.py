"""The words of the standard lists as people write them in a spreadsheet, in Dutch and English."""

from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from zvk_tui.domain.case_file import Approach, Phase, Track
from zvk_tui.domain.case_terms import CaseLabel, ClosingReason, PoliceContactKind
from zvk_tui.domain.names import bare_words
from zvk_tui.domain.partners import Chain, ParticipantStatus, PartnerKind

Term = TypeVar("Term", bound=StrEnum)


def read_term(kind: type[Term], text: str) -> Term | None:
    """Return the value of a standard list that a text means, in Dutch or English; None when it means none."""
    number = _index(kind).get("".join(bare_words(text)))
    return list(kind)[number] if number is not None else None


def written_term(value: StrEnum) -> str:
    """Return the word that an export writes for a value of a standard list."""
    return TERMS[type(value)][value][0]


def known_terms(kind: type[StrEnum]) -> tuple[str, ...]:
    """Return the words that an export writes for all values of a standard list."""
    return tuple(written_term(member) for member in kind)


@cache
def _index(kind: type[StrEnum]) -> dict[str, int]:
    """Return the place of each value by every word for it; the first list that has a word keeps it."""
    found: dict[str, int] = {}
    for number, member in enumerate(kind):
        for word in (*TERMS[kind][member], member.value):
            found.setdefault("".join(bare_words(word)), number)
    return found


def _terms(words: dict[StrEnum, str]) -> dict[StrEnum, tuple[str, ...]]:
    return {value: tuple(word.strip() for word in said.split("|")) for value, said in words.items()}


TERMS: Final[dict[type[StrEnum], dict[StrEnum, tuple[str, ...]]]] = {
    Approach: _terms(
        {
            Approach.ALL_AGES: (
                "0-100|0-100 jarigenaanpak|0-100 aanpak|0-100 jarigen|persoonsgerichte aanpak 0-100|pga 0-100"
            ),
            Approach.PAD: "PAD|persoonlijke aanpak delft|pad aanpak|pad jeugd|jeugd",
            Approach.RADICALISATION: (
                "Radicalisering|pga radicalisering|extremisme|radicalisering en extremisme|radicalisation"
            ),
        }
    ),
    Track: _terms(
        {
            Track.REGULAR: "regulier|gewoon|pad regulier|regular",
            Track.RIVAL_YOUTH: "rivaliserende jeugd|rivaliserend|rival youth",
            Track.STRAATKRACHT: "Straatkracht",
        }
    ),
    CaseLabel: _terms(
        {
            CaseLabel.STRAATKRACHT: "Straatkracht|pilot straatkracht",
        }
    ),
    Phase: _terms(
        {
            Phase.REFERRED: "aangemeld|aanmelding|nieuw|referred|registered",
            Phase.TRIAGE: "triage|in triage|weging|in weging",
            Phase.APPROACH: "in aanpak|aanpak|lopend|actief|in behandeling|in approach|active|open",
            Phase.MONITORING: "monitoring|monitoren|in monitoring",
            Phase.SCALED_UP: "opgeschaald|scaled up",
            Phase.SCALING_DOWN: "afschalen|afgeschaald|wordt afgeschaald|in afschaling|afbouw|scaling down|scaled down",
            Phase.CLOSED: "afgesloten|gesloten|beëindigd|uitgestroomd|closed",
        }
    ),
    ClosingReason: _terms(
        {
            ClosingReason.PLAN_ON_TRACK: (
                "plan loopt goed|plan loopt|terug naar partner|plan on track|the plan is on track"
            ),
            ClosingReason.GOAL_REACHED: "doel bereikt|doelen bereikt|goal reached",
            ClosingReason.SIX_MONTHS: (
                "zes maanden niet negatief in beeld|6 maanden niet negatief in beeld|6 maanden niet in beeld|"
                "niet meer in beeld|zes maanden|six months not negatively in view|six months"
            ),
            ClosingReason.NO_HELP_QUESTION: "geen hulpvraag meer|geen hulpvraag|no request for help left",
            ClosingReason.NO_CONTACT: "geen contact meer|geen contact|no contact",
            ClosingReason.MOVED_AWAY: (
                "verhuisd|verhuisd naar andere gemeente|verhuizing|verhuisd naar een andere gemeente|moved away|"
                "moved to another municipality"
            ),
            ClosingReason.SCALED_UP: "opgeschaald|opgeschaald naar zvhh|opgeschaald naar regionaal huis|scaled up",
            ClosingReason.OUTREACH_CARE: "bemoeizorg|overgezet naar bemoeizorg|bemoeizorgtafel|outreach care",
            ClosingReason.DETENTION: "detentie|langdurige detentie|langdurige detentie of opname|opname|detention",
            ClosingReason.DECEASED: "overleden|deceased",
            ClosingReason.CRITERIA_NOT_MET: "voldoet niet meer aan criteria|voldoet niet aan criteria|criteria not met",
            ClosingReason.NOT_PROPORTIONATE: (
                "niet proportioneel|proportionaliteit|niet meer proportioneel|not proportionate"
            ),
            ClosingReason.LEGAL_TERM: "wettelijke termijn bereikt|wettelijke termijn|legal term|legal term reached",
            ClosingReason.ADVICE_GIVEN: "advies gegeven|advies|alleen advies|advice given|advice",
            ClosingReason.NOT_ADMITTED: "niet opgenomen|afgewezen|niet toegelaten|not admitted|refused",
            ClosingReason.REFERRED_ON: "doorverwezen|doorverwijzing|referred on",
            ClosingReason.NOT_RECORDED: "niet vastgelegd|onbekend|niet bekend|not recorded|unknown",
        }
    ),
    PoliceContactKind: _terms(
        {
            PoliceContactKind.SUSPECT: "verdachte|als verdachte|suspect",
            PoliceContactKind.NUISANCE: "overlast|overlastgever|veroorzaker overlast|nuisance",
            PoliceContactKind.REPORTED: "zorgmelding|zorgen gemeld|melding|zorg|gemeld|reported|concern reported",
            PoliceContactKind.VICTIM: "slachtoffer|victim",
            PoliceContactKind.WITNESS: "getuige|witness",
            PoliceContactKind.OTHER: "anders|overig|ander contact|other",
        }
    ),
    Chain: _terms(
        {
            Chain.CARE: "zorg|zorgketen|care",
            Chain.JUSTICE: "straf|strafketen|justitie|justice",
            Chain.GOVERNANCE: "bestuur|bestuurlijk|governance",
        }
    ),
    ParticipantStatus: _terms(
        {
            ParticipantStatus.CONTROLLER: "verwerkingsverantwoordelijke|verwerkingsverantwoordelijk|controller",
            ParticipantStatus.PARTICIPANT: "deelnemer|vaste deelnemer|participant",
            ParticipantStatus.INCIDENTAL: "incidentele deelnemer|incidenteel|incidental|incidental participant",
        }
    ),
    PartnerKind: _terms(
        {
            PartnerKind.MUNICIPALITY: "gemeente|college|municipality",
            PartnerKind.MAYOR: "burgemeester|oov|openbare orde en veiligheid|mayor",
            PartnerKind.POLICE: "politie|police",
            PartnerKind.PROSECUTOR: "openbaar ministerie|om|public prosecutor|prosecutor",
            PartnerKind.CHILD_PROTECTION_BOARD: "raad voor de kinderbescherming|rvdk|child protection board",
            PartnerKind.PRISON_SERVICE: "dienst justitiële inrichtingen|dji|gevangeniswezen|prison service",
            PartnerKind.PUBLIC_HEALTH: "ggd|public health service|public health",
            PartnerKind.PROBATION: "reclassering|probation service|probation",
            PartnerKind.YOUTH_PROTECTION: (
                "jeugdbescherming|jeugdreclassering|gecertificeerde instelling|youth protection"
            ),
            PartnerKind.SAFE_AT_HOME: "veilig thuis|safe at home",
            PartnerKind.MENTAL_HEALTH: "ggz|geestelijke gezondheidszorg|mental health care|mental health",
            PartnerKind.FORENSIC_MENTAL_HEALTH: "forensische ggz|forensische zorg|forensic mental health care",
            PartnerKind.ADDICTION_CARE: "verslavingszorg|addiction care",
            PartnerKind.SOCIAL_TEAM: "sociaal team|wijkteam|social team",
            PartnerKind.YOUTH_CARE: "jeugdhulp|jeugdzorg|youth care",
            PartnerKind.WELFARE: "welzijn|welzijnswerk|welfare work|welfare",
            PartnerKind.SHELTER: "opvang|maatschappelijke opvang|shelter",
            PartnerKind.DEBT_COUNSELLING: "schuldhulpverlening|schuldhulp|debt counselling",
            PartnerKind.SCHOOL_ATTENDANCE: "leerplicht|school attendance",
            PartnerKind.OUTREACH_CARE: "bemoeizorg|meldpunt|outreach care",
            PartnerKind.HALT: "Halt",
            PartnerKind.SCHOOL: "school|onderwijs",
            PartnerKind.HOUSING: "woningcorporatie|corporatie|wonen|housing corporation|housing",
            PartnerKind.HOSPITAL: "ziekenhuis|hospital",
            PartnerKind.GENERAL_PRACTICE: "huisarts|huisartsenpraktijk|general practice",
            PartnerKind.YOUTH_WORK: "jongerenwerk|youth work",
            PartnerKind.CARE_OFFICE: "zorgkantoor|care office",
            PartnerKind.REGIONAL_HOUSE: (
                "regionaal zorg- en veiligheidshuis|zvhh|zvh|veiligheidshuis|regional care and safety house"
            ),
            PartnerKind.OTHER_MUNICIPALITY: "andere gemeente|een andere gemeente|another municipality",
        }
    ),
}
"""The words for the values of each standard list; the first is what an export writes."""
