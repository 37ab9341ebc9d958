"""Stories about rival youth groups (rivaliserende jeugd)."""

from typing import Final

STORIES: Final = """
# kade
feit Politie: De jongere was aanwezig bij twee confrontaties tussen de groepen van de Kwelderlaan en het
  Havenkwartier.
feit Leerplicht: Hij is sinds de tweede confrontatie bang om alleen naar school te fietsen.
mening Jeugdreclassering: Hij zit klem tussen loyaliteit en angst.
oordeel ? ?: Het is nog niet duidelijk of aan alle criteria is voldaan. De informatie over thuis ontbreekt.
besluit: Aanvullende informatie ophalen en over vier weken besluiten -- Een besluit vraagt een compleet beeld.
actie RvdK +2: nagaan of er eerder onderzoek is gedaan
actie Leerplicht +1: veilige schoolroute afspreken met de school

# busstation
feit Politie: Aanhouding na een vechtpartij op het busstation; er is een mes in beslag genomen.
feit OM: De zaak wordt over zes weken behandeld; de voorlopige hechtenis is geschorst onder voorwaarden.
mening Nabij: Hij zegt het mes bij zich te hebben uit angst.
oordeel ? ja: Het risico op herhaling is hoog zolang de angst niet wordt besproken.
besluit: Strafadvies van de PAD opstellen voor de zitting -- De rechter krijgt zo zicht op het hele plan.
actie RvdK +4: bijdrage van het kernteam verwerken in het advies voor de zitting
actie Politie +2: veiligheidsgesprek voeren met jongere en ouders

feit OM: Veroordeeld tot een werkstraf en een voorwaardelijk deel met toezicht; het advies is gevolgd.
feit Reclassering: Het toezicht is gestart en de eerste afspraken zijn nagekomen.
feit Politie: Hij is één keer gezien met leden van de groep, zonder incident.
oordeel ja ja: Straf en plan sluiten op elkaar aan. Afstand tot de groep is de kern.
besluit: Werkstraf buiten de gemeente laten uitvoeren -- Voorkomt ontmoetingen met de andere groep.
actie Reclassering +2: werkstraf in een andere gemeente plannen
actie Nabij +4: sportaanbod zoeken buiten de wijk

feit Reclassering: De werkstraf loopt goed; twaalf van de zestig uur zijn gedaan.
feit Nabij: Hij traint twee keer per week bij een boksschool in Rietmonde.
horen Jongerenwerk: Er wordt gezegd dat de andere groep hem op sociale media zwart probeert te maken.
oordeel ja ja: Hij houdt afstand, ook onder druk. Het online signaal moet door de politie worden geduid.
besluit: Plan voortzetten en het online signaal laten duiden -- De kamer doet daar zelf geen onderzoek naar.
actie Politie +4: openbare online signalen duiden en terugkoppelen

# muziekstudio
feit Politie: Naam genoemd in een onderzoek naar een steekincident; hij is als getuige gehoord.
feit Jeugdreclassering: Straatkracht is gestart met drie contactmomenten per week.
mening Jeugdreclassering: Hij is slim en geestig, maar vertrouwt nog niemand.
oordeel deels ja: De intensieve inzet is nodig en past. Vertrouwen kost tijd.
besluit: Straatkracht krijgt de eerste twee maanden de leiding -- Eén gezicht voor de jongere.
actie Jeugdreclassering +4: netwerkkaart maken samen met de jongere
actie Jongerenwerk +2: vaste studiotijd bieden op neutraal terrein

feit Jeugdreclassering: De netwerkkaart laat twee steunfiguren zien: een oudere zus en een oud-docent.
feit Jongerenwerk: De studiotijd wordt gebruikt; de teksten gaan minder over straat.
feit Politie: Geen registraties, wel één controle waarbij hij meewerkte.
oordeel ja ja: Er ontstaat ruimte. De steunfiguren zijn de sleutel.
besluit: Steunfiguren betrekken bij het plan, met toestemming van de jongere -- Versterkt wat er al is.
actie Jeugdreclassering +2: gesprek voeren met zus en oud-docent

feit Jeugdreclassering: De zus denkt mee; de oud-docent heeft een open dag geregeld.
feit Politie: Hij was in de buurt bij een dreigende situatie en is zelf weggegaan.
oordeel ja ja: Weggaan is precies wat er is geoefend. School is de volgende stap.
besluit: Aanmelding bij Mbo De Werf ondersteunen -- Zijn eigen wens: audiotechniek.
actie Mbo De Werf +2: toelatingsgesprek plannen
actie Politie +4 later 1 +7d: vervolggesprek voeren over zijn veiligheid

feit Mbo De Werf: Het toelatingsgesprek was positief; hij kan instromen in de volgende lesperiode.
feit Jeugdreclassering: Hij heeft een tegenslag gehad: een vriend is aangehouden en dat raakte hem.
mening Jongerenwerk: Hij kwam die avond naar de studio in plaats van naar het plein.
oordeel ja ja: Hij gebruikt de steun op het juiste moment. Het vervolggesprek over zijn veiligheid is nog niet
  gevoerd.
besluit: Contactmomenten van drie naar twee per week -- Vertrouwen geven hoort bij het traject.
notitie: Het gesprek over veiligheid mag niet nog een keer schuiven.

# pleinvoetbal
feit Politie: Betrokken bij een ruzie na een voetbaltoernooi; drie anderen zijn door zijn ingrijpen weggegaan.
feit Jongerenwerk: Hij geeft training aan jongere kinderen en heeft overwicht.
mening Politie: Zijn positie kan twee kanten op: aanjager of bruggenbouwer.
oordeel ? ja: Er is invloed en er is een positieve kant. Daar moet het plan op bouwen.
besluit: Traject als assistent-trainer aanbieden met begeleiding -- Positieve rol versterken.
actie Welzijn +4: cursus assistent-trainer regelen
actie Nabij +2 niet: afspraken maken over gedrag bij wedstrijden

feit Welzijn: De cursus is begonnen en hij was alle keren aanwezig.
feit Politie: Eén registratie: hij filmde een vechtpartij en stuurde die door.
feit Leerplicht: Hij staat voldoende voor alle vakken.
oordeel deels ja: De rol als trainer past. Het filmen laat zien dat de groep nog trekt.
besluit: Stopgesprek door politie en trainer samen -- Duidelijke grens door iemand die hij respecteert.
actie Politie +2: stopgesprek voeren samen met de trainer

feit Politie: Het stopgesprek is gevoerd; hij heeft het filmpje verwijderd en excuses gemaakt.
feit Jongerenwerk: Hij heeft zelf een toernooi bedacht voor beide wijken.
mening Leerplicht: De school wil het toernooi op het schoolplein houden.
oordeel ja ja: Het initiatief is waardevol en vraagt om goede voorbereiding.
besluit: Toernooi steunen met begeleiding van beide jongerenwerkers -- Verbinding tussen de groepen.
actie Jongerenwerk +4: draaiboek voor het toernooi maken
actie Politie +4: toezicht bij het toernooi afstemmen

feit Jongerenwerk: Het toernooi is rustig verlopen met zestig deelnemers uit beide wijken.
feit Politie: Geen registraties sinds het stopgesprek.
oordeel ja ja: Een mooi resultaat. De jongere heeft laten zien dat hij verantwoordelijkheid aankan.
besluit: Overgaan naar lichte begeleiding door het jongerenwerk -- Meer inzet voegt niets toe.

# uitstap
feit Reclassering: Hij heeft zelf aangegeven uit de groep te willen stappen nu hij vader wordt.
feit Politie: Hij is drie maanden niet gezien met groepsleden.
mening OM: Uitstappen verdient steun, mits de lopende schadevergoeding wordt betaald.
oordeel deels ja: De motivatie is echt en nieuw. De groep kan druk gaan uitoefenen.
besluit: Uitstapplan maken met wonen, werk en veiligheid als onderdelen -- Een kans die we moeten grijpen.
actie Reclassering +4: uitstapplan opstellen met de jongere en zijn partner
actie Woningcorp. Veenhaven +6 vervallen: ruilwoning buiten de wijk onderzoeken

feit Reclassering: Het uitstapplan is klaar. Hij werkt vier dagen per week bij een glaszetter.
feit Woningcorp. Veenhaven: Een ruilwoning is niet meer nodig; het stel heeft zelf een woning gevonden in een andere
  wijk.
feit Politie: Eén keer uitgescholden op straat door oud-groepsleden, verder rustig.
oordeel ja ja: Hij houdt koers. Het kind wordt binnenkort geboren; dat is een kans en een spannende tijd.
besluit: Jeugdgezondheidszorg laten aansluiten bij het jonge gezin -- Steun bij de start.
actie GGD +2: prenataal huisbezoek aanbieden

feit GGD: Het kind is geboren en het gaat goed met moeder en kind. Het huisbezoek is gewaardeerd.
feit Reclassering: De schadevergoeding wordt volgens afspraak betaald.
feit Politie: Zes maanden geen registraties.
oordeel ja ja: Het uitstapplan is geslaagd. De kamer kan loslaten.
besluit: Afschalen; Reclassering blijft aanspreekpunt tot het einde van het toezicht -- Het doel is vrijwel bereikt.
"""
