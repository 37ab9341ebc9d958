"""What the table says outside the cases: notices, groups, topics and the list of the top 10."""

from typing import Final

STORIES: Final = """
# pad-2-notices
feit Gemeente: De notificatiebrief is herschreven in eenvoudige taal; de QR-code verwijst naar de nieuwe pagina over
  de PAD.
feit OM: De officier voor jeugdzaken is de komende vier weken afwezig; de parketsecretaris neemt waar.

# pad-3-group | Groep rond parkeergarage De Brink
feit Politie: De groepsscan is klaar: een vaste kern van zes en een wisselende schil van ongeveer vijftien jongeren.
feit Jongerenwerk: Het merendeel van de schil bezoekt ook Loods 9 en is goed bereikbaar.
oordeel ? ja: De kern wordt al persoonsgericht besproken. Voor de schil is een lichte, positieve aanpak genoeg.
besluit: De kern blijft in de PAD; het jongerenwerk maakt een aanbod voor de schil -- Maatwerk waar nodig, licht waar
  het kan.
actie Jongerenwerk +4 later 2: avondprogramma uitwerken voor de schil van de groep
actie Politie +2: groepsscan delen met de direct betrokken partners

# pad-4-topic | Preventieve Halt op scholen
feit Halt: Drie scholen doen mee; in dit halfjaar zijn elf preventieve interventies gestart of afgerond.
mening Leerplicht: Mentoren weten nog niet goed wanneer zij kunnen aanmelden.
besluit: Eén pagina met criteria en contactgegevens voor mentoren maken -- Lage drempel voor de school.
actie Leerplicht +4 later 1: informatiepagina voor mentoren opstellen samen met Halt

# pad-6-group | Netwerk rivaliserende jeugd
feit Politie: In zes weken geen confrontaties tussen de groepen; wel twee dreigende situaties op het busstation.
horen Jongerenwerk: Jongeren uit beide groepen zeggen moe te zijn van de spanning.
oordeel deels ja: Er is een kans om de rust te verlengen. Gezamenlijke activiteiten helpen alleen met goede
  begeleiding.
besluit: Activiteiten met beide wijken toestaan onder begeleiding van politie en jongerenwerk -- De rust benutten.
actie Politie +2: regionale expertisepool informeren over het beeld

# pad-7-notices
feit Leerplicht: Het Doorstroompunt is verhuisd naar het werkbedrijf; de telefoonnummers zijn gelijk gebleven.
feit Nabij: Er start een extra PAD-coach; de verdeling van casussen volgt per mail zonder persoonsgegevens.

# top-1-top10
feit Gemeente: Op de lijst staan tien casussen, waaronder één groep en één huishouden.
besluit: Lijst vastgesteld; per casus is een vaste casusregisseur benoemd -- Voldoet aan de vastgestelde criteria.

# top-2-top10
feit Gemeente: Er zijn twee nieuwe casussen voorgedragen en getoetst aan de criteria.
besluit: Beide casussen op de lijst -- Ernstige problematiek en inzet van meerdere ketens nodig.

# top-3-notices
feit GGZ: De crisisdienst heeft een eigen nummer voor de wijkagenten gekregen; de proef duurt zes maanden.
feit Opvang: De nachtopvang heeft zes extra bedden.

# top-3-top10
feit Gemeente: Eén casus voldoet niet meer aan de criteria, één nieuwe casus is voorgedragen.
besluit: Eén casus van de lijst en één erop -- Niemand staat langer op de lijst dan nodig is.
actie Gemeente +2: gegevens van de verwijderde casus uit de lijst laten verwijderen

# top-4-topic | Wachttijden in de ggz
feit GGZ: De wachttijd voor het FACT-team is negentien weken; bij spoed is er binnen twee weken plek.
feit Zorgkantoor: Twee andere aanbieders hebben ruimte, maar nog geen afspraken met de partners hier.
oordeel ? ?: Wachttijden bepalen in drie casussen het tempo. Dat hoort bij de bestuurders op tafel.
besluit: Knelpunt zonder persoonsgegevens melden aan het bestuurlijk overleg -- Oplossing ligt buiten de bevoegdheid
  van het kernteam.
actie Gemeente +3: notitie over wachttijden maken voor het bestuurlijk overleg
actie Zorgkantoor +4 vervallen: kennismaking regelen met de twee andere aanbieders

# top-4-top10
feit Gemeente: Twee casussen verlaten de lijst, één daarvan is opgeschaald naar het Veiligheidshuis; één nieuwe komt
  erbij.
besluit: Lijst aangepast; de motivering staat per casus in het verslag -- Per casus getoetst aan de criteria.

# top-5-top10
feit Gemeente: Geen nieuwe voordrachten. Voor drie casussen nadert de toetsdatum.
besluit: Lijst ongewijzigd; de drie toetsen staan op de volgende agenda -- Zorgvuldig toetsen voordat iemand blijft
  staan.
"""
