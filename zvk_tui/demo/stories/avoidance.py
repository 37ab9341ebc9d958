"""Stories about avoiding care (zorgmijding)."""

from typing import Final

STORIES: Final = """
# gordijn
feit Meldpunt Zorg: Buren melden een gesloten huis, stank en uitpuilende post; betrokkene doet niet open.
feit Politie: Bij een controle op haar welzijn sprak betrokkene door de brievenbus; zij was helder.
mening GGD: Geen direct gevaar, wel een grote kans op verdere verwaarlozing.
oordeel ? ja: Er is zorg, maar geen grond voor ingrijpen. Geduldig contact is de weg.
besluit: Bemoeizorg starten met één vast gezicht -- Wisselende gezichten vergroten het wantrouwen.
actie Meldpunt Zorg +2: wekelijks op hetzelfde tijdstip aanbellen en een kaartje achterlaten

feit Meldpunt Zorg: Bij de vierde keer ging het raam open; zij vroeg om kattenvoer.
feit Woningcorp. Veenhaven: De huur wordt betaald. Groot onderhoud is al twee jaar uitgesteld.
oordeel ja ja: Het vaste gezicht werkt. De kat is de ingang.
besluit: Dierenarts aan huis betalen uit het maatwerkbudget -- Zorg voor de kat opent de deur.
actie Meldpunt Zorg +2: huisbezoek met dierenarts plannen

feit Meldpunt Zorg: De dierenarts is binnen geweest. De woning is vol en vies, maar zij kan er leven.
feit GGD: Zij heeft een ontstoken been laten zien en een huisarts geaccepteerd.
mening Meldpunt Zorg: Te veel haast met opruimen kan het vertrouwen breken.
oordeel ja ja: Groot vertrouwen in korte tijd. Tempo van betrokkene aanhouden.
besluit: Opruimen per kamer, te beginnen met een veilige looproute -- Haalbaar en het vermindert valgevaar.
actie Welzijn +4: twee vrijwilligers zoeken die samen met haar opruimen
actie Huisartsen +2: wondzorg aan huis regelen

feit Welzijn: De looproute is vrij en de keuken is schoon; zij kookte voor de vrijwilligers.
feit Huisartsen: Het been is genezen; de wijkverpleging komt nog eens per week.
oordeel ja deels: De zorgen zijn klein geworden. Een overleg met alle ketens is hiervoor zwaar.
besluit: Terug naar de bemoeizorgtafel; nog één keer toetsen in dit kernteam -- Past bij de omvang van wat er nog
  speelt.

# moestuin
feit Meldpunt Zorg: Betrokkene woont zonder stroom in een schuur op het volkstuinencomplex en weigert iedere hulp.
feit Burgemeester: Permanent wonen op het complex is niet toegestaan; de vereniging vraagt om handhaving.
mening Politie: Hij doet niemand kwaad, maar er is risico op brand door het stoken.
oordeel ? ja: Brandgevaar weegt zwaar. Handhaven zonder alternatief leidt tot zwerven.
besluit: Handhaving acht weken opschorten en een alternatief bieden -- Ruimte voor een vrijwillige oplossing. --
  Burgemeester had liever een termijn van vier weken.
actie Burgemeester +2: brief over de termijn opstellen in begrijpelijke taal
actie Meldpunt Zorg +2: contact leggen via de beheerder van het complex

feit Meldpunt Zorg: Via de beheerder is er contact. Betrokkene is timmerman geweest en mist zijn werkplaats.
feit Burgemeester: De brief is samen met de beheerder aan hem voorgelezen.
oordeel deels ja: Er is een opening. De werkplaats is de sleutel.
besluit: Zoeken naar een kamer met gebruik van een werkplaats -- Sluit aan bij wat hij zelf belangrijk vindt.
actie Opvang +4: kamer zoeken in het woonwerkproject
actie Meldpunt Zorg +1: rookmelder en veilige kachel brengen

feit Opvang: In het woonwerkproject komt een kamer vrij; hij is twee keer wezen kijken.
feit Meldpunt Zorg: De rookmelder hangt en de open stookplaats is weg.
mening Meldpunt Zorg: Hij zal verhuizen als hij zijn gereedschap mee mag nemen.
oordeel ja ja: Een vrijwillige oplossing is dichtbij.
besluit Burgemeester: Termijn met vier weken verlengen -- Verhuizing op vrijwillige basis voorkomt ontruiming.
"""
