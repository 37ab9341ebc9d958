"""Who is in the dossier: the person, the direct circle, how the case came, and who works on it."""

from collections.abc import Iterator
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from zvk_tui.domain.approaches import age_on
from zvk_tui.domain.case_file import NameStyle, Subject
from zvk_tui.domain.referral import CircleRecord
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import label, plain_date
from zvk_tui.screens.dialogs import Confirm
from zvk_tui.screens.dossier.asking import applies, ask
from zvk_tui.screens.dossier.case_forms import circle_form, person_form
from zvk_tui.screens.dossier.tab import DossierTab
from zvk_tui.widgets.lines import Line, Lines, OpenLines
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

PERSON = "person"
"""The key of the line of the person."""

_FIRST = 20
"""Columns of what somebody is in the case."""


class PersonsTab(DossierTab):
    """The people of one case; those of the circle are found here and nowhere else (Wgs art. 2.29, Bgs art. 2.19)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", N_("Direct circle")),
        Binding("w", "change", N_("Change")),
        Binding("x", "remove", N_("Take out")),
    ]

    lines = getters.query_one(Lines)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield OpenLines(id="person-lines", classes="tab-lines")

    def refresh_view(self) -> None:
        """Read the people again."""
        self._circle = {str(one.id): one for one in self.vault.intakes.circle(self.case_id)}
        self._width = max(40, self.app.size.width - 8)
        self.lines.show(self._lines())

    def why_not(self, action: str) -> str:
        """Return why an action does not apply now."""
        if action in {"new", "change", "remove"} and (self.head.shielded or self.head.erased):
            return _("This case is shielded. Nothing in it is changed.")
        if action == "change" and not self.lines.chosen:
            return _("Put the cursor on the person or on somebody of the circle first.")
        if action == "remove" and self._member() is None:
            return _("Put the cursor on somebody of the circle first.")
        return ""

    def action_new(self) -> None:
        """Add somebody to the direct circle."""
        if applies(self, "new"):
            ask(self, lambda: self.app.push_screen_wait(circle_form(self.vault, self.case_id, None)))

    def action_change(self) -> None:
        """Change the person, or somebody of the circle."""
        if applies(self, "change"):
            ask(self, self._change)

    def action_remove(self) -> None:
        """Take somebody out of the circle."""
        if applies(self, "remove"):
            ask(self, self._remove)

    @on(Lines.OptionSelected)
    def _open(self) -> None:
        self.action_change()

    async def _change(self) -> None:
        member = self._member()
        form = circle_form(self.vault, self.case_id, member) if member else person_form(self.vault, self.case_file)
        await self.app.push_screen_wait(form)

    async def _remove(self) -> None:
        member = self._member()
        if member is None:
            return
        if await self.app.push_screen_wait(Confirm(_("Take this person out of the circle?"))):
            self.vault.intake.remove_member(member.id)

    def _member(self) -> CircleRecord | None:
        return self._circle.get(self.lines.chosen)

    def _lines(self) -> Iterator[Line]:
        yield _heading(_("Person"))
        yield Line(wrapped(self._person(), self._width), PERSON)
        yield _heading(_("Direct circle"))
        for key, one in self._circle.items():
            yield Line(wrapped(self._row(label(one.member.relation), self._named(one)), self._width), key)
        if not self._circle:
            yield self._quiet(_("Nobody is recorded. n adds somebody, as little as the case needs."))
        yield from self._came()
        yield _heading(_("Who works on it"))
        roles = self.vault.life.roles(self.case_id)
        for period in roles:
            when = _("since {date}").format(date=plain_date(period.from_on))
            if period.until_on:
                when = f"{plain_date(period.from_on)} – {plain_date(period.until_on)}"
            said = f"{period.holder.name}, {period.holder.partner.short} ({when})"
            yield Line(self._row(label(period.role), said, quiet=period.until_on is not None))
        if not roles:
            yield self._quiet(_("Nobody yet. r on the overview gives a role."))

    def _came(self) -> Iterator[Line]:
        referral = self.vault.intakes.referral(self.case_id)
        yield _heading(_("Registered by"))
        if referral is None:
            yield self._quiet(_("Not recorded."))
            return
        names = [one.name for one in (referral.professional, referral.partner) if one is not None]
        yield Line(self._row(plain_date(referral.on), ", ".join(names) or "–"))
        texts = (
            (_("Reason"), referral.reason),
            (_("Asked for"), referral.request_goal),
            (_("Discussed before"), referral.pre_consult),
        )
        for title, text in texts:
            if text:
                yield Line(wrapped(self._row(title, self.shown(text)), self._width))

    def _person(self) -> Content:
        subject = self.case_file.subject
        kind = _("group") if subject.group_name else _("person")
        return self._row(kind, self._written(subject))

    def _named(self, one: CircleRecord) -> str:
        note = f" · {self.shown(one.member.note)}" if one.member.note else ""
        return self._written(one.member.subject) + note

    def _written(self, subject: Subject) -> str:
        """Return a name, and how old somebody is; the day of birth only where names are shown."""
        if self.name_style is not NameStyle.FULL:
            return subject.initials
        if subject.birth_date is None:
            return subject.full_name
        years = age_on(subject.birth_date, self.vault.now().date())
        age = ngettext("{age} year", "{age} years", years).format(age=years)
        return f"{subject.full_name}, {plain_date(subject.birth_date)} ({age})"

    def _row(self, title: str, text: str, *, quiet: bool = False) -> Content:
        return joined((f"  {fitted(title, _FIRST)} ", "$zvk-muted"), (text, "$zvk-muted" if quiet else ""))

    def _quiet(self, text: str) -> Line:
        return Line(wrapped(plain(f"  {text}", "$zvk-muted"), self._width))


def _heading(text: str) -> Line:
    return Line(plain(text, "bold $primary"))
