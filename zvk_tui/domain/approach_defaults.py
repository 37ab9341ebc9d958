"""The rules of the three approaches as the annual report of 2023 gives them, each with the line that says so.

They are version 1 of the rules in every vault. Texts of criteria and sources are data, in Dutch: close to the report,
its spelling corrected. Where the report gives no number, the source says that the chamber still has to settle it.
"""

from typing import Final

from zvk_tui.domain.agenda import REVIEW_WEEKS
from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel, CaseRole, ClosingReason, LegalBasis, TriageOutcome
from zvk_tui.domain.criteria import AllOf, AnyOf, Ask, Criterion
from zvk_tui.domain.rules import AGE, LONGEST_RETENTION, ApproachRules

_CEILING: Final = "Wgs art. 1.8, zevende lid: uiterlijk vijf jaar; het jaarverslag noemt geen termijn"
_OUTCOMES: Final = "jaarverslag 2023, regel 143-145, 248-253, 261-275"
_ALWAYS: Final = (
    ClosingReason.MOVED_AWAY,
    ClosingReason.DETENTION,
    ClosingReason.DECEASED,
    ClosingReason.CRITERIA_NOT_MET,
    ClosingReason.NOT_PROPORTIONATE,
    ClosingReason.LEGAL_TERM,
    ClosingReason.ADVICE_GIVEN,
    ClosingReason.NOT_ADMITTED,
    ClosingReason.REFERRED_ON,
)
"""Reasons that can close a case of any approach."""

_ALL_AGES_CRITERIA: Final = (
    Criterion(
        "veiligheid",
        "Er is ernstige lokale of gebiedsgebonden veiligheidsproblematiek die vraagt om een ketenoverstijgende aanpak.",
        "jaarverslag 2023, regel 123-124",
    ),
    Criterion(
        "omgeving",
        "De problematiek wordt beïnvloed door en heeft impact op het (gezins)systeem of de directe sociale "
        "leefomgeving, of zal dat naar verwachting hebben.",
        "jaarverslag 2023, regel 126-128",
    ),
    Criterion(
        "ketens",
        "Samenwerking tussen meerdere ketens (minimaal drang en dwang) is nodig om het probleem effectief aan te "
        "pakken; binnen één keten lukt dat in de reguliere samenwerking niet.",
        "jaarverslag 2023, regel 117-121 en 130-134",
    ),
    Criterion(
        "leefgebieden",
        "Er zijn problemen op meer dan één leefgebied die (naar verwachting) leiden tot crimineel of "
        "overlastgevend gedrag, of waardoor iemand verder afglijdt.",
        "jaarverslag 2023, regel 136-139",
    ),
)

_ALL_AGES_SOURCES: Final = (
    ("tree", "jaarverslag 2023, regel 117-139 en 245-248; Bgs art. 2.20, eerste lid"),
    ("age_from", "jaarverslag 2023, regel 115: 0-100 jarigen"),
    ("age_until", "jaarverslag 2023, regel 115: 0-100 jarigen"),
    ("legal_basis", "Wgs art. 2.24; de FG bevestigt of de lokale kamer daaronder valt"),
    ("retention_years", _CEILING),
    ("roles", "jaarverslag 2023, regel 146-155 en 294-299"),
    ("outcomes", _OUTCOMES),
    ("closing_reasons", "jaarverslag 2023, regel 155-162 en 261-275; Wgs art. 1.8, zevende lid"),
    ("tracks", "jaarverslag 2023 noemt geen sporen"),
    ("labels", "jaarverslag 2023 noemt geen labels"),
    ("review_weeks", "jaarverslag 2023 noemt geen termijn; de kamer stelt die vast"),
)

_ALL_AGES: Final = ApproachRules(
    approach=Approach.ALL_AGES,
    version=1,
    valid_from=None,
    criteria=_ALL_AGES_CRITERIA,
    tree=AllOf((AnyOf((Ask("veiligheid"), Ask("omgeving"))), Ask("ketens"), Ask("leefgebieden"))),
    age_from=None,
    age_until=None,
    legal_basis=LegalBasis.WGS,
    retention_years=LONGEST_RETENTION,
    roles=(
        CaseRole.PROCESS_DIRECTOR,
        CaseRole.CASE_COORDINATOR,
        CaseRole.CASE_DIRECTOR,
        CaseRole.FIXED_CONTACT,
    ),
    outcomes=tuple(TriageOutcome),
    closing_reasons=(
        ClosingReason.PLAN_ON_TRACK,
        ClosingReason.GOAL_REACHED,
        ClosingReason.SCALED_UP,
        ClosingReason.OUTREACH_CARE,
        *_ALWAYS,
    ),
    tracks=(Track.REGULAR,),
    labels=(),
    review_weeks=REVIEW_WEEKS,
    sources=_ALL_AGES_SOURCES,
)
"""0-100 (seed l.115-162, 248-299).

The report lists four criteria with an "of" after the first and an "en" after the third (l.123-139), which can be
read in more than one way. This tree takes the last two as always required and the first two as alternatives:

* l.117-121 limits the approach to cases for which more than one chain is needed, whatever else holds;
* l.245-248 repeats the list as a serious local safety problem *and* cooperation of chains;
* Bgs art. 2.20(1) asks for problems on several life domains and for several domains of participants in every case.

The other reading, found at other houses, lets a serious local safety problem stand alone: `veiligheid of
(omgeving en ketens en leefgebieden)`. Of two readings the narrower one is the default: it takes in nobody whom the
law leaves out, and a chamber that reads it otherwise changes the formula.
"""

_PAD_CRITERIA: Final = (
    Criterion(AGE, "De jongere is 12 tot 27 jaar oud.", "jaarverslag 2023, regel 317"),
    Criterion(
        "politie",
        "De jongere heeft politiecontacten voor strafbare feiten of politieregistraties voor overlast.",
        "jaarverslag 2023, regel 321-322",
    ),
    Criterion(
        "zorgen",
        "Bij partners zijn er ernstige zorgen over het verder afglijden van de jongere richting overlastgevend of "
        "crimineel gedrag.",
        "jaarverslag 2023, regel 326-328",
    ),
    Criterion(
        "leefgebieden",
        "Er is sprake van problemen op meer dan één leefgebied.",
        "jaarverslag 2023, regel 332",
    ),
    Criterion(
        "ketens",
        "De casus vraagt om samenwerking tussen meerdere ketens (zorg, strafrecht en bestuur); de reguliere aanpak "
        "blijkt onvoldoende en er is regie nodig vanuit de Zorg- en Veiligheidskamer.",
        "jaarverslag 2023, regel 336-339",
    ),
)

_PAD_SOURCES: Final = (
    ("tree", "jaarverslag 2023, regel 315-339"),
    ("age_from", "jaarverslag 2023, regel 317"),
    ("age_until", "jaarverslag 2023, regel 317: 12 tot 27 jaar"),
    ("legal_basis", "Wgs art. 2.24; de FG bevestigt of de lokale kamer daaronder valt"),
    ("retention_years", _CEILING),
    ("roles", "jaarverslag 2023, regel 343-353, 380 en 288-296; procesregie en coördinatie als bij 0-100"),
    ("outcomes", f"jaarverslag 2023, regel 540-542; verder als bij 0-100 ({_OUTCOMES})"),
    ("closing_reasons", "jaarverslag 2023, regel 371-374 en 550-561; Wgs art. 1.8, zevende lid"),
    ("tracks", "jaarverslag 2023, regel 503-510"),
    ("labels", "jaarverslag 2023, regel 485-496"),
    ("review_weeks", "jaarverslag 2023, regel 355: 'regelmatig'; de kamer stelt de termijn vast"),
)

_PAD: Final = ApproachRules(
    approach=Approach.PAD,
    version=1,
    valid_from=None,
    criteria=_PAD_CRITERIA,
    tree=AllOf((Ask(AGE), AnyOf((Ask("politie"), Ask("zorgen"))), Ask("leefgebieden"), Ask("ketens"))),
    age_from=12,
    age_until=27,
    legal_basis=LegalBasis.WGS,
    retention_years=LONGEST_RETENTION,
    roles=(
        CaseRole.PROCESS_DIRECTOR,
        CaseRole.PAD_COACH,
        CaseRole.CASE_DIRECTOR,
        CaseRole.CASE_COORDINATOR,
        CaseRole.FIXED_CONTACT,
    ),
    outcomes=tuple(TriageOutcome),
    closing_reasons=(
        ClosingReason.SIX_MONTHS,
        ClosingReason.GOAL_REACHED,
        ClosingReason.NO_HELP_QUESTION,
        ClosingReason.NO_CONTACT,
        ClosingReason.PLAN_ON_TRACK,
        ClosingReason.SCALED_UP,
        ClosingReason.OUTREACH_CARE,
        *_ALWAYS,
    ),
    tracks=(Track.REGULAR, Track.RIVAL_YOUTH),
    labels=(CaseLabel.STRAATKRACHT,),
    review_weeks=REVIEW_WEEKS,
    sources=_PAD_SOURCES,
)
"""PAD: the age, police contacts or concern, several life domains and several chains (seed l.315-339)."""

_RADICALISATION_CRITERIA: Final = (
    Criterion(
        "ideologie",
        "De persoon vormt vanuit ideologische redenen een veiligheidsrisico.",
        "jaarverslag 2023, regel 994-995",
    ),
    Criterion("radicalisering", "De persoon radicaliseert mogelijk.", "jaarverslag 2023, regel 996-997"),
    Criterion(
        "instanties",
        "Bespreking met diverse zorg- en veiligheidsinstanties en een plan op maat zijn nodig.",
        "jaarverslag 2023, regel 995-998",
    ),
)

_RADICALISATION_SOURCES: Final = (
    ("tree", "jaarverslag 2023, regel 994-998"),
    ("age_from", "jaarverslag 2023 noemt geen leeftijd"),
    ("age_until", "jaarverslag 2023 noemt geen leeftijd"),
    ("legal_basis", "Wet gegevensverwerking persoonsgerichte aanpak radicalisering; Stb. 2025, 78"),
    ("retention_years", "hier als Wgs art. 1.8, zevende lid (vijf jaar); de FG bevestigt de eigen wet"),
    ("roles", "jaarverslag 2023, regel 990-998; vast aanspreekpunt: regel 288-296"),
    ("outcomes", f"als bij 0-100 ({_OUTCOMES})"),
    ("closing_reasons", "als bij 0-100; jaarverslag 2023, regel 999-1001"),
    ("tracks", "jaarverslag 2023 noemt geen sporen"),
    ("labels", "jaarverslag 2023 noemt geen labels"),
    ("review_weeks", "jaarverslag 2023, regel 1013-1016: de expertisepool komt elke 10 weken bij elkaar"),
)

_RADICALISATION: Final = ApproachRules(
    approach=Approach.RADICALISATION,
    version=1,
    valid_from=None,
    criteria=_RADICALISATION_CRITERIA,
    tree=AllOf((AnyOf((Ask("ideologie"), Ask("radicalisering"))), Ask("instanties"))),
    age_from=None,
    age_until=None,
    legal_basis=LegalBasis.RADICALISATION_ACT,
    retention_years=LONGEST_RETENTION,
    roles=(
        CaseRole.PROCESS_DIRECTOR,
        CaseRole.CASE_DIRECTOR,
        CaseRole.CASE_COORDINATOR,
        CaseRole.FIXED_CONTACT,
    ),
    outcomes=tuple(TriageOutcome),
    closing_reasons=(
        ClosingReason.PLAN_ON_TRACK,
        ClosingReason.GOAL_REACHED,
        ClosingReason.SCALED_UP,
        ClosingReason.OUTREACH_CARE,
        *_ALWAYS,
    ),
    tracks=(Track.REGULAR,),
    labels=(),
    review_weeks=10,
    sources=_RADICALISATION_SOURCES,
)
"""The person-specific approach to radicalisation (seed l.989-1007); its law is Stb. 2025, 78."""

DEFAULTS: Final = {rules.approach: rules for rules in (_ALL_AGES, _PAD, _RADICALISATION)}
"""Version 1 of the rules of each approach."""
