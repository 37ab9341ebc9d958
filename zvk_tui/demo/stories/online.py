"""Stories about signals online (online signalen)."""

from typing import Final

STORIES: Final = """
# groepsapp
feit Leerplicht: Een school meldt bedreigingen in een groepsapp; de jongere wordt door drie klasgenoten genoemd.
feit Politie: Er is één aangifte; de jongere is met haar moeder op het bureau gehoord.
mening RvdK: Zij is zelf eerder gepest en slaat nu terug.
oordeel ? ja: Aan de criteria is voldaan; een snelle en herstelgerichte reactie past.
besluit: Opnemen in de PAD met herstelbemiddeling als eerste stap -- Daderschap en slachtofferschap lopen door elkaar.
besluit OM: De aangifte via Halt afdoen -- Eerste feit en jonge leeftijd.
actie Gemeente +1: notificatiebrief uitreiken aan jongere en moeder
actie Halt +2: herstelbemiddeling voorbereiden met beide gezinnen

feit Halt: Beide gezinnen hebben ja gezegd tegen een gesprek; het eerste deel is goed verlopen.
feit Leerplicht: De school heeft een les over online gedrag gegeven in alle tweede klassen.
feit Nabij: De jongere heeft een PAD-coach en is opgelucht dat het is uitgesproken.
oordeel ja ja: De herstelgerichte aanpak werkt. Haar eigen ervaring met pesten verdient nog aandacht.
besluit: Weerbaarheidstraining aanbieden -- Vermindert de kans op herhaling.
actie Jeugdhulp +2: plek in de weerbaarheidstraining regelen

# videoclip
feit Politie: In een openbare videoclip worden leden van een andere groep uitgedaagd; de jongere is herkenbaar in
  beeld.
feit Nabij: Hij zegt dat hij alleen als danser is gevraagd en de tekst niet kende.
mening Jongerenwerk: Hij wil gezien worden; een ander podium zou al veel schelen.
oordeel ? ja: Het gevaar van een reactie is reëel. Zijn rol is beperkt.
besluit: De politie voert een gesprek over de gevolgen van de clip -- Bewustwording voordat het escaleert.
actie Politie +1: gesprek voeren met jongere en ouders over de clip
actie Jongerenwerk +4: dansgroep en optredens verkennen

feit Politie: De clip is op verzoek van de jongere verwijderd. Geen reacties vanuit de andere groep bekend.
feit Jongerenwerk: Hij doet mee met een dansgroep en heeft een eerste optreden gehad.
horen Leerplicht: Een docent hoorde dat er een nieuwe clip in de maak zou zijn, zonder hem.
oordeel ja ja: Goede keuze van de jongere. De omgeving blijft onrustig.
besluit: Plan voortzetten en het signaal over de nieuwe clip bij de politie neerleggen -- De kamer doet zelf geen
  online onderzoek.
actie Politie +4: signaal over de nieuwe clip duiden binnen de groepsaanpak

feit Politie: De nieuwe clip is geplaatst en de jongere komt er niet in voor.
feit Jongerenwerk: Hij begeleidt nu zelf een groepje jongere dansers.
oordeel ja ja: Hij heeft afstand genomen en een eigen plek gevonden.
besluit: Frequentie verlagen; bij nieuwe onrust direct opnieuw bespreken -- De inzet kan lichter.
actie Nabij +1: jongere en ouders vertellen wat er is afgesproken

# geldezel
feit Politie: Via de bankrekening van de jongere is 4.200 euro doorgesluisd; hij zegt zijn pas te hebben uitgeleend.
feit Schuldhulp: De bank vordert het bedrag terug en heeft de rekening geblokkeerd.
mening Nabij: Hij is benaderd met een advertentie voor snel geld en schaamt zich diep.
oordeel ? ja: De jongere is dader en slachtoffer tegelijk. Zonder rekening raakt hij verder in de problemen.
besluit: Basisbankrekening regelen en aangifte doen tegen de ronselaar -- Herstel en opsporing gaan samen.
actie Schuldhulp +2: basisbankrekening aanvragen en regeling treffen met de bank
actie Politie +4: aangifte opnemen en afstemmen met het OM

feit Schuldhulp: De basisbankrekening is geopend; de terugbetaling is vijftig euro per maand.
feit Politie: De aangifte is opgenomen; er zijn meer jongeren benaderd door dezelfde persoon.
feit Mbo De Werf: De jongere wil in de klas vertellen wat hem is overkomen.
oordeel ja ja: De schade is beheersbaar en de jongere neemt verantwoordelijkheid.
besluit: Voorlichting op Mbo De Werf met een rol voor de jongere -- Preventie door een ervaringsverhaal.
actie Mbo De Werf +4: voorlichting plannen met politie en jongere
"""
