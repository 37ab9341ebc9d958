"""Stories about losing a home (dreigende dakloosheid)."""

from typing import Final

STORIES: Final = """
# bankslaper
feit Nabij: De jongere slaapt afwisselend bij drie vrienden; bij zijn moeder kan hij niet terugkomen.
feit Politie: Twee keer aangetroffen in een trappenhuis, geen strafbare feiten.
mening Reclassering: Zonder adres loopt ook het toezicht vast.
oordeel ? ja: De jongere glijdt af door het ontbreken van een plek. Een adres is de eerste stap.
besluit: Briefadres met voorrang regelen -- Nodig voor inkomen, post en toezicht.
actie Gemeente +2: briefadres toekennen
actie Opvang +4 later 1: plek in de jongerenopvang verkennen

feit Gemeente: Het briefadres is toegekend en de uitkering loopt.
feit Opvang: Er is een plek in de jongerenopvang over vier tot zes weken.
feit Reclassering: Hij meldt zich weer wekelijks.
oordeel ja ja: De basis ligt er. De weken tot de plek vrijkomt zijn kwetsbaar.
besluit: Overbrugging bij een oom, met een kleine vergoeding uit het maatwerkbudget -- Voorkomt zwerven tot de plek
  vrij is.
actie Nabij +1: afspraken met de oom vastleggen
actie Opvang +4: intake voor de jongerenopvang doen

feit Opvang: De intake is gedaan; de jongere staat als eerste op de lijst.
feit Nabij: Bij zijn oom gaat het goed, al is het er krap.
mening Reclassering: Hij is zichtbaar rustiger en denkt weer vooruit.
oordeel ja ja: De overbrugging werkt. Druk op een datum blijft nodig.
besluit: Opvang om een vaste datum vragen -- De oom kan dit niet maanden volhouden.
actie Opvang +2: datum voor de plaatsing doorgeven

# logeeradres
feit Opvang: De jongere heeft zich gemeld nadat zij door haar huisgenoten op straat was gezet.
feit Politie: Eén registratie wegens een ruzie bij het oude adres; er is geen aangifte gedaan.
mening Nabij: Zij is kwetsbaar voor mensen die een slaapplek aanbieden met een bedoeling.
oordeel ? ja: Aan de criteria is voldaan: zorgen over uitbuiting, geen woonplek en geen inkomen.
besluit: Opnemen in de PAD en de aandachtsfunctionaris mensenhandel laten meekijken -- Zorgvuldig onderzoek zonder
  aannames.
actie Gemeente +1: notificatiebrief uitreiken en aandachtsfunctionaris betrekken
actie Opvang +1: veilige slaapplek voor vier weken bieden

feit Opvang: Zij slaapt op de vrouwenafdeling en houdt zich aan de afspraken.
feit Gemeente: De aandachtsfunctionaris ziet nu geen aanwijzingen voor uitbuiting en blijft beschikbaar.
feit Nabij: Zij heeft een oude werkgever gebeld en kan twee dagen per week beginnen.
oordeel ja ja: De acute zorgen zijn afgenomen. Wonen is de volgende stap.
besluit: Aanmelden voor een kamertrainingsplek -- Past bij leeftijd en werk.
actie Nabij +4: aanmelding voor kamertraining doen
actie Schuldhulp +2: betalingsregeling treffen voor de zorgverzekering

feit Nabij: De aanmelding is geaccepteerd; zij kan binnen twee maanden verhuizen.
feit Schuldhulp: De achterstand bij de zorgverzekeraar wordt in termijnen betaald.
oordeel ja ja: Het plan loopt. De lange wachttijd vraagt om geduld, niet om extra maatregelen.
besluit: Verblijf in de opvang verlengen tot de verhuizing -- Voorkomt een nieuwe breuk.
actie Opvang +2: verlenging van het verblijf vastleggen

# sportpark
feit Politie: Betrokkene slaapt sinds het verlies van zijn woning in zijn auto bij het sportpark; acht meldingen van
  bezoekers.
feit Opvang: Hij heeft een bed geweigerd vanwege zijn hond.
mening Meldpunt Zorg: De hond is zijn enige houvast; zonder de hond komt er geen gesprek.
oordeel ? ja: Het reguliere aanbod past niet. Er is een oplossing op maat nodig.
besluit: Zoeken naar een slaapplek waar de hond mag blijven -- Anders blijft hij buiten.
actie Opvang +4: mogelijkheid voor een kamer met hond uitzoeken
actie Meldpunt Zorg +2: wekelijks contact leggen bij het sportpark

feit Meldpunt Zorg: Er is wekelijks contact; betrokkene vertelt over zijn scheiding en het verlies van zijn werk.
feit Opvang: Een kamer met hond kan vanaf volgende maand in de dependance.
feit Politie: De meldingen zijn gehalveerd nu bezoekers weten wie hij is.
oordeel ja ja: De oplossing op maat is in zicht. Het contact is goed.
besluit: Tot die tijd gedogen op een vaste plek, met afspraken over afval en rust -- Rust voor hem en voor de
  bezoekers. -- Burgemeester ziet risico op herhaling door anderen.
actie Politie +1: vaste plek en afspraken met betrokkene vastleggen
actie Opvang +4: kamer in de dependance gereedmaken

feit Opvang: Betrokkene en zijn hond wonen drie weken in de dependance; er zijn geen klachten.
feit Nabij: De uitkering is aangevraagd en de auto is verkocht.
oordeel ja ja: Een grote stap. Werk is voor hem belangrijk en kan nu aan bod komen.
besluit: Traject naar werk starten op zijn eigen tempo -- Hij vraagt er zelf om.
actie Nabij +2: kennismaking regelen bij het werkbedrijf

feit Nabij: Betrokkene werkt twee ochtenden per week op proef in een fietsenstalling.
feit Politie: Geen meldingen meer bij het sportpark.
mening Opvang: Hij is toe aan een eigen plek met lichte begeleiding.
oordeel ja ja: De overlast is voorbij. De doorstroom naar een woning is nu het enige knelpunt.
besluit: Voordragen voor een woning via de uitstroomregeling -- Voorkomt dat de dependance dichtslibt.
actie Nabij +4: voordracht voor de uitstroomregeling indienen
"""
