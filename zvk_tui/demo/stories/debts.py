"""Stories about debts (schulden)."""

from typing import Final

STORIES: Final = """
# postvak
feit Schuldhulp: Zeven schuldeisers, samen ruim 11.000 euro; de post wordt al maanden niet geopend.
feit Reclassering: De jongere houdt zich aan de meldplicht en bespreekt openlijk zijn geldzorgen.
mening Nabij: De druk van de schulden maakt snel geld verleidelijk; dat zegt hij zelf ook.
oordeel deels ja: Het toezicht loopt goed. De schulden zijn de grootste aanjager van nieuw risico.
besluit: Stabilisatie van de schulden gaat voor -- Zonder financiële rust komt er geen ruimte voor werk.
actie Schuldhulp +4: inkomen en vaste lasten stabiliseren
actie Nabij +2: samen met de jongere alle post openen en ordenen

feit Schuldhulp: De vaste lasten zijn gedekt en er zijn geen nieuwe schulden bij gekomen.
feit Nabij: Alle post is geordend; er bleek nog een oude boete in de aanmaningsfase.
feit Reclassering: Het toezicht loopt over twee maanden af.
oordeel ja ja: De rust keert terug. De boete kan alles weer in beweging zetten.
besluit: Betalingsregeling voor de boete aanvragen voordat het toezicht afloopt -- Voorkomt vervangende hechtenis.
actie Schuldhulp +4: betalingsregeling aanvragen voor de openstaande boete

# aanmaning
feit Schuldhulp: Er is een huurachterstand van drie maanden; de deurwaarder heeft loonbeslag aangekondigd.
feit Woningcorp. De Vaart: Over de woning zelf zijn geen klachten. Een vonnis is nog niet gevraagd.
mening Nabij: De jongere leent haar bankpas uit aan een kennis en durft daar geen nee tegen te zeggen.
oordeel ? ja: Er is sprake van schulden en mogelijk van misbruik door een ander. Huisuitzetting moet worden voorkomen.
besluit: Woningcorporatie vragen om de procedure acht weken aan te houden -- Geeft tijd voor een regeling.
actie Woningcorp. De Vaart +2: procedure aanhouden en huurregeling voorstellen
actie Nabij +1: samen met de jongere de bankpas laten vervangen

feit Woningcorp. De Vaart: De huurregeling is getekend en de eerste termijn is betaald.
feit Nabij: De bankpas is vervangen. De kennis is boos geworden en stond aan de deur.
feit Politie: De jongere heeft een afspraak gemaakt voor een aangifte van oplichting.
oordeel ja ja: De huur is veiliggesteld. De veiligheid aan de deur vraagt nu aandacht.
besluit: Afspraak op locatie voor het adres van de jongere -- Bij een melding komt de politie met voorrang.
actie Politie +1: afspraak op locatie vastleggen voor drie maanden
actie Schuldhulp +4: minnelijk traject starten

feit Schuldhulp: Alle schuldeisers zijn aangeschreven; zes van de acht zijn akkoord met het voorstel.
feit Politie: Geen meldingen meer aan de deur. De aangifte is opgenomen en in onderzoek.
mening Nabij: De jongere krijgt weer grip en denkt na over een opleiding.
oordeel ja ja: De combinatie van regeling en bescherming werkt. De inzet kan over een paar maanden omlaag.
besluit: Frequentie verlagen naar eens per zes weken -- Het plan loopt goed.

# spaarplan
feit Schuldhulp: De jongere heeft veertien maanden afgelost; nog tien maanden te gaan.
feit Nabij: Zij werkt vier dagen per week in de thuiszorg en spaart vijftig euro per maand.
mening Reclassering: Sinds het einde van het toezicht zijn er geen signalen van terugval.
oordeel ja ja: Het gaat goed. Alleen een onverwachte tegenvaller kan het traject nog verstoren.
besluit: Monitoring op afstand, Schuldhulp houdt het overzicht -- Intensieve inzet is niet meer nodig.
actie Schuldhulp +4: bijdrage uit het noodfonds vragen voor een nieuwe wasmachine

feit Schuldhulp: De wasmachine is vergoed; er is geen termijn gemist.
feit Nabij: Zij helpt een vriendin om ook hulp te vragen bij schulden.
oordeel ja deels: Het traject draagt zichzelf. Nog één bespreking, daarna is volgen niet meer nodig.
besluit: Bij de volgende bespreking besluiten over afsluiten -- Geen hulpvraag en geen signalen van risico.

# beslag
feit Schuldhulp: Er ligt beslag op het inkomen; de beslagvrije voet is te laag vastgesteld.
feit Politie: Twee winkeldiefstallen in zes weken, beide van boodschappen.
mening Nabij: Betrokkene schaamt zich en mijdt daarom de voedselbank.
oordeel deels ja: De diefstallen komen voort uit geldnood. Het inkomen herstellen is de beste veiligheidsmaatregel.
besluit: Beslagvrije voet laten herzien en leefgeld regelen -- Neemt de directe aanleiding weg.
besluit OM: De twee diefstallen samen afdoen met een voorwaardelijk sepot als betrokkene meewerkt -- Past bij de
  oorzaak. -- Politie had liever een taakstraf gezien.
actie Schuldhulp +2: herziening van de beslagvrije voet aanvragen bij de deurwaarder
actie Nabij +2: betrokkene begeleiden naar de voedselbank

feit Schuldhulp: De beslagvrije voet is verhoogd en twee maanden te veel ingehouden inkomen is terugbetaald.
feit Politie: Geen nieuwe registraties.
feit Nabij: Betrokkene haalt elke week een voedselpakket en helpt daar inmiddels bij het inpakken.
oordeel ja ja: De maatregelen hebben direct effect. De schuldregeling zelf moet nog van start.
besluit: Bewindvoering niet aanvragen, budgetbeheer is genoeg -- Lichtste middel dat werkt.
actie Schuldhulp +4 later 1: budgetbeheer starten en inkomsten laten overzetten

feit Schuldhulp: Het plan voor budgetbeheer is met betrokkene besproken; zij stemt ermee in.
feit Politie: Drie maanden geen registraties.
oordeel ja nee: De problemen zijn teruggebracht tot wat de schuldhulp zelf aankan. Bespreking in dit kernteam is niet
  langer evenredig.
besluit: Van de lijst halen en afschalen naar Schuldhulp -- Het plan loopt goed en er is geen ketenoverleg meer nodig.
actie Gemeente +2: betrokkene schriftelijk laten weten dat de bespreking stopt
"""
