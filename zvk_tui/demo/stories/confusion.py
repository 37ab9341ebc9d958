"""Stories about behaviour that is not understood (verward of onbegrepen gedrag)."""

from typing import Final

STORIES: Final = """
# balkon
feit Politie: Twaalf meldingen in vier weken: betrokkene roept 's nachts vanaf het balkon en gooit huisraad naar
  beneden.
feit GGZ: Met toestemming van betrokkene gedeeld: hij is bekend, maar sinds een half jaar uit behandeling.
mening Woningcorp. De Vaart: De buren zijn bang, maar maken zich vooral zorgen om hem.
oordeel ? ja: Er is gevaar voor anderen door vallende voorwerpen. Zorg moet voorgaan op ontruiming.
besluit: GGZ en wijkagent gaan samen langs en doen een aanbod -- Vrijwillige hulp heeft de voorkeur.
besluit: Woningcorporatie start geen procedure in de komende acht weken -- Geeft ruimte aan de zorg.
actie GGZ +1: samen met de wijkagent een huisbezoek afleggen
actie Woningcorp. De Vaart +2: logboek van meldingen bijhouden en delen met de casusregisseur

feit GGZ: Twee huisbezoeken gedaan; de tweede keer deed betrokkene open en dronk hij koffie mee.
feit Politie: Negen meldingen; bij één melding is de crisisdienst gekomen, er volgde geen opname.
mening GGZ: Hij is achterdochtig maar niet vijandig. Vrijwillige medicatie is nog niet haalbaar.
oordeel deels ja: Het contact groeit. De veiligheid onder het balkon is nog niet geregeld.
besluit: Melding Wvggz doen bij het college -- Het onderzoek laat zien of verplichte zorg nodig is. -- GGZ vreest dat
  een melding het prille contact schaadt.
actie Meldpunt Zorg +2: verkennend onderzoek uitvoeren
actie Woningcorp. De Vaart +2: vangnet onder het balkon laten plaatsen

feit Meldpunt Zorg: Het verkennend onderzoek is afgerond; een aanvraag voor een zorgmachtiging is ingediend.
feit Woningcorp. De Vaart: Het vangnet hangt; sindsdien geen schade of gevaar meer.
feit GGZ: Betrokkene weet van de aanvraag en is teleurgesteld, maar blijft de deur opendoen.
oordeel ja ja: Het gevaar is beperkt en het contact houdt stand. De behandeling kan nu volgen.
besluit OM: Verzoekschrift zorgmachtiging indienen met ambulante behandeling als uitgangspunt -- Lichtste vorm die
  volstaat.
actie GGZ +4: behandelplan opstellen met inspraak van betrokkene en zijn zus

feit OM: De rechter heeft een zorgmachtiging verleend voor ambulante zorg, voor zes maanden.
feit GGZ: De behandeling is gestart. Het FACT-team komt drie keer per week.
feit Politie: Drie meldingen, alle in de eerste week.
oordeel ja ja: Een duidelijke kentering. De buren hebben behoefte aan uitleg.
besluit: Buurtgesprek houden met toestemming van betrokkene -- Begrip verkleint de kans op nieuwe meldingen.
actie Welzijn +2: buurtgesprek begeleiden samen met de wijkagent

feit GGZ: Zes weken stabiel. Betrokkene gaat twee ochtenden naar de houtwerkplaats.
feit Politie: Geen meldingen in vier weken.
feit Welzijn: Het buurtgesprek was goed; een buurman eet nu elke donderdag bij hem mee.
oordeel ja ja: De rust is terug. De woning moet nog worden hersteld.
besluit: Herstel van de woning zonder doorbelasting aan betrokkene -- Een schuld zou het herstel ondermijnen.
actie Woningcorp. De Vaart +2: herstel van keuken en balkon inplannen

# nachtdienst
feit Politie: Betrokkene belt tot veertig keer per nacht het alarmnummer; zij hoort stemmen.
feit GGZ: Zij is bekend en in zorg, maar mist de helft van de afspraken.
mening Huisartsen: Sinds zij haar werk verloor, is de nacht voor haar het gevaarlijkst.
oordeel ? ja: Het bellen is een vraag om hulp. Beboeten zou het verergeren.
besluit: Eén nachtnummer bij de GGZ, met een afspraak hoe vaak zij kan bellen -- Geeft houvast en ontlast de
  meldkamer.
actie GGZ +2: nachtnummer openstellen en belafspraak maken
actie Politie +2: meldkamer informeren over de afspraak

feit Politie: Het aantal oproepen is gedaald van veertig naar zes per nacht.
feit GGZ: Zij belt gemiddeld drie keer per nacht met het nachtnummer, vijf minuten per keer.
oordeel ja ja: De afspraak werkt beter dan verwacht. De dag vraagt nu ook om structuur.
besluit: Dagactiviteit zoeken in de middag -- De ochtend is na een onrustige nacht nog niet haalbaar.
actie Nabij +4: kennismaking regelen bij de moestuin van Welzijn

feit Nabij: De kennismaking is twee keer afgezegd; de derde keer is zij geweest.
feit GGZ: Een andere medicatie is gestart, met haar instemming.
feit Politie: Een terugval: in één weekend 27 oproepen, met daarna excuses.
oordeel deels ja: Een terugval met een duidelijke aanleiding: de sterfdag van haar moeder.
besluit: Kalender maken met moeilijke dagen en extra steun op die dagen -- Voorspelbare momenten zijn op te vangen.
actie GGZ +2: kalender met moeilijke dagen maken met betrokkene

feit GGZ: De kalender is klaar; zij heeft hem zelf aan haar broer gegeven.
feit Politie: Vier oproepen in vier weken.
mening Nabij: In de moestuin is zij een vaste kracht geworden.
oordeel ja ja: Het plan werkt. Werk is een reële wens.
besluit: Verkennen of betaald werk overdag haalbaar is -- Zij wil van betekenis zijn.
actie Nabij +4: gesprek voeren met de jobcoach

feit Nabij: De jobcoach ziet mogelijkheden voor acht uur per week in een bloemenzaak.
feit Politie: Eén oproep in vier weken, terecht: er was brand bij de buren.
oordeel ja ja: De overlast is voorbij. De kamer hoeft dit niet lang meer te volgen.
besluit: Na een geslaagde proefplaatsing van de lijst halen -- Het doel is dan bereikt.
actie Nabij +4: proefplaatsing begeleiden en terugkoppelen

# perron
feit Politie: Vijf keer aangetroffen op of langs het spoor in drie gemeenten; het treinverkeer lag twee keer stil.
feit GGZ: Twee korte crisisopnames in verschillende regio's; een doorlopende behandelaar ontbreekt.
feit Rietmonde: Ook bij ons is betrokkene bekend, zonder vast adres.
oordeel ? ja: Het gevaar is groot en het speelt in meer gemeenten. Een lokale aanpak schiet tekort.
besluit: Voorleggen aan het Veiligheidshuis voor de levensloopaanpak -- Langdurige zorg over regiogrenzen heen is
  nodig.
actie Gemeente +2: aanmelding bij het Veiligheidshuis doen, met instemming van de verstrekkers
actie GGZ +2: voorlopig één behandelaar aanwijzen

feit Veiligheidshuis: De aanmelding is aangenomen; er is een regionale casusregisseur benoemd.
feit GGZ: De voorlopige behandelaar blijft tot de levensloopaanpak is gestart.
feit Politie: Sinds drie weken niet meer op het spoor aangetroffen.
oordeel ja ja: De opschaling is rond. Lokaal resteert een waakvlam.
besluit: Opschalen naar het Veiligheidshuis; lokaal alleen volgen -- Regie hoort nu regionaal.
actie Gemeente +2: overdracht afronden en partners informeren over de nieuwe regisseur
"""
