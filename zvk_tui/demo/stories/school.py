"""Stories about dropping out of school (schooluitval)."""

from typing import Final

STORIES: Final = """
# rooster
feit Leerplicht: In vier weken 38 lesuren ongeoorloofd verzuim; school heeft het verzuim op tijd gemeld.
feit Nabij: De jongere blijft 's ochtends in bed en is tot laat online.
mening Leerplicht: School is niet het echte probleem; de jongere ziet op tegen de klas.
oordeel ? ja: Schooluitval dreigt. De oorzaak ligt waarschijnlijk buiten de school.
besluit: Eerst gesprek met jongere en moeder, nog geen proces-verbaal -- Straffen helpt niet zolang de oorzaak
  onbekend is.
actie Leerplicht +2: verzuimgesprek voeren met jongere, moeder en mentor

feit Leerplicht: Het verzuimgesprek is gevoerd. De jongere vertelt over pesten in een groepsapp.
feit Nabij: De jongere staat open voor hulp; moeder zit met wisselende diensten en is vaak niet thuis.
mening RvdK: Met de juiste steun is een strafrechtelijk traject te voorkomen.
oordeel deels ja: De oorzaak is nu duidelijk. Het aanbod moet snel komen, anders haakt de jongere af.
besluit: Aangepast rooster van drie dagdelen, op te bouwen per twee weken -- Een haalbaar begin geeft succeservaring.
actie Leerplicht +2: aangepast rooster vastleggen met de school
actie Jeugd-ggz +6 later 3 +11d: verkorte aanmelding afhandelen en intakedatum doorgeven
actie Nabij +2: ochtendritme oefenen en met moeder steun van een buurvrouw regelen

feit Leerplicht: De jongere volgt drie van de vijf dagdelen; het verzuim is gehalveerd.
feit Nabij: Het ochtendritme gaat beter. De groepsapp is verlaten en de school heeft de klas aangesproken.
mening Nabij: Het wachten op de jeugd-ggz maakt de jongere moedeloos.
oordeel ja ja: Het aangepaste rooster werkt. De wachttijd voor hulp is nu het grootste risico.
besluit: Jeugd-ggz vragen om overbruggingszorg -- Wachten kost het resultaat dat is geboekt.
actie Nabij +2: tot de intake wekelijks een wandelgesprek voeren

feit Leerplicht: De jongere volgt vier dagdelen en heeft twee toetsen ingehaald.
feit Jeugd-ggz: De intake is opnieuw uitgesteld door ziekte; er wordt gezocht naar een vervanger.
feit Nabij: De wandelgesprekken gaan door en worden gewaardeerd.
oordeel deels ja: Op school gaat het goed. De toegezegde hulp blijft uit en dat moet nu worden opgelost.
besluit: De procesregisseur belt de teamleider van de Jeugd-ggz -- De actie is al meerdere keren uitgesteld.
actie Gemeente +1: teamleider Jeugd-ggz bellen over de intakedatum
notitie: Al twee keer uitgesteld. Vraag desnoods om een tweede aanbieder.

# stageplek
feit Leerplicht: De jongere is van zijn stageplek gestuurd en komt sindsdien niet meer op school.
feit Nabij: Hij zegt dat hij onterecht is beschuldigd van het wegnemen van gereedschap.
feit Politie: Er is geen aangifte gedaan.
oordeel ? ja: De jongere is kwalificatieplichtig. Zonder dagbesteding is de kans op afglijden reëel.
besluit: Herstelgesprek tussen jongere en stagebedrijf proberen -- Een open conflict staat een nieuwe stage in de weg.
actie Mbo De Werf +2: herstelgesprek met het stagebedrijf organiseren
actie Nabij +2: jongere voorbereiden op het herstelgesprek

feit Mbo De Werf: Het herstelgesprek is gevoerd; het bedrijf trekt de beschuldiging in, maar wil hem niet terug.
feit Leerplicht: De jongere is twee van de vier weken op school geweest.
horen Jongerenwerk: Vrienden zeggen dat hij overdag meehelpt met het ophalen van pakketjes.
oordeel deels ja: Het gesprek heeft lucht gegeven. Het signaal over pakketjes vraagt aandacht, zonder conclusies.
besluit: Nieuwe stage zoeken in een ander vak dat hij zelf kiest -- Eigen keuze houdt hem binnen.
actie Mbo De Werf +4: drie passende stageplekken voorleggen
actie Politie +2: letten op het signaal over pakketjes

feit Mbo De Werf: De jongere is begonnen bij een hoveniersbedrijf en was tot nu toe elke dag op tijd.
feit Politie: Geen registraties; het signaal over pakketjes is niet bevestigd.
oordeel ja ja: De stage past. De komende zes weken moet blijken of hij het volhoudt.
besluit: Plan voortzetten; Mbo De Werf is het eerste aanspreekpunt -- Korte lijnen bij een terugval.

# praktijkschool
feit Leerplicht: De jongere heeft zonder diploma de praktijkschool verlaten; het Doorstroompunt heeft geen contact
  gekregen.
feit Nabij: Hij wil wel werken, maar niet terug naar een klaslokaal.
mening Nabij: Hij schaamt zich voor zijn lezen en schrijven en vermijdt daarom formulieren.
oordeel ? ja: Er is een duidelijke wens. Laaggeletterdheid is een drempel die we kunnen weghalen.
besluit: Route naar werk met leren op de werkvloer -- Sluit aan bij wat de jongere zelf wil.
actie Leerplicht +4: Doorstroompunt en werkbedrijf aan één tafel brengen
actie Welzijn +4: taalmaatje zoeken

feit Leerplicht: De jongere werkt drie dagen in de week in de fietsfabriek en haalt daar een praktijkverklaring.
feit Welzijn: Het taalmaatje komt elke dinsdag; de jongere heeft zelf een brief beantwoord.
feit Politie: Geen registraties sinds het vorige overleg.
oordeel ja ja: Het gaat goed. Regie vanuit de kamer is bijna niet meer nodig.
besluit: Nog één keer bespreken en dan afschalen naar het Doorstroompunt -- Werk en begeleiding zijn stabiel.
actie Leerplicht +4 niet: afspraken over nazorg op papier zetten

# brugklas
feit Leerplicht: Zes weken geen verzuim; de jongere is overgegaan naar de tweede klas.
feit Nabij: Ouders en jongere hebben geen vragen meer aan de PAD-coach.
feit Politie: Acht maanden geen registraties.
oordeel ja ja: Het doel is bereikt. Langer volgen is niet nodig en niet evenredig.
besluit: Afschalen en over zes weken sluiten als er niets verandert -- Rustige periode om de afbouw te toetsen.
actie Nabij +4: afscheidsgesprek voeren en contactgegevens achterlaten

feit Nabij: Het afscheidsgesprek is gevoerd. De jongere weet waar hij terechtkan.
feit Leerplicht: De school bevestigt dat het goed gaat.
oordeel ja ja: Het plan heeft gewerkt; een jaar intensieve inzet was genoeg.
besluit: Casus sluiten: doel bereikt -- Meer dan zes maanden niet negatief in beeld en geen hulpvraag.
actie Gemeente +2: afsluitbrief sturen en afscherming van het dossier regelen
"""
