"""The forms of the register: a partner, a professional, a series."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING

from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.dates import parse_date
from zvk_tui.domain.meeting import Series, SeriesKind, SeriesPeople
from zvk_tui.domain.partners import Chain, Directory, ParticipantStatus, Partner, PartnerKind, Professional
from zvk_tui.domain.times import parse_time
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, clock, people_choices, plain_date
from zvk_tui.screens.record_form import Answers, Field, RecordForm

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault


def partner_form(vault: "Vault", partner: Partner | None) -> RecordForm:
    """Return the form of a partner organisation; None asks for a new one."""
    was = partner or Partner(0, "", "", PartnerKind.POLICE, Chain.JUSTICE, ParticipantStatus.CONTROLLER)

    def save(said: Answers) -> None:
        now = Partner(
            was.id,
            said["name"],
            said["short"],
            PartnerKind(said["kind"]),
            Chain(said["chain"]),
            ParticipantStatus(said["status"]),
            said["active"] == "yes",
        )
        if partner is None:
            vault.keep.add_partner(now)
        else:
            vault.change.partner(now)

    fields = (
        Field("short", _("Short name"), was.short, hint=_("as the table calls it: Police")),
        Field("name", _("Name"), was.name),
        Field("kind", _("Kind"), was.kind, choices(PartnerKind)),
        Field("chain", _("Chain"), was.chain, choices(Chain)),
        Field("status", _("Takes part as"), was.status, choices(ParticipantStatus)),
        _active(active=was.active),
    )
    return RecordForm(_("Partner"), f"partner/{was.id}", fields, save)


def professional_form(vault: "Vault", person: Professional | None) -> RecordForm:
    """Return the form of somebody who works for a partner; None asks for a new one.

    Raises:
        Refused: when there is no partner yet.
    """
    directory = vault.register.directory()
    if not directory.partners:
        raise Refused(N_("There is no partner yet. Add the organisation first."))
    partners = {str(partner.id): partner for partner in directory.partners}
    was = person or Professional(0, "", "", directory.partners[0])

    def save(said: Answers) -> None:
        signed = _date(said["signed"], vault.now().date())
        partner = partners[said["partner"]]
        now = Professional(was.id, said["name"], said["function"], partner, signed, said["active"] == "yes")
        if person is None:
            vault.keep.add_professional(now)
        else:
            vault.change.professional(now)

    signed = plain_date(was.secrecy_signed_on) if was.secrecy_signed_on else ""
    fields = (
        Field("name", _("Name"), was.name),
        Field("function", _("Function"), was.function),
        Field("partner", _("Organisation"), str(was.partner.id), _named(directory.partners), many=False),
        Field("signed", _("Secrecy signed on"), signed, hint=_("a date, or empty")),
        _active(active=was.active),
    )
    return RecordForm(_("Professional"), f"professional/{was.id}", fields, save)


def series_form(vault: "Vault", series: Series | None) -> RecordForm:
    """Return the form of a meeting series; None asks for a new one."""
    directory = vault.register.directory()
    was = series or Series(0, "", SeriesKind.CORE_TEAM_PAD, 2, time(13, 30), 120, "", Approach.PAD)
    people = vault.meetings.series_people(was.id) if series else SeriesPeople()

    def save(said: Answers) -> None:
        now = _series(was, said)
        members = [person for person in directory.professionals if str(person.id) in said["members"].split()]
        chair, note_taker = _person(directory, said["chair"]), _person(directory, said["note_taker"])
        if series is None:
            vault.keep.add_series(now, members, chair, note_taker)
        else:
            vault.change.series(now, members, chair, note_taker)

    approaches = [one for one in Approach if one in vault.approaches.open_approaches() or one == was.approach]
    fields = _series_fields(was, people, directory, approaches)
    return RecordForm(_("Meeting series"), f"series/{was.id}", fields, save)


def _series_fields(
    was: Series, people: SeriesPeople, directory: Directory, approaches: Iterable[Approach]
) -> Iterable[Field]:
    everybody = _people(directory)
    offered = (("", _("cases are added by hand")), *choices(approaches))
    yield Field("name", _("Name"), was.name)
    yield Field("kind", _("Kind"), was.kind, choices(SeriesKind))
    yield Field("approach", _("Cases of"), was.approach, offered)
    yield Field("weeks", _("Every"), str(was.interval_weeks), hint=_("weeks; 0: as needed"))
    yield Field("start", _("Begins at"), clock(was.start))
    yield Field("minutes", _("Takes"), str(was.minutes), hint=_("minutes"))
    yield Field("place", _("Place"), was.place)
    yield Field("chair", _("Chair"), str(people.chair.id) if people.chair else "", everybody)
    yield Field("note_taker", _("Note-taker"), str(people.note_taker.id) if people.note_taker else "", everybody)
    yield Field("members", _("Members"), " ".join(str(p.id) for p in people.members), everybody, many=True)


def _series(was: Series, said: Answers) -> Series:
    start = parse_time(said["start"])
    if start is None:
        raise Refused(N_("That is no time. Type 14:30."))
    if not (said["weeks"].isdecimal() and int(said["weeks"]) <= 52):
        raise Refused(N_("Every how many weeks? Type a number from 0 to 52."))
    if not (said["minutes"].isdecimal() and 5 <= int(said["minutes"]) <= 600):
        raise Refused(N_("A meeting takes 5 to 600 minutes."))
    return Series(
        was.id,
        said["name"],
        SeriesKind(said["kind"]),
        int(said["weeks"]),
        start,
        int(said["minutes"]),
        said["place"],
        said["approach"],
        was.case_id,
    )


def _active(*, active: bool) -> Field:
    return Field("active", _("Active"), "yes" if active else "no", (("yes", _("yes")), ("no", _("no"))))


def _named(partners: Iterable[Partner]) -> tuple[tuple[str, str], ...]:
    return tuple((str(partner.id), f"{partner.short} ({partner.name})") for partner in partners)


def _people(directory: Directory) -> tuple[tuple[str, str], ...]:
    return people_choices(person for person in directory.professionals if person.active) or (("", _("nobody yet")),)


def _person(directory: Directory, key: str) -> Professional | None:
    return next((person for person in directory.professionals if str(person.id) == key), None)


def _date(typed: str, today: date) -> date | None:
    if not typed:
        return None
    found = parse_date(typed, today)
    if found is None:
        raise Refused(N_("“{typed}” is no date. Type it as 23-11-2026."), typed=typed)
    return found
