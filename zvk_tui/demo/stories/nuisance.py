"""Stories about nuisance in the neighbourhood (overlast in de wijk)."""

from typing import Final

STORIES: Final = """
# speeltuin
feit Politie: In drie weken zes meldingen van overlast bij de speeltuin aan het Molenpad; de jongere is vier keer
  aangesproken.
feit Jongerenwerk: De jongere komt twee avonden per week in Loods 9 en houdt zich daar aan de afspraken.
mening Nabij: De jongere zoekt vooral aansluiting bij oudere jongens; ouders weten niet waar hij 's avonds is.
oordeel ? ja: Eerste bespreking in deze samenstelling. De overlast hangt samen met de groep; alleen optreden tegen de
  jongere lost het niet op.
besluit: PAD-coach koppelen en ouders vanaf het begin bij het plan betrekken -- De jongere is goed bereikbaar en
  ouders willen meewerken.
actie Nabij +2: kennismakingsgesprek voeren met jongere en ouders
actie Politie +2: overlastmomenten en samenstelling van de groep in beeld brengen

feit Politie: De overlast is verplaatst naar de parkeergarage bij De Brink: twee registraties, geen strafbare feiten.
feit Nabij: De kennismaking met jongere en moeder verliep goed. De jongere wil werken en heeft een cv gemaakt.
horen Jongerenwerk: Andere bezoekers zeggen dat de jongere vaker geld op zak heeft; waar het vandaan komt is niet
  bekend.
oordeel deels ja: Het contact is gelegd en het beeld is scherper. De overlast is verschoven, niet gestopt.
besluit Burgemeester: Waarschuwingsbrief aan jongere en ouders, uit te reiken bij een huisbezoek -- Een grens stellen
  voordat een gebiedsverbod in beeld komt.
actie Burgemeester +1 later 1: waarschuwingsbrief opstellen en aan ouders toelichten
actie Nabij +4: met de jongere een bijbaan zoeken

feit Politie: Eén registratie in vier weken. De jongere liep zelf weg toen de groep werd aangesproken.
feit Nabij: De jongere heeft een bijbaan bij een bouwmarkt, twaalf uur per week.
mening Jongerenwerk: Zijn rol in de groep wordt kleiner; hij zegt vaker nee.
oordeel ja ja: De duidelijke grens en de bijbaan werken allebei. Voor afschalen is het nog te vroeg.
besluit: Plan voortzetten zonder nieuwe maatregelen -- De ingezette lijn werkt.
actie Jongerenwerk +2 vervallen: jongere vragen als vrijwilliger bij het zaalvoetbal

feit Politie: Geen nieuwe registraties sinds het vorige overleg.
feit Nabij: De werkgever is tevreden en wil de uren uitbreiden. Moeder ziet meer rust thuis.
mening Politie: De jongere groet de wijkagent weer; dat was een half jaar geleden anders.
oordeel ja ja: Het doel komt in zicht. De komende weken zijn de toets; daarna kan de inzet omlaag.
besluit: Toewerken naar afschalen over drie maanden -- Werk, vrijetijdsbesteding en toezicht door ouders zijn op orde.
actie Nabij +4: afbouwplan opstellen met jongere en ouders
notitie: Vraag de volgende keer wie na afschalen het vaste aanspreekpunt blijft.

# brommer
feit Politie: Drie registraties voor rijden zonder rijbewijs in het Rietkwartier; de bromfiets is in beslag genomen.
feit Leerplicht: Geen verzuim gemeld; de mentor noemt de jongere druk maar aanspreekbaar.
mening Nabij: Vader keurt het gedrag af, maar vindt het moeilijk om grenzen vast te houden.
oordeel ? ja: Het gedrag is hinderlijk en gevaarlijk voor de jongere zelf. School is een sterke beschermende factor.
besluit: Preventieve Halt-interventie en opvoedondersteuning aanbieden -- Vroeg en licht ingrijpen past bij de
  leeftijd.
actie Halt +4: intakegesprek plannen met jongere en ouders
actie Nabij +4: vader uitnodigen voor opvoedondersteuning

feit Halt: Intake geweest. De jongere heeft spijt en werkt mee; de leeropdracht gaat over verkeersveiligheid.
feit Nabij: Vader heeft twee gesprekken gehad en vindt de tips bruikbaar.
feit Politie: Eén nieuwe melding van hard rijden met een geleende scooter; bestuurder niet vastgesteld.
oordeel deels ja: De interventie loopt. De melding is onzeker en wordt niet aan de jongere toegerekend.
besluit: Halt-traject laten afronden en daarna opnieuw wegen -- Eerst het effect zien.
actie Halt +4: traject afronden en terugkoppelen aan het kernteam
actie Politie +2 niet: wijkagent laat zich zien op de vaste rijroute

feit Halt: Het traject is positief afgerond; de jongere heeft de excuusbrief zelf afgegeven.
feit Politie: Geen registraties in de afgelopen acht weken.
mening Nabij: Vader is steviger geworden. De jongere sleutelt nu op zaterdag bij een fietsenmaker.
oordeel ja deels: Het doel is bijna bereikt. Langer op de lijst staan voegt weinig toe.
besluit: Afschalen: Nabij houdt nog drie maanden contact, daarna afsluiten -- Geen overlast meer en steun thuis is
  geregeld.

# fietsenstalling
feit Politie: De jongere is vier keer gezien bij vernielingen aan fietsen bij het station, één keer aangehouden.
feit Leerplicht: In drie maanden achttien keer te laat en twee keer geschorst.
mening Politie: De jongere loopt mee met oudere jongens en krijgt van hen opdrachtjes.
oordeel ? ja: Aan de criteria is voldaan: registraties, zorgen op school en thuis, en de gewone inzet is niet genoeg.
besluit: Opnemen in de PAD -- Jonge leeftijd en snelle toename van incidenten.
besluit: Notificatiebrief in een gesprek uitreiken aan jongere en ouders -- Uitleg in een gesprek vergroot de kans op
  medewerking.
actie Gemeente +1: notificatiebrief uitreiken samen met de PAD-coach
actie Nabij +2: PAD-coach koppelen en eerste gesprek voeren

feit Nabij: De notificatiebrief is besproken. Moeder is opgelucht dat er één vast aanspreekpunt komt.
feit Leerplicht: De school heeft een mentor vrijgemaakt; in twee weken één keer te laat.
feit Politie: Eén registratie: de jongere was aanwezig bij een vernieling, maar niet actief betrokken.
oordeel deels ja: Goed begin. Het weghalen bij de oudere jongens is de kern van het plan.
besluit: Plan van aanpak vastgesteld met school, thuis en vrije tijd als drie lijnen -- Iedere lijn heeft één trekker.
actie Jongerenwerk +5: jongere met een maatje laten meedoen aan de techniekclub

# trapveld
feit Politie: De overlast op het trapveld is gehalveerd; de jongere is één keer aangesproken en bood excuses aan.
feit Nabij: Het gezin heeft een woning toegewezen gekregen in Rietmonde en verhuist binnen twee maanden.
oordeel ja ja: De aanpak werkt. De verhuizing vraagt om een warme overdracht, niet om nieuwe inzet.
besluit: Overdracht aan de gemeente Rietmonde voorbereiden -- De ondersteuning moet doorlopen na de verhuizing.
actie Gemeente +4: contact leggen met Rietmonde over de overdracht
actie Nabij +4: afrondend gesprek voeren met jongere en moeder

feit Nabij: Het gezin is verhuisd. De jongere is begonnen op de nieuwe school.
feit Gemeente: Rietmonde heeft de overdracht bevestigd; het jongerenwerk daar legt zelf contact.
oordeel ja ja: Het doel is bereikt en de overdracht is rond.
besluit: Casus sluiten wegens verhuizing -- Overgedragen met instemming van jongere en moeder.
actie Gemeente +2: afsluitbrief sturen aan jongere en ouders

# veerplein
feit Politie: In vier weken 31 meldingen over de groep op het plein: geschreeuw, drankgebruik en wildplassen.
feit Verslavingszorg: Van de twaalf vaste bezoekers zijn er zeven bij ons bekend, vijf zijn in zorg.
mening Opvang: De groep groeit omdat de dagopening pas om elf uur begint.
oordeel ? ja: De overlast is ernstig en plaatsgebonden. Een verbod zonder alternatief verplaatst het probleem.
besluit: Groepsaanpak starten met twee sporen: toezicht op het plein en een warm alternatief overdag -- Straf en zorg
  moeten elkaar aanvullen.
actie Opvang +4: vervroegde dagopening uitwerken, met kosten
actie Politie +4: vaste surveillancemomenten afspreken met de boa's

feit Politie: Het aantal meldingen is gedaald naar negentien. De overlast begint nu later op de dag.
feit Opvang: De proef met openen om negen uur trekt dagelijks acht mensen van het plein.
horen Welzijn: Bewoners aan de overkant zeggen dat er op zondag wordt gehandeld vanuit een auto.
oordeel deels ja: De dagopening werkt. Het signaal over handel is onbevestigd en hoort bij de politie.
besluit: Proef met de dagopening drie maanden verlengen -- Duidelijke daling van het aantal meldingen.
besluit Burgemeester: Alcoholverbod op het plein voorbereiden -- De avondoverlast vraagt om een grens. --
  Verslavingszorg vreest dat drinkers uit beeld raken.
actie Politie +4: signaal over handel op zondag onderzoeken
actie Burgemeester +4: concept-aanwijzingsbesluit alcoholverbod voorleggen

feit Burgemeester: Het alcoholverbod is vastgesteld en de borden zijn geplaatst.
feit Politie: Vijf bekeuringen in de eerste week, daarna één. Het signaal over handel is niet bevestigd.
feit Verslavingszorg: Twee vaste bezoekers zijn na een gesprek op het plein aan een behandeling begonnen.
oordeel ja ja: De gecombineerde aanpak werkt. Drie personen veroorzaken nu nog het grootste deel van de overlast.
besluit: De drie personen individueel bespreken en de groepsaanpak verder licht houden -- Maatwerk is nu effectiever
  dan groepsmaatregelen.
actie Gemeente +3: met de drie personen een gesprek over hun plan voorbereiden

feit Politie: Elf meldingen in vier weken, vrijwel allemaal na acht uur 's avonds.
mening Opvang: Een kleine kern blijft buiten en wil nog geen bed.
oordeel deels ja: De dalende lijn zet door. De kern vraagt om vasthoudend contact.
besluit: Het veldwerk gaat de komende drie maanden twee avonden per week langs -- Vast contact voorkomt terugval.
"""
