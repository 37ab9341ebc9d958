"""Dutch words that are also names: in lower case, alone, they are words of the language."""

from typing import Final

_EVERYDAY: Final = """
    alle appel arm baan baas bakker bal bank bas beek beer ben berg best bij blauw bloem blok boer bol boom bos boot bot
    brand breed broek broer brug bruin buis buiten buur daar dag dam dan dijk doel duif eik eind engel even fijn gans
    gast geel geld goed goud graaf graf groen groot haak haan haar haas hak half hand hart heel heer heide held hem
    hert hoek hof hond hoop huis jager jas jong kamp kan kant kapper kater keizer kerk kind klaar klein klok kok
    koning koper kort kraan kruis laan laat land lang leeuw lente licht lief lijn loop lucht man mark meer meester
    melk mens merel min molen mus muis nacht net nieuw noord of oost ook oud paard pas peer pen pier pijl plas pool
    poort post prins prijs punt raaf raam rad recht rijk ring rok rond roos rood rook ruim ruiter sap schaap school
    slager slot sluis snel spoor staal stam steen ster sterk stil stok storm straat stroom tak tal tas toren tuin uil
    veer veld vis visser vlieger vogel vos vrede vrij vrouw wal water weer weg wei wel west wil wind winter wit wolf
    zand zee zeil zes zijn zilver zomer zon zoon zorg zwaan zwart zuid
"""
_GENERIC: Final = """
    bende broers buurt clan familie family fam gezin groep groepje group huishouden jeugd jongens jongeren meiden
    netwerk persoon person plein straat team the vrienden wijk youth zussen
"""
_PARTICLES: Final = """
    aan af al bij d da de den der des di do dos du el en het in l la le of op s t te ten ter the tot uit van vom von zu
"""

EVERYDAY: Final = frozenset(_EVERYDAY.split())
"""Words that are masked in lower case only beside another part of the same name."""

GENERIC: Final = frozenset(_GENERIC.split())
"""Words in the name of a group that point to nobody by themselves."""

PARTICLES: Final = frozenset(_PARTICLES.split())
"""Small words within a surname that point to nobody by themselves."""
