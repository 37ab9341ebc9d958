"""The people of the demo and their cases, as one table; everybody in it is invented.

A case takes two lines. The first has: name of its story | phase, and track if any | when it is discussed | given
names | prefix | surname, or the name of a group | age in years | days since its registration | coordinating partner.
The second is its goal, or `-` while it has none.

"pad 1 3 > 9" is discussed at the first and third meeting of that series and planned for the ninth; `r` marks a
meeting at which it is a new registration, `s` one at which it was skipped, `m` one at which it was moved.
"-40 > 20" was last discussed forty days ago, outside the history, and is planned for twenty days from now.
"""

from typing import Final

PAD: Final = """
speeltuin | approach | pad 1 3 5 7 > 9 | Jesse | | Wilgenroos | 17 | 344 | Nabij
Jongere werkt of leert minstens vier dagen per week en veroorzaakt een half jaar lang geen overlast.
rooster | approach | pad 1 3 5 7 > 9 | Amira | | Benlouz | 15 | 231 | Leerplicht
Jongere volgt weer een volledig rooster en heeft passende hulp voor haar angst op school.
postvak | approach | pad 3 6 > 9 | Kevin | | Goudplevier | 22 | 612 | Nabij
Schulden zijn gestabiliseerd en het toezicht is zonder nieuwe feiten afgerond.
groepsapp | approach | pad 5r 7 > 9 | Lisa | | Zonnedauw | 14 | 66 | Nabij
Het conflict in de klas is hersteld en jongere gaat veilig met klasgenoten om, ook online.
kade | triage rival_youth | pad 7r > 9 | Milan | | Lisdodde | 16 | 37 | Nabij
Er ligt binnen vier weken een compleet beeld waarmee een besluit over opname kan worden genomen.
busstation | approach rival_youth | pad 2 4 6 8s | Sem | van | Rietzanger | 18 | 287 | Reclassering
Jongere rondt zijn werkstraf af, blijft weg bij de groep en draagt geen wapen.
bankslaper | approach | pad 1 4 6 8s | Jayden | | Watapana | 20 | 198 | Opvang
Jongere heeft een vaste woonplek en een inkomen waarvan hij kan rondkomen.
muziekstudio | approach straatkracht | pad 2 4 6 8 > 10 | Daan | | Boomklever | 17 | 401 | Jeugdreclassering
Jongere komt los van het netwerk en start een opleiding met steun van mensen die hij zelf kiest.
poort | approach | pad 1 4 7 > 10 | Emre | | Gülveren | 21 | 154 | Reclassering
Jongere heeft na detentie werk, een eigen kamer en geen nieuwe politiecontacten.
lachspiegel | monitoring | pad 1 4 | Finn | | Kievitsbloem | 19 | 490 | Jongerenwerk
Jongere gebruikt niet meer samen met minderjarigen en haalt zijn rijbewijs.
schoolbus | referred | - | Noah | | Tureluur | 13 | 6 | Leerplicht
-
trappenhuis | approach | pad 2 4 6 8 > 10 | Yara | | Zomertaling | 15 | 263 | Jeugdhulp
Thuis is het veilig en kunnen vader en dochter een conflict zelf tot rust brengen.
stageplek | approach | pad 2 5 8 > 10 | Mateusz | | Konwalski | 16 | 177 | Leerplicht
Jongere houdt een half jaar lang een stage vol die bij hem past.
aanmaning | approach | pad 2 5 8 > 11 | Sanne | | Klaverveld | 23 | 209 | Schuldhulp
Huisuitzetting is voorkomen, de schulden zijn geregeld en jongere is veilig in haar woning.
pleinvoetbal | monitoring rival_youth | pad 1 3 5 8 > 10 | Ryan | | Suryaland | 16 | 318 | Jongerenwerk
Jongere gebruikt zijn overwicht om conflicten te voorkomen en blijft zelf buiten geweld.
brommer | scaling_down | pad 3 6 8 > 10 | Bram | | Heidelibel | 14 | 243 | Nabij
Jongere rijdt niet meer zonder rijbewijs en vader stelt grenzen waar jongere zich aan houdt.
ochtendritme | approach | pad 2 4 7 > 10 | Isa | | Morgenrood | 18 | 296 | Verslavingszorg
Jongere is een half jaar stabiel in behandeling en heeft vijf ochtenden per week iets te doen.
enkelband | approach straatkracht | pad 1 3 5 7 > 11 | Luuk | | Sleedoorn | 19 | 188 | Jeugdreclassering
Jongere voldoet aan alle voorwaarden en heeft na afloop werk of een opleiding.
videoclip | approach rival_youth | pad 2 5 7 > 10 | Thijs | | Koningsvaren | 17 | 171 | Jongerenwerk
Jongere staat niet meer tussen de groepen en heeft een eigen podium gevonden.
thuiskomst | monitoring | pad 1 4 7 > 11 | Sara | | Ganzerik | 14 | 402 | Jeugdbescherming
Jongere woont veilig bij haar moeder en gaat elke dag naar school.
praktijkschool | scaling_down | pad 3 6 > 10 | Ilyas | El | Yasmini | 18 | 377 | Leerplicht
Jongere heeft werk met een praktijkverklaring en durft zelf zijn post af te handelen.
fietsenstalling | approach | pad 6r 8 > 10 | Tygo | | Brilduiker | 13 | 51 | Nabij
Jongere pleegt geen vernielingen meer en brengt zijn vrije tijd door met leeftijdgenoten.
logeeradres | approach | pad 3r 5 7 > 10 | Zofia | | Lipowa | 19 | 95 | Opvang
Jongere heeft een veilige eigen plek, werk en mensen op wie zij kan bouwen.
geldezel | approach | pad 2 6 > 10 | Deniz | | Papatyalı | 18 | 160 | Schuldhulp
De schade wordt afbetaald en jongere laat zijn rekening niet meer door anderen gebruiken.
uitstap | scaling_down rival_youth | pad 1 5 8 > 11 | Jordy | | Veenbes | 20 | 534 | Reclassering
Jongere is uit de groep gestapt en bouwt met zijn partner een veilig thuis op.
spaarplan | monitoring | pad 3 5m 6 > 10 | Melissa | | Kankantriehof | 24 | 705 | Schuldhulp
Jongere rondt haar schuldregeling af en bouwt een kleine reserve op.
brugklas | closed | pad 2 4 | Lars | | Engelwortel | 15 | 540 | Leerplicht
Jongere gaat elke dag naar school en is een half jaar niet in beeld bij de politie.
trapveld | closed | pad 1 4 | Quinten | | Zandoogje | 16 | 421 | Nabij
Jongere veroorzaakt geen overlast meer en heeft een club waar hij zich thuis voelt.
portaal | closed | -160 | Romy | | Fuutwater | 18 | 690 | Nabij
Jongere heeft een zinvolle dagbesteding en geen contact meer met de oude vriendengroep.
steiger | closed | -205 | Anass | Ait | Warda | 20 | 820 | Reclassering
Jongere rondt zijn toezicht af en houdt zijn baan in de bouw.
zolder | closed | -133 | Floor | van | Appelvink | 17 | 455 | Jeugdhulp
Jongere en moeder lossen ruzies op zonder dat de politie nodig is.
draaideur | closed | -251 | Giovanni | | Kibrahof | 23 | 1010 | Schuldhulp
Schulden zijn gesaneerd en jongere heeft een half jaar geen nieuwe feiten gepleegd.
"""

ALL_AGES: Final = """
balkon | approach | top 1 2 3 4 5 > 6 | Hendrik | | Duizendblad | 46 | 190 | GGZ
Betrokkene is in behandeling, de buren voelen zich veilig en hij kan in zijn woning blijven.
portiek | approach | top 1 2 3 4 5 > 6 | Ferry | | Zeekraal | 38 | 275 | Verslavingszorg
Betrokkene slaapt binnen, is stabiel op medicatie en veroorzaakt geen overlast in portieken.
onderbuur | approach | top 1 2 4 5 > 6 | Ria | | Nachtegaele | 55 | 214 | Nabij
De overlast is voorbij en betrokkene heeft steun bij haar verlies.
sportpark | approach | top 1 3 4 5 > 6 | Danny | | Bosrank | 33 | 165 | Opvang
Betrokkene woont met zijn hond op een vaste plek en heeft werk dat bij hem past.
gordijn | approach | top 1 2 3 5 > 6 | Gerda | | Waterdrieblad | 67 | 246 | Meldpunt Zorg
Betrokkene woont schoon en veilig en laat de zorg toe die zij nodig heeft.
nachtdienst | approach | top 1 2 3 4 5 > 6 | Selma | | Denizhan | 29 | 301 | GGZ
Betrokkene belt alleen bij nood het alarmnummer en heeft overdag een bezigheid die zij waardeert.
zilverberk | approach | top 1 2 3 5 > 6 | | | Familie Zilverberk | 0 | 228 | Nabij
Het huishouden komt tot rust, moeder wordt ontlast en de buren ervaren geen overlast meer.
sleutelbos | approach | top 2 3 4 5 > 6 | Marlon | | Flambois | 35 | 142 | Reclassering
Betrokkene keert veilig terug, het slachtoffer wordt beschermd en hij heeft wonen, werk en behandeling.
geluid | monitoring | top 1 2 4 > 6 | Cor | | Havikskruid | 71 | 157 | Huisartsen
De geluidsoverlast is voorbij en betrokkene krijgt passende zorg.
veerplein | approach | top 1 3 4 5 > 6 | | | Veerpleingroep | 0 | 333 | Opvang
Het aantal meldingen op het plein is gehalveerd en iedere vaste bezoeker heeft een aanbod van zorg.
moestuin | approach | top 3 4 5 > 6 | Piotr | | Wierzbowy | 52 | 101 | Meldpunt Zorg
Betrokkene woont vrijwillig op een veilige plek waar hij zijn vak kan uitoefenen.
beslag | scaling_down | top 1 2 3 > 7 | Chantal | | Veldwesp | 41 | 260 | Schuldhulp
Betrokkene heeft een inkomen waarvan zij kan rondkomen en pleegt geen winkeldiefstallen meer.
perron | scaled_up | top 2 4 > 7 | Rachid | | Benzaytoun | 27 | 130 | GGZ
Betrokkene is veilig, heeft één behandelaar en komt niet meer op het spoor.
galerij | approach | top 4 5 > 6 | Angela | | Wulpenveld | 36 | 73 | Meldpunt Zorg
De spanning op de galerij is weg en alle bewoners kunnen er prettig wonen.
lindebloesem | approach | proc 1 2 > 3 | | | Familie Lindebloesem | 0 | 118 | Veilig Thuis
De kinderen groeien veilig op en ouders lossen spanningen op volgens hun eigen veiligheidsplan.
pension | referred | - | Wim | | Kraanvogel | 58 | 9 | Meldpunt Zorg
-
caravan | triage | -12 > 15 | Joyce | | Lindelief | 44 | 31 | Meldpunt Zorg
Binnen zes weken is duidelijk welke keten de leiding neemt en wat betrokkene zelf wil.
achterom | approach | -26 > 16 | Mehmet | | Akçayır | 49 | 390 | GGZ
Betrokkene blijft in behandeling en heeft vier dagen per week dagbesteding.
kelderbox | approach | -19 > 23 | Petra | | Vuurlibel | 39 | 280 | Verslavingszorg
Betrokkene gebruikt niet meer in de kelderboxen en heeft een plek in de medicatie-unit.
huisdier | monitoring | -41 > 22 | Truus | | Meerkoetse | 74 | 510 | Meldpunt Zorg
Betrokkene houdt niet meer dieren dan zij kan verzorgen en de woning blijft schoon.
tweeling | approach | -23 > 19 | | | Familie Bladgoud | 0 | 345 | Jeugdbescherming
De beide zoons gaan naar school en ouders krijgen steun bij het stellen van grenzen.
loket | approach | -33 > 18 | Arjan | | Zwaluwkamp | 51 | 205 | Nabij
Betrokkene voert gesprekken met de gemeente zonder agressie en weet bij wie hij terechtkan.
hofje | monitoring | -47 > 30 | Annie | | Leeuwerikveld | 80 | 610 | Welzijn
De buren en betrokkene leven weer als goede buren naast elkaar.
nachtbus | approach | -16 > 26 | Winston | | Palmenhof | 42 | 150 | Opvang
Betrokkene heeft een slaapplek die hij volhoudt en reist niet meer hele nachten met de bus.
schutting | scaling_down | -39 > 37 | Bert | | Klokgentiaan | 63 | 720 | Welzijn
De burenruzie is bijgelegd en er zijn drie maanden geen meldingen meer.
spoedbed | approach | -29 > 13 | Naima | El | Wardi | 34 | 98 | GGZ
Betrokkene komt niet meer via de spoedeisende hulp in zorg, maar via haar vaste behandelaar.
trekpleister | approach | -21 > 21 | Henk | | Muurpeper | 47 | 260 | Verslavingszorg
Betrokkene veroorzaakt geen overlast meer in de winkelstraat en is gemotiveerd voor behandeling.
sloot | approach | -64 > -4 | Kasper | | Waterviolier | 31 | 310 | Forensische zorg
Betrokkene houdt zich aan de voorwaarden en krijgt een passende behandelplek.
waterketel | monitoring | -44 > 33 | Dewi | | Kenarilaan | 57 | 480 | Nabij
Betrokkene kan veilig zelfstandig blijven wonen met hulp van het wijkteam.
rolluik | scaled_up | -36 > 41 | Stefan | | IJsvogelaar | 37 | 350 | Reclassering
Betrokkene wordt regionaal begeleid en is lokaal niet meer betrokken bij incidenten.
zolderraam | approach | -18 > 24 | Fatma | | Çiçekli | 45 | 122 | Veilig Thuis
Betrokkene en kinderen zijn veilig en hebben een eigen woning.
kringloop | closed | -170 | Gerrit | | Putterveld | 66 | 830 | Welzijn
De woning is leefbaar en betrokkene accepteert maandelijks hulp.
buitendeur | closed | -190 | Lucia | | Rosendaele | 53 | 760 | GGZ
Betrokkene is stabiel in behandeling en er zijn geen meldingen meer van buren.
stoep | closed | -223 | Theo | | Grasklokje | 61 | 980 | Opvang
Betrokkene woont beschermd en is niet meer dakloos.
kraan | closed | -142 | | | Familie Dennenappel | 0 | 590 | Veilig Thuis
Het geweld in huis is gestopt en ieder heeft passende hulp.
poststuk | closed | -268 | Sunita | | Kamalveld | 40 | 900 | Schuldhulp
Betrokkene heeft haar geldzaken op orde en veroorzaakt geen overlast meer aan het loket.
"""

RADICALISATION: Final = """
zonnewijzer | approach | -24 > 17 | Wessel | | Bergklokje | 19 | 220 | Nabij
Betrokkene neemt afstand van gewelddadige denkbeelden en vindt aansluiting bij werk en vrienden.
archief | approach | -31 > 25 | Ronald | | Bitterzoet | 48 | 290 | Politie
Betrokkene bedreigt geen bestuurders meer en voert zijn bezwaren langs de gewone weg.
zolderkamer | approach | -17 > 11 | Jonas | | Nachtschone | 16 | 135 | Jeugdhulp
Jongere brengt minder tijd door in gewelddadige onlinegroepen en krijgt weer vertrouwen in volwassenen.
brievenbus | monitoring | -50 > 27 | Ingrid | | Wederik | 54 | 430 | Veiligheidshuis
Betrokkene houdt contact met de vaste gesprekspartner en er is geen dreiging meer richting ambtenaren.
leeszaal | monitoring | -45 > 32 | Jorrit | | Helmkruid | 24 | 560 | Nabij
Betrokkene houdt zijn opleiding en netwerk vast en er zijn geen nieuwe zorgen.
telefoon | closed | -180 | Sven | | Rotsheide | 22 | 870 | Politie
Betrokkene heeft afstand genomen en heeft een stabiel leven met werk en relatie.
"""
