"""The columns of the lists that come from a spreadsheet or go to one, and the headings they are known by.

The first heading is the one an export writes. Files keep these Dutch words whatever language the app speaks, so that
a list that one colleague exports is understood at another's laptop, and in ten years.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from zvk_tui.domain.names import bare_words


class ListKind(StrEnum):
    """The lists that can be imported and exported."""

    CASES = "cases"
    POLICE = "police"
    PARTNERS = "partners"
    PROFESSIONALS = "professionals"


class Column(StrEnum):
    """One thing that a column of a list tells."""

    REF = "ref"
    APPROACH = "approach"
    TRACK = "track"
    LABEL = "label"
    PHASE = "phase"
    NAME = "name"
    """The whole name of a person in one field."""
    GIVEN_NAMES = "given_names"
    PREFIX = "prefix"
    SURNAME = "surname"
    GROUP_NAME = "group_name"
    BORN_ON = "born_on"
    REGISTERED_ON = "registered_on"
    GOAL = "goal"
    DIRECTOR = "director"
    COORDINATOR = "coordinator"
    LAST_DISCUSSED = "last_discussed"
    NEXT_DISCUSSION = "next_discussion"
    CLOSED_ON = "closed_on"
    CLOSING_REASON = "closing_reason"
    CONTACT_ON = "contact_on"
    CONTACT_KIND = "contact_kind"
    NEGATIVE = "negative"
    SOURCE = "source"
    NOTE = "note"
    WRONG_ON = "wrong_on"
    WRONG_REASON = "wrong_reason"
    SHORT = "short"
    PARTNER_NAME = "partner_name"
    PARTNER_KIND = "partner_kind"
    CHAIN = "chain"
    STATUS = "status"
    PARTNER = "partner"
    PERSON_NAME = "person_name"
    FUNCTION = "function"
    SECRECY_ON = "secrecy_on"
    ACTIVE = "active"


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """A column of a list: how it is headed, and whether a list can do without it."""

    column: Column
    headings: tuple[str, ...]
    """What it is called in spreadsheets; the first is what an export writes."""
    required: bool = False
    exported: bool = True

    @property
    def heading(self) -> str:
        """The heading that an export writes."""
        return self.headings[0]


def _rule(column: Column, headings: str, *, required: bool = False, exported: bool = True) -> ColumnRule:
    return ColumnRule(column, tuple(one.strip() for one in headings.split("|")), required, exported)


_REF: Final = (
    "Casusnummer|casus|casus nr|casusnr|casus nummer|nummer|nr|dossiernummer|dossiernr|dossier|zaaknummer|zaaknr|zaak|"
    "kenmerk|case number|case no|case|ref|reference|number"
)
_PARTNER: Final = (
    "Partner|organisatie|instelling|instantie|convenantpartner|partij|werkt bij|werkgever|korte naam organisatie|"
    "organisation|organization|employer"
)

LISTS: Final[dict[ListKind, tuple[ColumnRule, ...]]] = {
    ListKind.CASES: (
        _rule(Column.REF, _REF, required=True),
        _rule(Column.APPROACH, "Aanpak|soort aanpak|programma|traject|approach|programme", required=True),
        _rule(Column.TRACK, "Spoor|deelaanpak|subaanpak|track|sub approach"),
        _rule(Column.LABEL, "Label|pilot|tag"),
        _rule(Column.PHASE, "Fase|status|stand|stand van zaken|phase|state"),
        _rule(
            Column.NAME,
            "Naam|volledige naam|naam betrokkene|betrokkene|naam persoon|persoon|cliënt|naam cliënt|"
            "jongere|naam jongere|"
            "name|full name|person|client|subject",
            exported=False,
        ),
        _rule(
            Column.GIVEN_NAMES,
            "Voornamen|voornaam|roepnaam|voorletters|voorletter|initialen|given names|given name|"
            "first name|first names|"
            "initials",
        ),
        _rule(Column.PREFIX, "Tussenvoegsel|tussenvoegsels|voorvoegsel|voorvoegsels|tussenv|tv|prefix|infix"),
        _rule(Column.SURNAME, "Achternaam|familienaam|geslachtsnaam|surname|last name|family name"),
        _rule(
            Column.GROUP_NAME, "Groep of gezin|groep|gezin|groepsnaam|naam groep|familie|group|group or family|family"
        ),
        _rule(
            Column.BORN_ON,
            "Geboortedatum|geb datum|gebdatum|geboren|geboren op|datum geboorte|geb|gd|date of birth|"
            "birth date|dob|born|"
            "born on|born_on",
        ),
        _rule(
            Column.REGISTERED_ON,
            "Aangemeld op|aanmelddatum|datum aanmelding|aanmelding|aangemeld|aanmeldingsdatum|datum aangemeld|instroom|"
            "instroomdatum|startdatum|datum instroom|datum melding|registered on|registration date|"
            "registered|referred on|"
            "date of registration",
            required=True,
        ),
        _rule(Column.GOAL, "Doel|hoofddoel|doelstelling|doel van het plan|goal|aim"),
        _rule(
            Column.DIRECTOR,
            "Regisseur|procesregisseur|casusregisseur|regie|naam regisseur|director|process director|case director",
        ),
        _rule(
            Column.COORDINATOR,
            "Casuscoördinator|coördinator|naam coördinator|case coordinator|coordinator",
        ),
        _rule(
            Column.LAST_DISCUSSED,
            "Laatst besproken|laatst besproken op|laatste bespreking|last discussed",
        ),
        _rule(
            Column.NEXT_DISCUSSION,
            "Bespreken op|volgende bespreking|agenderen op|datum volgende bespreking|next discussion|discuss on",
        ),
        _rule(
            Column.CLOSED_ON,
            "Afgesloten op|datum afsluiting|afsluitdatum|afgesloten|datum afgesloten|einddatum|uitstroomdatum|"
            "datum uitstroom|uitstroom|closed on|closing date|closed|end date",
        ),
        _rule(
            Column.CLOSING_REASON,
            "Reden van afsluiten|reden afsluiting|afsluitreden|reden afsluiten|reden uitstroom|uitstroomreden|"
            "reden van afsluiting|closing reason|reason closed|reason of closing",
        ),
    ),
    ListKind.POLICE: (
        _rule(Column.REF, _REF, required=True),
        _rule(
            Column.CONTACT_ON,
            "Datum|datum contact|contactdatum|datum registratie|pleegdatum|datum incident|date|contact date|on",
            required=True,
        ),
        _rule(
            Column.CONTACT_KIND,
            "Soort contact|soort|aard|rol|hoedanigheid|type|kind|kind of contact|nature|role",
            required=True,
        ),
        _rule(
            Column.NEGATIVE, "Negatief in beeld|negatief|negatief contact|negative|negative in view|negatively in view"
        ),
        _rule(Column.SOURCE, "Bron|afkomstig van|herkomst|systeem|melder|source|system|told by", required=True),
        _rule(Column.NOTE, "Toelichting|opmerking|opmerkingen|omschrijving|notitie|note|remark|description"),
        _rule(Column.WRONG_ON, "Onjuist sinds|onjuist op|wrong since|wrong on"),
        _rule(Column.WRONG_REASON, "Waarom onjuist|reden onjuist|why wrong|wrong reason"),
    ),
    ListKind.PARTNERS: (
        _rule(
            Column.SHORT,
            "Korte naam|afkorting|kort|roepnaam|partner|organisatie kort|short name|short|abbreviation",
            required=True,
        ),
        _rule(
            Column.PARTNER_NAME,
            "Naam|volledige naam|organisatie|naam organisatie|instelling|naam partner|officiële naam|name|full name|"
            "organisation|organization",
        ),
        _rule(
            Column.PARTNER_KIND,
            "Soort organisatie|soort|type|type organisatie|soort partner|kind|kind of organisation",
            required=True,
        ),
        _rule(Column.CHAIN, "Keten|domein|kolom|chain|domain"),
        _rule(
            Column.STATUS,
            "Neemt deel als|deelname|status|rol|hoedanigheid|wgs status|takes part as|participation|role",
        ),
        _rule(Column.ACTIVE, "Actief|in gebruik|actueel|active"),
    ),
    ListKind.PROFESSIONALS: (
        _rule(Column.PARTNER, _PARTNER, required=True),
        _rule(
            Column.PERSON_NAME,
            "Naam|naam medewerker|medewerker|professional|contactpersoon|deelnemer|volledige naam|name|"
            "full name|person",
            required=True,
        ),
        _rule(Column.FUNCTION, "Functie|rol|functietitel|taak|function|role|job title|title"),
        _rule(
            Column.SECRECY_ON,
            "Geheimhouding getekend op|geheimhouding|geheimhoudingsverklaring|getekend op|datum geheimhouding|"
            "secrecy signed on|secrecy|secrecy signed|signed on",
        ),
        _rule(Column.ACTIVE, "Actief|in dienst|actueel|active"),
    ),
}
"""The columns of each list, in the order in which an export writes them."""

NAMED_BY: Final = frozenset({Column.NAME, Column.SURNAME, Column.GROUP_NAME})
"""The columns of which a list of cases has at least one."""

LIFE: Final = frozenset(
    {
        Column.APPROACH,
        Column.TRACK,
        Column.PHASE,
        Column.REGISTERED_ON,
        Column.CLOSED_ON,
        Column.CLOSING_REASON,
    }
)
"""What follows from the events of a case: no list overwrites it once the case is in the vault."""


def rules(kind: ListKind) -> tuple[ColumnRule, ...]:
    """Return the columns of a list."""
    return LISTS[kind]


def columns(kind: ListKind) -> tuple[Column, ...]:
    """Return what can be told in a list."""
    return tuple(rule.column for rule in LISTS[kind])


def exported(kind: ListKind) -> tuple[ColumnRule, ...]:
    """Return the columns that an export writes."""
    return tuple(rule for rule in LISTS[kind] if rule.exported)


def heading_key(text: str) -> str:
    """Return a heading as it is compared: without capitals, accents, signs, and whatever the order of its words."""
    return " ".join(sorted(bare_words(text)))


def column_called(kind: ListKind, text: str) -> Column | None:
    """Return the column that `text` names: a heading of it, in any spelling, or its name in a map file."""
    index = _index(kind)
    return index.get(heading_key(text)) or index.get("".join(bare_words(text)))


@cache
def _index(kind: ListKind) -> dict[str, Column]:
    """Return the columns of a list by all their headings, with and without spaces; the first that has one keeps it."""
    found: dict[str, Column] = {}
    for rule in LISTS[kind]:
        for name in (*rule.headings, rule.column.value):
            found.setdefault(heading_key(name), rule.column)
            found.setdefault("".join(bare_words(name)), rule.column)
    return found


def recognised(kind: ListKind, texts: Iterable[str]) -> tuple[Column, ...]:
    """Return the different columns that some headings name."""
    found = (column_called(kind, text) for text in texts)
    return tuple(dict.fromkeys(column for column in found if column is not None))
