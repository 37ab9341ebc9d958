"""Stories about coming home from detention (nazorg na detentie)."""

from typing import Final

STORIES: Final = """
# poort
feit DJI: De jongere komt over drie weken vrij; identiteitsbewijs en zorgverzekering zijn geregeld.
feit Nabij: Hij kan bij zijn oma terecht, zij is 78 en wil dit graag.
mening Reclassering: Hij wil het anders doen, maar kent buiten alleen de oude vrienden.
oordeel ? ja: De basis is goed voorbereid. De eerste weken buiten zijn bepalend.
besluit: PAD-coach haalt hem op bij de poort en maakt een weekplan -- Een goed begin voorkomt terugval.
actie Nabij +2: weekplan maken tijdens een bezoek in de inrichting
actie Gemeente +2: uitkering laten ingaan op de dag van vrijlating

feit Nabij: Hij is opgehaald en woont bij oma. Het weekplan is grotendeels gevolgd.
feit Reclassering: Het toezicht loopt; hij was één keer te laat.
feit Politie: Hij is twee keer gezien op zijn oude plek, zonder incidenten.
oordeel ja ja: De start is goed. De oude plek trekt.
besluit: Werk met voorrang, het liefst vroeg op de dag -- Vroeg op betekent vroeg naar huis.
actie Nabij +4: sollicitatie bij het distributiecentrum begeleiden
actie Schuldhulp +4: oude boetes in kaart brengen

feit Nabij: Hij werkt vijf ochtenden per week in het distributiecentrum.
feit Schuldhulp: Er staan vier oude boetes open, samen 1.900 euro; een regeling is mogelijk.
mening Reclassering: Zijn oma is zijn grootste steun, en wordt moe.
oordeel ja ja: Werk en wonen geven houvast. Oma mag niet overbelast raken.
besluit: Eigen kamer zoeken met oma als achterwacht -- Voorkomt dat het thuis vastloopt.
actie Schuldhulp +19d: betalingsregeling voor de boetes rond maken

# enkelband
feit Jeugdreclassering: Schorsing uit voorlopige hechtenis met enkelband; Straatkracht is vanaf dag één betrokken.
feit OM: De voorwaarden zijn een avondklok, een contactverbod en dagbesteding.
mening Nabij: Ouders zijn opgelucht en streng; dat botst soms.
oordeel ? ja: Duidelijk kader. De kans van slagen hangt af van de dagbesteding.
besluit: Dagbesteding binnen een week regelen -- Voorwaarde van de rechter.
actie Jeugdreclassering +1: dagbesteding starten bij de fietsfabriek
actie Nabij +2: ouders steunen bij het omgaan met de avondklok

feit Jeugdreclassering: Eén waarschuwing voor twintig minuten te laat binnen; verder alles nagekomen.
feit Politie: Het contactverbod is niet overtreden.
mening Jeugdreclassering: Hij ervaart de band ook als bescherming: hij heeft nu een reden om nee te zeggen.
oordeel ja ja: Het kader werkt. De waarschuwing was terecht en is goed opgepakt.
besluit: Oefenen met vrijheid binnen de voorwaarden -- Voorbereiden op de tijd zonder band.
actie Jeugdreclassering +4: verzoek om een ruimere avondklok voorbereiden

feit Jeugdreclassering: De rechter heeft de avondklok verruimd naar tien uur.
feit Leerplicht: Hij haalt bij de fietsfabriek een certificaat en heeft zich aangemeld voor een avondopleiding.
oordeel ja ja: Stap voor stap meer vrijheid gaat goed.
besluit: Avondopleiding opnemen in het plan -- Toekomstperspectief.
actie Leerplicht +2 later 1: vergoeding van het lesgeld aanvragen bij het Doorstroompunt

feit Jeugdreclassering: De enkelband is verwijderd. De eerste week was spannend, maar rustig.
feit Politie: Geen registraties.
mening Nabij: Ouders geven hem meer ruimte en hij neemt die goed.
oordeel ja ja: Het traject verloopt beter dan gehoopt.
besluit: Straatkracht nog drie maanden voortzetten in lagere frequentie -- Steun afbouwen, niet afbreken.
actie Jeugdreclassering +2: afbouwschema bespreken met jongere en ouders

# sleutelbos
feit DJI: Betrokkene komt over zes weken vrij na veertien maanden; hij heeft geen woonruimte.
feit Forensische zorg: De behandeling tijdens detentie is afgerond; poliklinische nazorg wordt geadviseerd.
mening Politie: Het slachtoffer woont in de wijk en is bang voor een ontmoeting.
oordeel ? ja: Veiligheid van het slachtoffer en een stabiele terugkeer vragen om één plan.
besluit: Woonruimte zoeken buiten de wijk van het slachtoffer -- Beschermt beiden.
actie Reclassering +2: locatieverbod laten opnemen in de voorwaarden
actie Opvang +4: plek zoeken in een begeleide woonvorm

feit Reclassering: Het locatieverbod is opgenomen; betrokkene begrijpt waarom.
feit Opvang: Er is een plek in een begeleide woonvorm in het Havenkwartier.
feit OM: Het slachtoffer is geïnformeerd over de datum en de voorwaarden.
oordeel ja ja: De voorbereiding is op tijd rond.
besluit: Op de dag van vrijlating een driegesprek met reclassering en begeleider -- Iedereen hoort dezelfde afspraken.
actie Reclassering +4: driegesprek voeren op de dag van vrijlating

feit Reclassering: Het driegesprek is gevoerd. Betrokkene meldt zich trouw.
feit Forensische zorg: De poliklinische behandeling is gestart; twee van de twee afspraken nagekomen.
feit Politie: Het locatieverbod is niet overtreden. Het slachtoffer is gebeld en voelt zich gehoord.
oordeel ja ja: Een goede start. Werk ontbreekt nog en verveling is een risico.
besluit: Werkervaringsplek zoeken die past bij zijn detentieopleiding tot lasser -- Gebruiken wat hij heeft geleerd.
actie Nabij +4: werkervaringsplek bij een lasbedrijf regelen

feit Nabij: Hij is begonnen bij een lasbedrijf; de baas kent zijn verleden en waardeert zijn inzet.
feit Reclassering: De meldplicht gaat van wekelijks naar eens per twee weken.
oordeel ja ja: Wonen, werk en behandeling zijn op orde.
besluit: Nog twee keer bespreken en dan overdragen aan Reclassering -- Het plan loopt binnen één keten.
"""
