"""How the rules of an approach are written on the screen: each value in words, with where it is written."""

from collections.abc import Iterator

from zvk_tui.domain.approaches import ApproachRules
from zvk_tui.domain.criteria import Tree
from zvk_tui.domain.formula import ALL_WORDS, ANY_WORDS, FormulaProblem, tree_text
from zvk_tui.i18n import _, ngettext
from zvk_tui.labels import label, language
from zvk_tui.screens.rules_screen import Rule
from zvk_tui.words.approaches import message_id


def criteria_of(rules: ApproachRules) -> Iterator[Rule]:
    """Yield the criteria, in their order."""
    for one in rules.criteria:
        yield Rule(f"criterion-{one.code}", one.code, one.text, one.source or "–")


def rules_of(rules: ApproachRules) -> Iterator[Rule]:
    """Yield all other rules, the formula first."""
    for field, title in titles().items():
        yield Rule(form_field(field), title, value_of(rules, field), rules.source(field) or "–")


def form_field(name: str) -> str:
    """Return the name of the field of the form that changes a rule."""
    return f"rule-{name}"


def titles() -> dict[str, str]:
    """Return what each field of the rules is called."""
    return {
        "tree": _("Formula"),
        "age_from": _("Age from"),
        "age_until": _("Too old from"),
        "legal_basis": _("Legal basis"),
        "retention_years": _("Kept at most"),
        "review_weeks": _("Plan review after"),
        "roles": _("Roles"),
        "outcomes": _("Outcomes"),
        "closing_reasons": _("Closing reasons"),
        "tracks": _("Tracks"),
        "labels": _("Labels"),
    }


def value_of(rules: ApproachRules, field: str) -> str:
    """Return one rule in words."""
    match field:
        case "tree":
            return formula(rules.tree)
        case "age_from" | "age_until":
            age = getattr(rules, field)
            return _("no limit") if age is None else ngettext("{count} year", "{count} years", age).format(count=age)
        case "legal_basis":
            return label(rules.legal_basis)
        case "retention_years":
            years = ngettext("{count} year", "{count} years", rules.retention_years).format(count=rules.retention_years)
            return _("{years} after the first processing").format(years=years)
        case "review_weeks":
            return ngettext("{count} week", "{count} weeks", rules.review_weeks).format(count=rules.review_weeks)
        case _:
            return "; ".join(label(word) for word in getattr(rules, field)) or _("none")


def formula(tree: Tree) -> str:
    """Return a formula in the app's language."""
    place = 0 if language() == "nl" else 1
    return tree_text(tree, ALL_WORDS[place], ANY_WORDS[place])


def formula_sentence(problem: FormulaProblem) -> str:
    """Return what is wrong with a formula, and where; places are counted from 1."""
    return _(message_id(problem.fault)).format(place=problem.at + 1, word=problem.word)
