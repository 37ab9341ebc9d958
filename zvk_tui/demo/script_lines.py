"""The lines of the scripted meeting, as a chair types them: true of any case on the agenda.

The order is that of the agenda which the dates of the demo propose, so that each fits its case best.
"""

from typing import Final

OPENING: Final = """
notitie | Vooraf gecontroleerd: de gast heeft de geheimhoudingsverklaring getekend.
"""

REFERRALS: Final = (
    """
feit | rvdk: Er is niet eerder onderzoek gedaan; bij ons zijn geen zorgen over het gezin bekend.
mening | nabij: Met één vast gezicht is veel te bereiken.
oordeel ? ja | Het beeld is compleet genoeg voor een besluit. Snel beginnen is beter dan nog eens wachten.
besluit | Opnemen in de PAD met een PAD-coach als vast aanspreekpunt -- Aan de criteria is voldaan.
actie | gemeente: notificatiebrief sturen en bellen ter toelichting @vr
""",
    """
feit | leerplicht: De school heeft haar zorgen met ouders besproken; zij weten van de aanmelding.
feit | politie: Er zijn in zes weken drie registraties, waarvan één als getuige.
oordeel ? ja | Er is sprake van problemen op meer leefgebieden; gewone inzet van één keten is niet genoeg.
besluit | Opnemen in de PAD -- Aan de criteria is voldaan.
actie | gemeente: notificatiebrief uitreiken in een gesprek @+1w
actie | nabij/rietveen: kennismaken met jongere en ouders @+2w
""",
)

CASES: Final = (
    """
feit | politie: Het gesprek over de veiligheid is gevoerd.
mening | jongerenwerk: Het vertrouwen groeit; dat is te merken aan de vragen die komen.
oordeel ja ja | De omgeving blijft onrustig, de steun werkt.
besluit Burgemeester | Nu geen gebiedsverbod voorbereiden -- Er is geen aanleiding. -- Politie wil het paraat houden.
actie | politie/el bahri: beeld van de omgeving delen met het kernteam @volgende
""",
    """
feit | opvang: De datum voor de plaatsing is bekend.
mening | reclassering: De weken tot de plaatsing zijn spannend; vaste contactmomenten helpen.
oordeel ja ja | De oplossing is dichtbij; volhouden is nu het belangrijkste.
besluit | Overbrugging tot de plaatsing voortzetten -- Voorkomt een nieuwe breuk.
actie | opvang: plaatsing bevestigen aan alle betrokkenen @+1w
actie | reclassering: twee keer per week contact houden tot de plaatsing @+4w
""",
    """
feit | schuldhulp: De regeling loopt; er is geen termijn gemist.
horen | jongerenwerk: Een bezoeker vertelde dat het thuis beter gaat.
oordeel ja deels | Het gaat de goede kant op; de bespreking kan minder vaak.
besluit | Frequentie verlagen naar eens per acht weken -- Minder inzet waar het kan.
""",
    """
feit | politie: Geen nieuwe registraties sinds het vorige overleg.
feit | nabij: Het contact is goed en de afspraken worden nagekomen.
oordeel ja ja | De ingezette lijn werkt en is nog nodig.
besluit | Plan voortzetten zonder nieuwe maatregelen -- Het plan loopt goed.
actie | nabij: tussentijds bellen met ouders of begeleider @volgende
""",
    """
feit | jeugdreclassering: De afspraken zijn op één na nagekomen; daarover is een gesprek gevoerd.
oordeel ja ja | Eén gemiste afspraak verandert het beeld niet.
besluit | Waarschuwing volstaat -- Past bij de ernst.
actie | jeugdreclassering: afspraken opnieuw doornemen met jongere @+2w
""",
    """
feit | nabij: De jongere is zelf met een plan gekomen voor de komende maanden.
mening | politie: Dat hadden we een jaar geleden niet durven hopen.
oordeel ja nee | Het doel is bereikt; langer bespreken voegt niets toe.
besluit | Afschalen naar Nabij en over acht weken sluiten -- Geen hulpvraag meer voor het kernteam.
actie | gemeente: afsluitbrief voorbereiden @+6w
""",
    """
feit | politie: Eén melding in de afgelopen weken; bij aankomst was het rustig.
mening | leerplicht: De stap naar een volle week is haalbaar als iemand de eerste dagen meegaat.
oordeel deels ja | Er is vooruitgang, maar die is nog kwetsbaar.
besluit | Extra begeleiding in de eerste twee weken -- Juist het begin bepaalt of het lukt.
actie | nabij/el mansouri: eerste ochtenden meegaan @+2w
actie | leerplicht: afspraken bevestigen aan de school @+1w
""",
    """
feit | reclassering: Het toezicht loopt volgens afspraak; de dagindeling ligt vast.
oordeel ja ja | Houvast overdag is de belangrijkste winst; geldzorgen blijven een risico.
besluit | Schuldhulp houdt de komende weken de vinger aan de pols -- Voorkomt dat oude rekeningen alles weer loshalen.
actie | schuldhulp: openstaande rekeningen nalopen en terugkoppelen @+2w
""",
    """
feit | om: De zaak staat over vijf weken op zitting.
oordeel deels ja | Het kernteam kan de rechter zicht geven op het hele plan.
besluit | Strafadvies van de PAD opstellen -- Zo sluiten straf en plan op elkaar aan.
actie | rvdk: bijdrage aan het strafadvies uitwerken @+3w
actie | om: uiterste datum voor het advies doorgeven @vr
notitie | Vragen of ouders bij de zitting kunnen zijn.
""",
)

CLOSING: Final = """
notitie | De besluiten en acties zijn per punt teruggelezen.
"""
