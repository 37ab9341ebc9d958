"""Stories about unrest at home (huiselijke onrust)."""

from typing import Final

STORIES: Final = """
# trappenhuis
feit Politie: Drie meldingen van ruzie tussen de jongere en haar vader; één keer is zij weggelopen.
feit Veilig Thuis: Er is een melding in onderzoek; er zijn geen aanwijzingen voor acuut gevaar.
feit Leerplicht: Op school valt zij op door vermoeidheid, niet door gedrag.
oordeel ? ja: De spanning thuis loopt op. De jongere is eerder slachtoffer van de situatie dan veroorzaker van
  overlast.
besluit: Veilig Thuis rondt het onderzoek af voordat er een plan wordt vastgesteld -- Veiligheid gaat voor.
actie Veilig Thuis +2: uitkomst van het onderzoek delen voor zover nodig voor het plan
actie Nabij +2: met de jongere een plek afspreken waar zij terechtkan bij ruzie

feit Veilig Thuis: Onderzoek afgerond: structurele conflicten zonder fysiek geweld. Advies: gezinsbegeleiding.
feit Nabij: De jongere kan bij een tante terecht; vader is daarmee akkoord.
mening Nabij: Vader wil wel praten, maar ziet hulp als kritiek.
oordeel ja ja: Het beeld is rustiger dan gevreesd. Het gezin heeft baat bij hulp zonder schuldvraag.
besluit: Gezinsbegeleiding inzetten bij het gezin thuis -- Sluit aan bij het advies van Veilig Thuis.
actie Jeugdhulp +4: gezinsbegeleiding starten

feit Jeugdhulp: Drie gesprekken gevoerd. Vader en dochter hebben samen huisregels opgesteld.
feit Politie: Eén melding van buren over geschreeuw; ter plaatse was het rustig.
feit Leerplicht: De cijfers zijn verbeterd en er is geen verzuim.
oordeel ja ja: De begeleiding werkt. Een incident betekent nog geen terugval.
besluit: Begeleiding drie maanden voortzetten -- De huisregels moeten nog inslijten.
actie Jeugdhulp +2: signaleringsplan maken voor momenten van oplopende spanning

feit Jeugdhulp: Het signaleringsplan is twee keer gebruikt en beide keren bleef het rustig.
feit Politie: Geen meldingen in de afgelopen vier weken.
mening Nabij: De jongere lacht weer en is begonnen met volleybal.
oordeel ja ja: Het doel is grotendeels bereikt. De afbouw kan worden voorbereid.
besluit: Over acht weken besluiten over afschalen naar Jeugdhulp -- Eerst zien of de rust blijft.
actie Jeugdhulp +5: afbouwvoorstel bespreken met het gezin

# thuiskomst
feit Jeugdbescherming: De jongere is na vijf maanden in een leefgroep weer thuis; de maatregel loopt nog acht maanden.
feit Leerplicht: Zij is gestart op een nieuwe school en heeft één keer verzuimd.
mening Nabij: Moeder staat er alleen voor en is bang om opnieuw de controle te verliezen.
oordeel deels ja: De terugkeer verloopt beter dan verwacht. De draagkracht van moeder is het zwakke punt.
besluit: Moeder intensief steunen in de eerste drie maanden -- Overbelasting was de vorige keer de aanleiding.
actie Nabij +2: vaste praatmomenten met moeder inplannen
actie Jeugdbescherming +4: weekendopvang bij een steungezin onderzoeken

feit Jeugdbescherming: Er is een steungezin gevonden; de jongere is er twee weekenden geweest.
feit Politie: Eén melding: de jongere kwam een nacht niet thuis en was bij een vriendin.
feit Leerplicht: Geen verzuim meer.
oordeel ja ja: De melding is goed opgepakt door moeder. De aanpak houdt stand.
besluit: Plan voortzetten; moeder belt bij twijfel eerst de PAD-coach -- Korte lijn voorkomt escalatie.
actie Nabij +4 later 1: belafspraken met moeder evalueren

feit Nabij: Moeder heeft twee keer gebeld; beide keren was een gesprek genoeg.
feit Jeugdbescherming: Het steungezin wil nog zeker een jaar doorgaan.
oordeel ja ja: Er is een stevig netwerk ontstaan. De kamer kan op afstand volgen.
besluit: Naar monitoring; Jeugdbescherming houdt het overzicht -- Het plan loopt goed binnen één keten.

# zilverberk
feit Politie: Negen meldingen in vier weken van ruzie tussen de volwassen zoons; bewoners van de flat zijn bang.
feit Nabij: Vader is ernstig ziek en de zorg komt volledig op moeder neer.
mening Verslavingszorg: Het drankgebruik van de oudste zoon maakt elk conflict groter.
oordeel ? ja: Meerdere problemen versterken elkaar. Alleen een plan voor het hele huishouden heeft kans van slagen.
besluit: Eén casusregisseur voor het hele huishouden -- Er lopen nu vier hulpverleners langs elkaar heen.
actie Nabij +2: casusregisseur aanwijzen en alle betrokken hulpverleners bij elkaar brengen
actie Politie +2: overzicht maken van de meldingen per dag en tijd

feit Nabij: De hulpverleners zijn bij elkaar geweest; er is één plan en één vast contact voor moeder.
feit Politie: De meldingen vallen vooral op vrijdagavond.
feit Verslavingszorg: De oudste zoon heeft een intake gehad en twijfelt over behandeling.
oordeel deels ja: De coördinatie is verbeterd. De vrijdagavond vraagt om een praktische oplossing.
besluit Burgemeester: Gedragsaanwijzing woonoverlast voorbereiden voor de oudste zoon -- Buren hebben recht op rust.
  -- Nabij wil eerst de uitkomst van de behandeling afwachten.
actie Burgemeester +4: voornemen gedragsaanwijzing opstellen
actie Nabij +2: respijtzorg regelen op vrijdag en zaterdag

feit Nabij: De respijtzorg draait. Moeder heeft voor het eerst in maanden een weekend geslapen.
feit Burgemeester: Het voornemen is met de oudste zoon besproken; hij heeft twee weken om te reageren.
feit Politie: Vier meldingen, minder heftig dan voorheen.
oordeel ja ja: De spanning daalt. Het voornemen lijkt op zichzelf al te werken.
besluit Burgemeester: De gedragsaanwijzing aanhouden zolang het rustig blijft -- Lichtste middel dat werkt.
actie Verslavingszorg +3: behandelplan van de oudste zoon bespreken met de casusregisseur

feit Verslavingszorg: De oudste zoon is begonnen aan een dagbehandeling; met zijn toestemming gedeeld.
feit Politie: Eén melding in acht weken.
mening Nabij: Moeder durft weer bezoek te ontvangen.
oordeel ja ja: Het plan werkt. Het overlijden van vader is op korte termijn te verwachten en kan alles veranderen.
besluit: Plan voortzetten en samen met de huisarts de komende periode voorbereiden -- Op tijd steun organiseren.

# lindebloesem
feit Veilig Thuis: Derde melding in een jaar; beide ouders en de kinderen zijn gesproken.
feit Politie: Twee keer ter plaatse voor een hoogoplopende ruzie; geen aangifte, wel letsel aan de hand van vader.
feit Jeugdbescherming: De jongste is op school stil en trekt zich terug; de leerkracht maakt zich zorgen.
mening GGZ: Met toestemming van vader gedeeld: hij zoekt hulp, maar de behandeling sluit nog niet aan.
mening Nabij: Ouders willen bij elkaar blijven en vragen om rust, niet om nog meer gesprekken.
oordeel ? ja: De veiligheid van de kinderen staat voorop. Losse hulp per persoon heeft niet gewerkt.
besluit: Eén veiligheidsplan met beide ouders, Veilig Thuis heeft de leiding -- Duidelijkheid over wie wat doet.
besluit: De Raad nu niet vragen om onderzoek; opnieuw wegen bij een volgend incident -- Ouders werken vrijwillig mee.
  -- Jeugdbescherming acht een raadsonderzoek nu al nodig.
actie Veilig Thuis +2: veiligheidsplan opstellen met ouders en kinderen
actie GGZ +4: behandeling van vader versneld laten starten
actie Nabij +2: met de school afspraken maken over steun voor de jongste
notitie: Jeugdbescherming na afloop bellen: het afwijkende standpunt verdient een gesprek.

feit Veilig Thuis: Het veiligheidsplan is getekend en één keer gebruikt: vader is een nacht bij zijn broer gebleven.
feit GGZ: Met toestemming van vader gedeeld: de behandeling is gestart en hij is alle keren gekomen.
feit Jeugdbescherming: De school ziet de jongste opbloeien sinds er een vast steunpunt in de klas is.
mening Politie: Dat vader zelf vertrok is precies wat er was afgesproken.
oordeel ja ja: Het plan werkt onder druk. De komende maanden moet blijken of het standhoudt.
besluit: Procesregie nog drie maanden, met één overleg over vier weken -- Volhouden is nu belangrijker dan uitbreiden.
actie Nabij +4: met beide ouders bespreken welke steun zij na het plan willen houden
"""
