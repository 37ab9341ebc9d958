"""Stories about nuisance around a home (woonoverlast)."""

from typing import Final

STORIES: Final = """
# onderbuur
feit Woningcorp. De Vaart: Tweeëntwintig klachten in drie maanden over lawaai en geschreeuw vanuit de woning.
feit Politie: Zeven keer ter plaatse; betrokkene was steeds onder invloed en verdrietig.
mening Nabij: Sinds het overlijden van haar man is zij het kwijt.
oordeel ? ja: De overlast is ernstig en komt voort uit rouw en alcohol. Beide verdienen aandacht.
besluit: Laatste waarschuwing van de corporatie gelijk met een aanbod van hulp -- Grens en hulp horen bij elkaar.
actie Woningcorp. De Vaart +2: waarschuwingsgesprek voeren samen met Nabij
actie Verslavingszorg +4: outreachend een intake aanbieden

feit Woningcorp. De Vaart: Het gesprek is gevoerd; betrokkene huilde en nam de folder van Nabij aan.
feit Verslavingszorg: Bij het tweede bezoek aan huis heeft zij een intake gehad.
feit Politie: Drie meldingen in vier weken.
oordeel deels ja: De toenadering is er. De overlast daalt.
besluit: Nog geen gedragsaanwijzing; over acht weken opnieuw wegen -- De ingezette hulp krijgt een kans. --
  Woningcorp. De Vaart had de procedure nu willen starten.
actie Welzijn +4: rouwgroep en maatje aanbieden
notitie: De corporatie voelde zich niet gehoord. Volgende keer als eerste het woord geven.

feit Verslavingszorg: Zij drinkt nog in het weekend, doordeweeks niet meer.
feit Welzijn: Zij gaat naar de rouwgroep en heeft een maatje.
feit Woningcorp. De Vaart: Vijf klachten in acht weken, alle in het weekend.
oordeel ja ja: Grote verbetering. Een gesprek met de buren kan de laatste spanning wegnemen.
besluit: Buurtbemiddeling inzetten -- De buren moeten weer verder met elkaar.
actie Welzijn +4 later 1: bemiddelingsgesprek organiseren met de twee naaste buren

feit Welzijn: Eén van de buren wil nog niet in gesprek; het andere gesprek was hartelijk.
feit Politie: Eén melding in vier weken.
oordeel ja ja: De lijn is goed. Bemiddeling laat zich niet dwingen.
besluit: Bemiddeling open houden en de druk eraf halen -- De overlast is nagenoeg voorbij.

# geluid
feit Woningcorp. Veenhaven: Betrokkene heeft de radio dag en nacht luid aan; veertien klachten van zes huishoudens.
feit Huisartsen: Met toestemming van betrokkene gedeeld: hij is zeer slechthorend en vergeetachtig.
mening Politie: Hij is vriendelijk en vergeet gewoon wat er is afgesproken.
oordeel ? ja: Dit is geen onwil. Praktische hulp is nodig, geen sanctie.
besluit: Hoortoestel en koptelefoon met voorrang, en geheugenonderzoek aanbieden -- Neemt de oorzaak weg.
actie Huisartsen +2: verwijzing voor gehoor- en geheugenonderzoek regelen
actie Nabij +2: draadloze koptelefoon aanschaffen en samen oefenen

feit Nabij: De koptelefoon werkt overdag goed; 's nachts vergeet hij hem.
feit Huisartsen: Het geheugenonderzoek is geweest; er is sprake van beginnende dementie.
feit Woningcorp. Veenhaven: Vier klachten, alleen 's nachts.
oordeel ja ja: De oplossing werkt voor een groot deel. De toekomst vraagt om een zorgplan.
besluit: Casemanager dementie aanvragen; tijdschakelaar op de radio -- Klein middel voor de nacht, zorg voor de lange
  duur.
actie Huisartsen +4: casemanager dementie aanvragen
actie Nabij +1: tijdschakelaar plaatsen met instemming van zijn dochter

feit Nabij: De tijdschakelaar werkt; de dochter komt twee keer per week.
feit Woningcorp. Veenhaven: Geen klachten meer in acht weken.
oordeel ja nee: De overlast is opgelost en de zorg is geregeld. Bespreking hier is niet langer nodig.
besluit: Van de lijst; de casemanager dementie is het aanspreekpunt -- Het doel is bereikt.
actie Gemeente +2: dochter en casemanager laten weten dat de bespreking stopt

# galerij
feit Woningcorp. De Vaart: Betrokkene beschuldigt alle buren van de galerij en plakt brieven op deuren; drie gezinnen
  willen verhuizen.
feit Politie: Elf aangiften van betrokkene tegen buren en twee aangiften van buren tegen haar.
mening GGZ: Op afstand is er niets over te zeggen; een gesprek in haar eigen woning is nodig.
oordeel ? ja: Het conflict zit vast en kan escaleren. Er is nog geen beeld van wat erachter zit.
besluit: Eén onafhankelijke gesprekspartner voor betrokkene en één voor de buren -- Iedereen moet gehoord worden.
besluit: Alle meldingen via één contactpersoon bij de politie -- Voorkomt dat elke melding op zichzelf wordt
  behandeld.
actie Meldpunt Zorg +2: kennismaken met betrokkene in haar woning
actie Welzijn +2: gesprekken voeren met de buren van de galerij

feit Meldpunt Zorg: Twee gesprekken gevoerd; betrokkene slaapt slecht en voelt zich al jaren niet gehoord.
feit Welzijn: De buren willen rust en zijn bereid om klachten te bundelen.
feit Politie: Twee meldingen via de vaste contactpersoon, geen nieuwe aangiften.
oordeel ja ja: De ergste spanning is eraf. Het beeld wijst op overbelasting, niet op opzet.
besluit: Vier weken geen nieuwe stappen; wel onderzoek naar geluidsisolatie -- Mogelijk is een deel van de klachten
  terecht.
actie Woningcorp. De Vaart +5: geluidsmeting laten doen in drie woningen
"""
