"""What the plans of the demo say, by the kind of case; everything in it is invented.

A theme begins with `# name: stories of its cases`. A goal is `life domain | goal | measure | level at the start | level
to reach`; a line with `>` is what a partner tells between meetings: `> kind category Partner: text`; `*` is how a
contact with the police is noted.
"""

from typing import Final

THEMES: Final = """
# school: rooster stageplek praktijkschool brugklas schoolbus tweeling
work_education | Elke schooldag op school of op stage | minder dan vier uur verzuim per maand | 2 | 4
mental_health | Passende hulp is gestart en wordt volgehouden | intake gedaan en vier gesprekken gevoerd | 2 | 3
social_network | Omgaan met leeftijdgenoten die naar school gaan | twee vaste activiteiten per week | 3 | 4
> fact guidance Leerplicht: De mentor heeft de ouders gebeld over de aanwezigheid van de afgelopen twee weken.
> hearsay guidance Nabij: Thuis wordt verteld dat het vertrek in de ochtend minder strijd kost dan eerst.
* rondhangen onder schooltijd
* melding van de school over een vechtpartij

# nuisance: speeltuin brommer fietsenstalling trapveld veerplein portaal
justice | Geen overlast en geen nieuwe feiten | een half jaar niet negatief in beeld bij de politie | 2 | 4
daytime | Een vaste bezigheid op doordeweekse middagen en avonden | drie vaste activiteiten per week | 2 | 4
domestic_relations | Thuis gelden afspraken die iedereen volhoudt | vier weken zonder ruzie waar hulp bij komt | 3 | 4
> fact police Politie: De wijkagent heeft een rustig gesprek op straat gevoerd over de afspraken in het plan.
> opinion guidance Jongerenwerk: De sfeer in de groep is losser; er wordt vaker meegedaan dan toegekeken.
* overlast op het plein
* vernieling van straatmeubilair
* aangesproken in een groep

# rivalry: kade busstation muziekstudio pleinvoetbal uitstap steiger
justice | Losgekomen van het netwerk en geen nieuwe feiten | een half jaar niet negatief in beeld bij de politie | 1 | 4
social_network | Tijd doorbrengen met mensen buiten het netwerk | wekelijks contact met twee steunfiguren | 2 | 4
work_education | Een opleiding of baan die past | drie maanden aanwezig zonder waarschuwing | 2 | 4
> fact police Politie: Bij twee controles in het gebied is hij niet aangetroffen.
> hearsay relations Jongerenwerk: Leeftijdgenoten zeggen dat hij een uitnodiging van de groep heeft afgeslagen.
* betrokken bij een confrontatie tussen groepen
* controle in het veiligheidsgebied
* aangetroffen bij een bedreigende groep

# online: groepsapp videoclip geldezel
participation | Veilig en eerlijk online | twee maanden geen nieuwe meldingen over berichten of rekeningen | 2 | 4
social_network | Het conflict is uitgesproken en hersteld | herstelgesprek gevoerd en zes weken rust | 2 | 4
> fact guidance Nabij: De telefoonafspraken zijn samen met een ouder opnieuw doorgenomen.
* aangifte over berichten in een groepsapp
* verhoord over het gebruik van een bankrekening

# debts: postvak aanmaning spaarplan beslag draaideur poststuk
finances | Schulden in beeld en in een regeling | alle schuldeisers in één regeling, geen nieuwe schulden | 1 | 4
housing | De woning blijft behouden | geen huurachterstand na drie maanden | 2 | 4
daytime | Inkomen uit werk of een uitkering die loopt | drie maanden een vast inkomen | 2 | 4
> fact financial Schuldhulp: De voorlaatste schuldeiser heeft met de regeling ingestemd.
> opinion income Schuldhulp: Het budget is krap maar haalbaar als de toeslagen blijven lopen.
* winkeldiefstal van levensmiddelen
* ruzie met een schuldeiser aan de deur

# addiction: ochtendritme lachspiegel portiek kelderbox trekpleister
substance_use | Gebruik onder controle en behandeling volgehouden | acht afspraken op rij nagekomen | 1 | 3
daytime | Iets te doen op vijf ochtenden per week | aanwezigheid volgens de begeleider | 2 | 4
physical_health | Lichamelijke klachten worden behandeld | huisarts bezocht en medicatie op orde | 2 | 3
> fact indicated_care Verslavingszorg: De afspraken van deze maand zijn op één na nagekomen.
> opinion guidance Verslavingszorg: De motivatie is broos; een vaste ochtend helpt meer dan een extra gesprek.
* gebruik en overlast in een portiek
* aangetroffen onder invloed

# aftercare: poort enkelband sleutelbos sloot rolluik
justice | Het toezicht wordt afgerond zonder nieuwe feiten | alle voorwaarden nageleefd tot het einde | 2 | 4
housing | Een eigen plek om te wonen | huurcontract of woonplek met begeleiding | 1 | 4
work_education | Werk of opleiding binnen drie maanden | contract of inschrijving | 2 | 4
> fact supervision Reclassering: Alle meldafspraken van deze periode zijn nagekomen.
> fact housing Opvang: De plek kan na de proefperiode worden omgezet in een eigen huurcontract.
* overtreding van een voorwaarde
* controle op een verboden adres

# avoidance: gordijn moestuin huisdier caravan kringloop hofje pension
basic_adl | De woning is schoon en veilig | drie controles op rij zonder gevaar | 1 | 3
mental_health | Zorg wordt toegelaten | elke week de deur open voor een vaste hulpverlener | 2 | 3
social_network | Er is weer contact met iemand die helpt | maandelijks contact met familie of een vrijwilliger | 1 | 3
> fact guidance Meldpunt Zorg: De deur is twee weken achter elkaar opengegaan; er is koffie gedronken.
> hearsay housing Welzijn: Een buurvrouw vertelt dat de gordijnen overdag weer open zijn.
* zorgmelding na een oproep van buren
* aangetroffen in verwarde toestand

# confusion: balkon nachtdienst perron achterom spoedbed buitendeur
mental_health | In behandeling bij één vaste behandelaar | drie maanden medicatie en afspraken volgehouden | 1 | 3
justice | Geen meldingen van onbegrepen gedrag | twee maanden geen inzet van politie of ambulance | 2 | 4
daytime | Overdag een bezigheid die rust geeft | twee dagdelen per week | 2 | 4
> opinion health GGZ: De vaste behandelaar ziet dat afspraken beter lukken als ze kort zijn.
> fact police Politie: Eén melding deze maand; een telefoontje van de casemanager was genoeg.
* verward gedrag op straat
* oproep zonder noodzaak
* zorgmelding van omstanders

# home: trappenhuis thuiskomst zilverberk lindebloesem zolder zolderraam kraan
domestic_relations | Thuis is het veilig voor iedereen | twee maanden geen nieuwe melding bij Veilig Thuis | 1 | 4
mental_health | Ouders en kinderen hebben de hulp die zij nodig hebben | hulp gestart voor wie dat wil | 2 | 4
finances | Geldzorgen zijn geen bron van ruzie meer | budgetplan besproken en gevolgd | 3 | 4
> fact relations Veilig Thuis: Het veiligheidsplan is met het hele gezin opnieuw doorgenomen.
> opinion guidance Jeugdhulp: De oudste neemt vaker het woord en dat helpt in de gesprekken.
* melding van ruzie in de woning
* zorgmelding over de kinderen

# homeless: bankslaper logeeradres sportpark nachtbus stoep
housing | Een vaste plek om te slapen en daarna te wonen | zes weken op dezelfde plek | 1 | 4
finances | Inkomen en een briefadres op orde | uitkering loopt en post wordt gelezen | 2 | 4
participation | Weer meedoen in de buurt of op het werk | twee dagdelen per week een bezigheid | 2 | 3
> fact housing Opvang: De plek in de opvang is met zes weken verlengd.
> fact income Nabij: De aanvraag voor een uitkering is compleet ingediend.
* slapen in een afgesloten gebouw
* overlast in de nachtbus

# neighbours: onderbuur geluid galerij loket schutting waterketel
domestic_relations | De buren kunnen zonder ruzie naast elkaar wonen | drie maanden geen nieuwe meldingen | 2 | 4
mental_health | Hulp bij wat de onrust veroorzaakt | vijf gesprekken gevoerd | 2 | 3
housing | De woning is geschikt en de huur is betaald | geen klachten bij de corporatie | 3 | 4
> fact housing Woningcorp. De Vaart: Bij een bezoek aan het trappenhuis waren er geen klachten van buren.
> hearsay relations Welzijn: De bovenbuur zegt dat er weer wordt gegroet.
* geluidsoverlast in de avond
* burenruzie op de galerij
"""
"""The themes, each with the cases that it is about."""

REASONS: Final = (
    "De eerste doelen vragen een vervolg.",
    "Nieuwe informatie van de partners maakt dit nodig.",
    "De situatie thuis is veranderd.",
    "Het doel bleek te groot; de stap is kleiner gemaakt.",
)
"""Why a plan was changed."""

DOUBTS: Final = (
    ("wrong", "Het gaat om iemand anders met dezelfde achternaam; de bron heeft dit hersteld."),
    ("disputed", "Betrokkene weerspreekt dit; de bron kijkt het na."),
)
"""Why a statement was doubted."""

CONSENT: Final = "Met toestemming van betrokkene, alleen voor het kernteam."
"""The ground on which health data were given (Wgs art. 2.29(2))."""
