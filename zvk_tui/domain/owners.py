"""Who is meant by what a chair types before the colon: a partner, or somebody who works there."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from zvk_tui.domain.partners import Directory, Partner, Professional


@dataclass(frozen=True, slots=True)
class Owner:
    """Exactly one organisation, and perhaps one of its people."""

    partner: Partner
    person: Professional | None = None


def folded(text: str) -> str:
    """Return `text` in lower case without diacritics, for comparing names."""
    apart = unicodedata.normalize("NFKD", text)
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).casefold().split())


def find_owners(typed: str, directory: Directory) -> tuple[Owner, ...]:
    """Return everybody that `typed` can mean: none, exactly one, or the choice to make.

    An exact short name wins, then an exact name, then partners with a word that starts so; then people.
    `politie/bakker` names both. Who is no longer active is never meant.
    """
    wanted = folded(typed)
    if not wanted:
        return ()
    if exact := _called(wanted, directory):
        return tuple(Owner(partner) for partner in exact)
    partner_part, slash, person_part = (folded(part) for part in typed.rpartition("/"))
    if slash:
        chosen = _partners(partner_part, directory) if partner_part and person_part else ()
        return tuple(owner for partner in chosen for owner in _people(person_part, directory.of(partner)))
    if partners := _partners(wanted, directory):
        return tuple(Owner(partner) for partner in partners)
    return _people(wanted, directory.professionals)


def _called(wanted: str, directory: Directory) -> tuple[Partner, ...]:
    return tuple(partner for partner in directory.partners if partner.active and folded(partner.short) == wanted)


def _people(wanted: str, people: Iterable[Professional]) -> tuple[Owner, ...]:
    return tuple(
        Owner(person.partner, person)
        for person in people
        if person.active and person.partner.active and _starts(wanted, person.name)
    )


def _partners(wanted: str, directory: Directory) -> tuple[Partner, ...]:
    active = [partner for partner in directory.partners if partner.active]
    return (
        _called(wanted, directory)
        or _keep(active, (folded(p.name) == wanted for p in active))
        or _keep(active, (folded(p.short).startswith(wanted) for p in active))
        or _keep(active, (_starts(wanted, f"{p.short} {p.name}") for p in active))
    )


def _keep(partners: list[Partner], wanted: Iterable[bool]) -> tuple[Partner, ...]:
    return tuple(partner for partner, keep in zip(partners, wanted, strict=True) if keep)


def _starts(wanted: str, name: str) -> bool:
    """Return whether a word of `name` starts so; the second half of a double surname is a word as well."""
    whole = folded(name)
    return any(
        whole.startswith(wanted, start) for start in range(len(whole)) if start == 0 or not whole[start - 1].isalnum()
    )
