"""The professionals of the demo; their names are invented, and none of them works anywhere."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from zvk_tui.demo.partners import BY_SHORT
from zvk_tui.domain.partners import Directory, Professional

CHAIR: Final = "Mirjam Verhoef"
"""Who uses the demo's vault."""

NOTE_TAKER: Final = "Hidde Rietbergen"
"""Who takes the notes at every meeting."""

HOLDER: Final = "M. Verhoef"
"""The name on the key slot of the demo's vault."""

NEWCOMER: Final = "Esra Ormanlı"
"""The guest of today's meeting, who has yet to sign the secrecy declaration (Bgs art. 2.21)."""

_TABLE: Final = """
Gemeente: Mirjam Verhoef, voorzitter kernteam; Hidde Rietbergen, secretaris kamer;
  Aylin Gökdere, procesregisseur PAD; Sharda Suryawati, procesregisseur 0-100
Burgemeester: Tomasz Klonowski, beleidsadviseur OOV; Femke Zandstroom, procesregisseur radicalisering;
  Joost van Eikenrode, adviseur bestuurlijke maatregelen
Politie: Samira El Bahri, operationeel expert jeugd; Dennis Hoogveld, wijkagent Rietkwartier;
  Kees Dauwendaal, wijkagent Havenkwartier; Lotte Wadhoven, coördinator zorg en veiligheid
OM: Chandni Kamalrand, parketsecretaris jeugd; Pieter-Jan Terpgaarde, officier van justitie
RvdK: Marco Schoorland, casusregisseur strafzaken; Ilse Beekzoom, raadsonderzoeker
DJI: Anouk Graslaan, casemanager detentie; Rob Duinhoven, medewerker nazorg
GGD: Fleur Brinkzicht, arts maatschappij en gezondheid; Yvonne Oeverland, sociaal verpleegkundige
Reclassering: Wensley Palmentuin, reclasseringswerker; Bianca Heidegaard, reclasseringswerker;
  Stijn van der Polderdijk, werkbegeleider
Jeugdreclassering: Nora Lipowska, jeugdreclasseerder; Jasper Kwelderman, jeugdreclasseerder Straatkracht;
  Iris Wilgenkamp, gedragswetenschapper
Jeugdbescherming: Hanneke Lindenhage, jeugdbeschermer; Soufian Ait Bahia, jeugdbeschermer
Veilig Thuis: Marit Dijkzoom, casemanager; Chantelle Watapana, vertrouwensarts
GGZ: Gijs Meerdonk, sociaal-psychiatrisch verpleegkundige; Rana Denizer, casemanager FACT;
  Willemijn Kreekhof, psychiater
Jeugd-ggz: Sophie van Hoogeland, behandelcoördinator; Bram Ketelzicht, orthopedagoog
Forensische zorg: Anneke Sluiswacht, behandelaar; Orlando Kankantrie, casemanager
Verslavingszorg: Ruud Zandheuvel, verpleegkundig specialist; Meryem Çamlık, preventiewerker
Nabij: Youssef El Mansouri-Dam, PAD-coach; Daphne Rietveen, PAD-coach; Karin Molenzoom, casusregisseur;
  Ravi Ramgulab, casusregisseur
Jeugdhulp: Lieke Veldbries, gezinsbegeleider; Nathalie Maripa, ambulant begeleider
Welzijn: Coby Hoefland, opbouwwerker; Adil Boustani, buurtbemiddelaar
Opvang: Peter Schuilenhof, teamleider opvang; Gwen Avondster, veldwerker
Beschermd wonen: Thea Kadijkhof, plaatsingscoördinator
Schuldhulp: Marleen Geldenrijk, schuldhulpverlener; Faisal Noorwater, budgetcoach
Leerplicht: Jet Schoolwerf, leerplichtambtenaar; Mariska Brugzicht, adviseur Doorstroompunt
Meldpunt Zorg: Ineke Vangnet, bemoeizorger; Olaf Drempelveen, coördinator meldpunt
Halt: Kim Keerpunt, Halt-medewerker; Tarik Yelkenli, Halt-medewerker
Jongerenwerk: Dilano Faya, jongerenwerker; Sanne Loodsman, jongerenwerker; Bartosz Jasny, online jongerenwerker
Woningcorp. De Vaart: Erik Sleutelveld, sociaal beheerder; Joke Trapgevel, incassoconsulent
Woningcorp. Veenhaven: Ramona Huisman-Kade, woonconsulent
Mbo De Werf: Esra Ormanlı, zorgcoördinator; Frank Schaafhout, loopbaanbegeleider
Het Baken: Tineke Vuurtoorn, zorgcoördinator; Hugo Bakenland, conrector onderbouw
Ziekenhuis: Lianne Witzand, transferverpleegkundige
Huisartsen: Maarten Praktijkhof, huisarts
Zorgkantoor: Bea Loketveld, zorginkoper
Veiligheidshuis: Roderick Hofstroom, procesregisseur; Manon Schakelveen, ketenmanager
Rietmonde: Evelien Rietdijk, beleidsadviseur veiligheid
"""
"""Partner: name, function; name, function. A line that begins with spaces goes on with the one before."""

_PAD: Final = (
    CHAIR,
    NOTE_TAKER,
    "Aylin Gökdere",
    "Tomasz Klonowski",
    "Samira El Bahri",
    "Dennis Hoogveld",
    "Chandni Kamalrand",
    "Wensley Palmentuin",
    "Nora Lipowska",
    "Marco Schoorland",
    "Youssef El Mansouri-Dam",
    "Daphne Rietveen",
    "Jet Schoolwerf",
    "Dilano Faya",
)
_TOP10: Final = (
    CHAIR,
    NOTE_TAKER,
    "Sharda Suryawati",
    "Joost van Eikenrode",
    "Lotte Wadhoven",
    "Kees Dauwendaal",
    "Bianca Heidegaard",
    "Gijs Meerdonk",
    "Ruud Zandheuvel",
    "Karin Molenzoom",
    "Ineke Vangnet",
    "Peter Schuilenhof",
    "Erik Sleutelveld",
)
_PROCESS: Final = (
    CHAIR,
    NOTE_TAKER,
    "Marit Dijkzoom",
    "Hanneke Lindenhage",
    "Dennis Hoogveld",
    "Rana Denizer",
    "Ravi Ramgulab",
)
MEMBERS: Final = {"pad": _PAD, "top": _TOP10, "proc": _PROCESS}
"""Who is invited to every meeting of a series."""


def professionals(signed: Mapping[str, date]) -> tuple[Professional, ...]:
    """Return everybody who works for a partner, numbered from 1.

    Args:
        signed: for a name, the day of the secrecy declaration.
    """
    found: list[Professional] = []
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        short, _colon, people = line.partition(": ")
        for person in people.split("; "):
            name, _comma, function = person.partition(", ")
            found.append(Professional(len(found) + 1, name, function, BY_SHORT[short], signed.get(name)))
    return tuple(found)


class People:
    """The professionals, found by name or by partner."""

    def __init__(self, people: tuple[Professional, ...]) -> None:
        self.people = people
        self._by_name = {person.name: person for person in people}

    def named(self, name: str) -> Professional:
        """Return the professional of that name."""
        return self._by_name[name]

    def members(self, series: str) -> tuple[Professional, ...]:
        """Return those who are invited to every meeting of a series."""
        return tuple(self.named(name) for name in MEMBERS[series])

    def of(self, short: str) -> tuple[Professional, ...]:
        """Return those who work for the partner that the table calls `short`."""
        return Directory((), self.people).of(BY_SHORT[short])
