"""The first page: when, for which approach, by whom, why and to what end."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from zvk_tui.domain.case_file import Approach, Track
from zvk_tui.domain.case_terms import CaseLabel
from zvk_tui.domain.dates import parse_past
from zvk_tui.domain.intake import IntakeForm
from zvk_tui.domain.intake_check import Step
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, plain_date
from zvk_tui.screens.intake.page import Page
from zvk_tui.widgets.choice import StepChoice
from zvk_tui.widgets.picker import Picker

_TEXTS = {"pre_consult": "pre_consult", "reason": "reason", "goal": "request_goal"}
"""The fields of the page that are texts, and what they are called on the form."""


class ReferralPage(Page):
    """Who refers, why, and for which approach (seed l.115-145, 535-537)."""

    STEP = Step.REFERRAL
    TITLES: ClassVar[Mapping[str, str]] = {"partner": N_("Referred by"), "professional": N_("Professional")}

    def compose(self) -> ComposeResult:
        """Lay out the fields; an approach without tracks or labels asks for none."""
        form, rules = self.form, self.setting.rules(self.form)
        on = form.typed("registered") or (plain_date(form.registered_on) if form.registered_on else "")
        yield self.line_row(_("Registered on"), "registered", on, _("14-10, fri, yesterday"), personal=False)
        approaches = choices(self.setting.approaches)
        yield self.row(_("Approach"), StepChoice(approaches, form.approach, id="approach"))
        if len(rules.tracks) > 1:
            tracks = choices(rules.tracks)
            yield self.row(_("Track"), StepChoice(tracks, form.track, id="track"))
        if rules.labels:
            labels = [("", _("none")), *choices(rules.labels)]
            yield self.row(_("Label"), StepChoice(labels, form.label or "", id="label"))
        partners = [(str(one.id), f"{one.short} ({one.name})") for one in self.setting.directory.partners if one.active]
        yield self.row(_("Referred by"), Picker(partners, str(form.partner_id or ""), id="partner"))
        yield self._professional_row()
        yield self.text_row(_("Discussed before"), "pre_consult", form.pre_consult)
        yield self.text_row(_("Reason"), "reason", form.reason)
        yield self.text_row(_("Goal of request"), "goal", form.request_goal)

    def picked(self, picker: Picker) -> None:
        """Take the organisation or its professional; another organisation has other people."""
        number = int(picker.value) if picker.value else None
        if picker.id == "partner":
            self.edit(partner_id=number, professional_id=None)
            people = self.query_one("#professional", Picker)
            people.options = self._people()
            people.value = ""
        else:
            self.edit(professional_id=number)

    def read(self) -> IntakeForm:
        """Return the form as the fields say; another approach has other tracks and labels."""
        if "registered" not in self.lines():
            return self.form
        typed = self.lines()["registered"]
        day = parse_past(typed, self.setting.today)
        form = self.form.with_typed("registered", typed if day is None else "")
        form = replace(form, registered_on=day, **self.texts(_TEXTS))
        chosen = self.choices()
        approach = Approach(chosen["approach"])
        if approach is not form.approach:
            return replace(form, approach=approach, track=Track.REGULAR, label=None)
        label_key = chosen.get("label", form.label or "")
        track = Track(chosen.get("track", form.track))
        return replace(form, track=track, label=CaseLabel(label_key) if label_key else None)

    def _professional_row(self) -> Horizontal:
        picker = Picker(self._people().items(), str(self.form.professional_id or ""), id="professional")
        return self.row(_("Professional"), picker)

    def _people(self) -> dict[str, str]:
        people = self.setting.directory.professionals
        ours = (one for one in people if one.active and one.partner.id == self.form.partner_id)
        return {str(one.id): f"{one.name}, {one.function}" if one.function else one.name for one in ours}
