"""The published criteria of the top 10: length, criteria, formula, and where they were published."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from zvk_tui.domain.criteria import Criterion
from zvk_tui.domain.formula import FormulaProblem, parse_tree
from zvk_tui.domain.priority_history import PublishedRules
from zvk_tui.domain.priority_list import PriorityFault, PriorityRules, rules_fault
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import plain_date
from zvk_tui.screens.approach_words import formula, formula_sentence
from zvk_tui.screens.dossier.plan_forms import day
from zvk_tui.screens.record_form import Answers, Field, FieldProblems, RecordForm
from zvk_tui.screens.rules_screen import Rule, RulesScreen, Version
from zvk_tui.words.priority import message_id

if TYPE_CHECKING:
    from zvk_tui.store.vault import Vault

_PLACES = {
    PriorityFault.LENGTH: "length",
    PriorityFault.REVIEW: "review",
    PriorityFault.BAD_CODE: "new_code",
    PriorityFault.CODE_TWICE: "new_code",
    PriorityFault.UNKNOWN_CODE: "tree",
    PriorityFault.UNUSED: "tree",
    PriorityFault.NOT_PUBLISHED: "published_on",
    PriorityFault.NO_PLACE: "published_at",
    PriorityFault.FUTURE: "published_on",
}
"""Under which field of the form a fault stands."""


class PriorityRulesScreen(RulesScreen):
    """The criteria; a change makes a version that was published anew."""

    HELP = N_("Nobody enters the list before its criteria are public. Saving makes a new version; entries keep theirs.")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("New version")),
        Binding("escape", "back", N_("Back"), show=True),
    ]
    TITLE_WIDTH = 15
    CHANGED = N_("Version {number} counts from now on; entries keep the one they were tested by.")

    def heading(self) -> str:
        """Return which rules these are."""
        return _("Criteria of the top 10")

    def versions(self) -> Sequence[Version]:
        """Read every version, the one that counts first."""
        return [
            Version(one.rules.version, version_line(one), (("", tuple(rules_of(one.rules))),))
            for one in self.vault.priorities.history()
        ]

    def form(self, at: str) -> RecordForm:
        """Return the form of a new version."""
        return rules_form(self.vault, at)


def version_line(version: PublishedRules) -> str:
    """Return which version this is, and since when it is public."""
    rules = version.rules
    if rules.published_on is None:
        return _("proposal, not published")
    number = _("version {number}").format(number=rules.version)
    public = _("published {date}").format(date=plain_date(rules.published_on))
    return ", ".join(part for part in (number, public, version.by) if part)


def rules_of(rules: PriorityRules) -> Iterator[Rule]:
    """Yield every rule in words, with where it is written."""
    public = _("not published yet: enter says where and when")
    if rules.published_on is not None:
        public = f"{rules.published_at}, {plain_date(rules.published_on)}"
    yield Rule("published_at", _("Published"), public, "Wgs art. 2.32; Bgs art. 2.22")
    places = ngettext("{count} place", "{count} places", rules.length).format(count=rules.length)
    yield Rule("length", _("Length"), places, rules.source("length"))
    for one in rules.criteria:
        yield Rule(f"criterion-{one.code}", one.code, one.text, one.source)
    yield Rule("tree", _("Formula"), formula(rules.tree), rules.source("criteria"))
    weeks = ngettext("{count} week", "{count} weeks", rules.review_weeks).format(count=rules.review_weeks)
    yield Rule("review", _("Review within"), weeks, rules.source("review_weeks"))


def rules_form(vault: "Vault", at: str = "") -> RecordForm:
    """Return the form of a new version; it asks anew when and where it was published."""
    was = vault.priorities.rules()

    def save(said: Answers) -> None:
        vault.priority.publish(_rules(vault, was, said))

    return RecordForm(_("Criteria of the top 10"), f"priority-rules/{was.version}", _fields(was), save, at)


def _fields(was: PriorityRules) -> Iterable[Field]:
    yield Field("length", _("Length"), str(was.length), hint=_("places"))
    for one in was.criteria:
        yield Field(f"criterion-{one.code}", one.code, one.text, long=True)
    yield Field("new_code", _("New criterion"), hint=_("one word, as the formula names it"))
    yield Field("new_text", _("Its text"), hint=_("what is asked about a case"), long=True)
    yield Field("tree", _("Formula"), formula(was.tree), long=True)
    yield Field("review", _("Review within"), str(was.review_weeks), hint=_("weeks"))
    yield Field("published_at", _("Published at"), was.published_at, hint=_("a page that everybody can read"))
    yield Field("published_on", _("Published on"), hint=_("the day that this version was put there"))
    yield Field("source", _("Source of the change"), hint=_("a decision with its date, or an article"))


def _rules(vault: "Vault", was: PriorityRules, said: Answers) -> PriorityRules:
    """Return the version that was typed.

    Raises:
        FieldProblems: for what cannot be criteria.
    """
    today, criteria = vault.now().date(), _criteria(was, said)
    tree = parse_tree(said["tree"], {one.code for one in criteria})
    if isinstance(tree, FormulaProblem):
        raise FieldProblems({"tree": formula_sentence(tree)})
    now = replace(
        was,
        published_on=day(said["published_on"], today),
        published_at=said["published_at"],
        length=_number(said["length"]),
        criteria=criteria,
        tree=tree,
        review_weeks=_number(said["review"]),
    )
    now = replace(now, sources=_sources(was, now, said["source"]))
    if fault := rules_fault(now, today):
        place = _PLACES.get(fault, "new_code" if said["new_text"] else "tree")
        raise FieldProblems({place: _(message_id(fault))})
    return now


def _criteria(was: PriorityRules, said: Answers) -> tuple[Criterion, ...]:
    """Return the criteria that were typed; one without text is dropped."""
    typed = (
        one
        if said[f"criterion-{one.code}"] == one.text
        else replace(one, text=said[f"criterion-{one.code}"], source=said["source"] or one.source)
        for one in was.criteria
    )
    kept = tuple(one for one in typed if one.text)
    new = Criterion(said["new_code"].lower(), said["new_text"], said["source"])
    return (*kept, new) if said["new_code"] or said["new_text"] else kept


def _sources(was: PriorityRules, now: PriorityRules, source: str) -> tuple[tuple[str, str], ...]:
    changed = {
        "length": was.length != now.length,
        "criteria": was.tree != now.tree,
        "review_weeks": was.review_weeks != now.review_weeks,
    }
    told = {name: source for name, differs in changed.items() if differs and source}
    return tuple((dict(was.sources) | told).items())


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) <= 4 else 0
