"""Dutch words that are also names: in lower case, alone, they are words of the language."""

from typing import Final

EVERYDAY: Final = frozenset(
    """
    alle alles appel arm baan baas bakker bank bas beek beer ben berg best bever bij blauw bloem blok boer bol boom bos
    bosch boot bot brand breed broek broer brug bruin buis buiten dag dam dan dijk doorn druk duif eik eind engel
    ezel fijn fleur fris gans gast geel geld gerecht goed goud graaf graf groen groep groot haan haar haas hak
    half hand hart heer heel heide held hem hert hoek hoeve hof hond hoop horst huis iris jager jong kamp kant kapper
    kater keizer kerk kind klaar klein klok kleur koning koper koppel korf kort kraai kraan kruis kuil kuiper kok
    laan lam land lang leeuw lente licht lief lijn lucht man mark mees meester meeuw meijer melk mens merel meer min
    molen mulder mus muis naald nacht nek net nieuw noord oost oud paard pas paul peer pen pier pijl plas poel pol
    pool poort post prins prijs punt raaf raam rad ram recht reiger rijk ring rok rond roos rood rook ruiter sap schaap
    schaft schil schilder schipper school sier slag slager slot sluis smit snel spoor staal stam steen ster stek
    sterk stok stolk stoop storm straat stroom tak tal tas timmer toren tuin tulp uil ven veer veld vis visser
    vlieger vogel vos vrede vries vrij vrouw wal wang water weg wei wel west wever wil wind winter wit wolf woud
    zand zee zeil zijn zilver zomer zon zoon zorg zwaan zwart zuid
    """.split()
)
"""Words that are masked in lower case only beside another part of the same name."""

GENERIC: Final = frozenset(
    """
    bende broers buurt clan family familie fam gezin groep groepje group huishouden jeugd jongens jongeren meiden
    netwerk persoon person plein straat team the vrienden wijk youth zussen
    """.split()
)
"""Words in the name of a group that point to nobody by themselves."""

PARTICLES: Final = frozenset("aan af al bij d da de den der des di do dos du el en het in l la le of op s t te ten ter the tot uit van vom von zu".split())
"""Small words within a surname that point to nobody by themselves."""
