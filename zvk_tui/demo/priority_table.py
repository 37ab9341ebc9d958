"""What the demo tells of its top 10: who came on it at which meeting, with which motives, and what moved since."""

from typing import Final

PAGE: Final = "wijkerveen.example/top-10-criteria"
"""Where the criteria of the demo were published."""

GROUP: Final = "Oude Sluis"
"""What the table calls the group that has no case of its own."""

GROUP_PEOPLE: Final = ("Coby Hoefland", "Ravi Ramgulab")
"""The fixed contact and the case director of the group."""

TESTED: Final = "Bij de opname getoetst; er is sindsdien niets veranderd."
NEEDED: Final = "Eén aanspreekpunt en een vaste regisseur zijn er buiten de lijst niet."
"""The motives of the criteria that are answered alike for everybody."""

ENTERED: Final[tuple[tuple[str, int, str, str, str, int], ...]] = (
    (
        "nachtdienst",
        3,
        "Belt in drie maanden 140 keer het alarmnummer zonder nood.",
        "",
        "Op de lijst, zodat meldkamer en GGZ één lijn houden.",
        7,
    ),
    (
        "portiek",
        3,
        "Elke week meldingen van overlast in dezelfde portieken.",
        "",
        "Op de lijst tot er een vaste slaapplek is.",
        7,
    ),
    (
        "veerplein",
        3,
        "Het plein heeft de meeste meldingen van het centrum.",
        "Opvang, zorg en handhaving moeten op elkaar wachten.",
        "Op de lijst als groep met een eigen casus.",
        6,
    ),
    (
        "balkon",
        3,
        "",
        "Behandeling en woning hangen van elkaar af.",
        "Op de lijst voor een maatwerkplan met de GGZ.",
        -9,
    ),
    (
        "zilverberk",
        3,
        "Buren melden bijna elke week geschreeuw en vernielingen.",
        "",
        "Op de lijst; Nabij houdt de regie.",
        5,
    ),
    ("geluid", 3, "Drie straten klagen over de nachten.", "", "Op de lijst tot de huisarts een vervolg heeft.", 4),
    (
        "onderbuur",
        3,
        "Conflicten op de trap leiden steeds tot politie-inzet.",
        "",
        "Op de lijst tot de bemiddeling is begonnen.",
        3,
    ),
    (
        "sleutelbos",
        4,
        "",
        "Terugkeer, bescherming en behandeling vragen één plan.",
        "Op de lijst tot de terugkeer is geregeld.",
        30,
    ),
    (
        GROUP,
        4,
        "Vijftien tot twintig meldingen per maand rond de sluis.",
        "",
        "Op de lijst als groep; leden alleen met een eigen casus.",
        28,
    ),
    (
        "galerij",
        -6,
        "De spanning op de galerij leidt wekelijks tot meldingen.",
        "",
        "Op de lijst tot de bewoners weer met elkaar spreken.",
        60,
    ),
)
"""Story or group, meeting or days before today, nuisance and tailored plan (nothing is no), decision, review."""

MOVED: Final[tuple[tuple[str, int, int, str], ...]] = (
    ("portiek", 4, 1, "Slaapt weer buiten; drie partners vragen om voorrang."),
    (GROUP, 5, 6, "Na de inzet in oktober minder meldingen dan gevreesd."),
    ("balkon", 5, 3, "De buren durven niet meer naar buiten; dit kan niet wachten."),
    ("veerplein", -12, 2, "Meldingen op het plein verdubbeld sinds de vorige vergadering."),
    (GROUP, -12, 4, "Twee vechtpartijen in een week bij de sluis."),
    ("onderbuur", -11, 9, "De bemiddeling is begonnen en het is stil op de trap."),
)
"""Story or group, meeting or days before today, new place, motive."""

FACTS: Final = (4, 9, 17, 15, 8, 12)
"""Reports about the group in each of the last six months, oldest first."""

LEFT: Final = ("geluid", -9)
"""The story that left, so many days before today."""
