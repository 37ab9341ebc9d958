"""Stories about addiction (verslaving)."""

from typing import Final

STORIES: Final = """
# ochtendritme
feit Verslavingszorg: De jongere gebruikt dagelijks cannabis en heeft de intake na twee keer verzetten alsnog gehad.
feit Nabij: Zij slaapt overdag, is gestopt met haar opleiding en ziet alleen nog mensen die ook gebruiken.
feit Politie: Eén aanhouding voor het wegnemen van een fiets; de zaak ligt bij het OM.
oordeel ? ja: De motivatie is broos maar aanwezig. Straf en behandeling moeten op elkaar aansluiten.
besluit: Behandeling voorrang geven en het OM vragen daar rekening mee te houden -- De jongere is first offender en
  zoekt hulp.
actie Verslavingszorg +2: startdatum van de behandeling doorgeven
actie OM +4: afdoening afstemmen op de behandeling

feit Verslavingszorg: De behandeling is gestart; drie van de vijf afspraken zijn nagekomen.
feit OM: De zaak is afgedaan met een voorwaardelijk sepot, met de behandeling als voorwaarde.
mening Nabij: Zij is trots op de eerste week zonder gebruik en tegelijk bang om terug te vallen.
oordeel ja ja: Straf en zorg sluiten goed aan. Een zinvolle dag ontbreekt nog.
besluit: Dagbesteding zoeken in de ochtend -- De ochtend is het moeilijkste moment.
actie Nabij +2: kennismaking regelen bij de dierenambulance
actie Verslavingszorg +4: moeder uitnodigen voor de naastengroep

feit Verslavingszorg: Er was een terugval van een weekend; de jongere heeft het zelf gemeld.
feit Nabij: Bij de dierenambulance is zij elke ochtend op tijd, ook in de week van de terugval.
feit Politie: Geen nieuwe registraties.
oordeel ja ja: Terugval hoort bij herstel. Dat zij het zelf meldt is een goed teken.
besluit: Plan voortzetten zonder extra maatregelen -- Extra druk kan de openheid schaden.
actie Verslavingszorg +2: terugvalplan maken samen met jongere en moeder

# lachspiegel
feit Politie: Twee keer onder invloed aangetroffen in het park, één keer samen met minderjarigen.
feit Verslavingszorg: De jongere is niet bij ons bekend.
mening Jongerenwerk: Het is vooral stoer doen; alleen is hij een verlegen jongen.
oordeel ? ja: Zorgen op meerdere leefgebieden. Het beeld van het gebruik is nog te dun voor een plan.
besluit: Motiverend gesprek via het jongerenwerk, daarna pas een aanbod van zorg -- De jongerenwerker heeft zijn
  vertrouwen.
actie Jongerenwerk +2: motiverend gesprek voeren en terugkoppelen
actie Politie +4: ouders bezoeken en de zorgen bespreken

feit Jongerenwerk: De jongere gebruikt in het weekend; hij wil minderen nu hij zijn rijbewijs wil halen.
feit Politie: Ouders waren niet op de hoogte en zijn geschrokken, maar reageerden rustig.
oordeel deels nee: Er is een eigen motief om te minderen. Een zwaar traject zou meer kwaad dan goed doen.
besluit: Monitoren; Nabij is bereikbaar voor ouders en jongere -- Lichte inzet past bij wat er nu speelt.
actie Nabij +4 niet: na vier weken bellen met ouders

# portiek
feit Politie: Vijftien meldingen in vier weken van slapen en gebruiken in portieken aan de Kwelderlaan.
feit Verslavingszorg: Betrokkene was vorig jaar acht maanden stabiel op de medicatie-unit en is daarna uit beeld
  geraakt.
mening Opvang: Hij mijdt de nachtopvang omdat hij daar ruzie heeft gehad.
oordeel ? ja: De overlast is ernstig en betrokkene gaat zichtbaar achteruit. Contact herstellen komt eerst.
besluit: Veldwerk krijgt de ruimte om vier weken dagelijks contact te zoeken -- Aanwezigheid werkt hier beter dan
  handhaving.
actie Verslavingszorg +2: dagelijks contact zoeken en bevindingen delen
actie Opvang +2: nagaan of terugkeer naar de nachtopvang mogelijk is

feit Verslavingszorg: Er is om de dag contact. Betrokkene heeft een wond aan zijn voet die niet geneest.
feit Opvang: Terugkeer is mogelijk na een gesprek over de ruzie.
feit Politie: Tien meldingen; bewoners hebben een gezamenlijke brief geschreven.
oordeel deels ja: Het contact is terug. De gezondheid is nu het meest urgent.
besluit: Straatarts laten meegaan en een bed vrijhouden voor herstel -- Lichamelijk herstel opent de weg naar
  behandeling.
actie GGD +1: straatarts mee laten gaan met het veldwerk
actie Opvang +2: herstelgesprek voeren en bed toezeggen
actie Woningcorp. De Vaart +2 niet: sloten van de portieken vervangen

feit GGD: De wond is behandeld; betrokkene is tien dagen opgenomen geweest in het ziekenhuis.
feit Opvang: Sinds het ontslag slaapt hij binnen. Het gesprek over de ruzie was goed.
feit Woningcorp. De Vaart: De sloten zijn nog niet vervangen; de opdracht is wel verstrekt.
oordeel ja ja: Er is een doorbraak. De komende weken bepalen of hij binnenblijft.
besluit: Direct een behandelaanbod doen zonder wachttijd -- Nu is de motivatie er.
actie Verslavingszorg +2: plek op de medicatie-unit vrijmaken
notitie: Compliment aan Opvang en veldwerk voor de snelle samenwerking.

feit Verslavingszorg: Betrokkene is weer ingesteld op medicatie en komt dagelijks.
feit Politie: Twee meldingen, beide in de eerste week.
mening Opvang: Hij wordt rustiger en helpt mee in de keuken.
oordeel ja ja: De overlast is sterk gedaald en de gezondheid is beter. Woonruimte is de volgende stap.
besluit: Aanmelden voor beschermd wonen met het oog op een eigen plek -- Terug naar de straat moet worden voorkomen.
actie Opvang +4: aanmelding voor beschermd wonen doen, samen met betrokkene

feit Beschermd wonen: De aanmelding is compleet; de wachttijd is drie tot vier maanden.
feit Verslavingszorg: Zes weken stabiel op medicatie.
mening Politie: De bewoners aan de Kwelderlaan zijn tevreden; de wijkagent hoort er niets meer over.
oordeel ja ja: Het doel is in zicht. De wachttijd moet worden overbrugd zonder nieuwe regels op te leggen.
besluit: Bed in de opvang verlengen tot de plaatsing -- Stabiliteit tot de overstap.
"""
