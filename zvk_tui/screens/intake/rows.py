"""How a registration, its verdict and its people are told in a line."""

from textual.content import Content

from zvk_tui.domain.approaches import AgeVerdict, ApproachRules, age_on
from zvk_tui.domain.case_file import CaseFile, NameStyle, Subject
from zvk_tui.domain.criteria import CriteriaVerdict
from zvk_tui.domain.intake import CircleMember, IntakeForm
from zvk_tui.domain.intake_check import age_of, deciding, verdict_of
from zvk_tui.domain.matching import Grade
from zvk_tui.domain.referral import Alike, OpenIntake
from zvk_tui.i18n import N_, _, ngettext
from zvk_tui.labels import clock, label, plain_date
from zvk_tui.widgets.text import fitted, joined, plain, wrapped

GRADES = {
    Grade.SAME: N_("the same name and date of birth"),
    Grade.LIKELY: N_("likely"),
    Grade.POSSIBLE: N_("possible"),
}


def name_shown(subject: Subject, style: NameStyle) -> str:
    """Return the name as the projector allows."""
    return subject.full_name if style is NameStyle.FULL else subject.initials


def intake_row(intake: OpenIntake, style: NameStyle, room: int) -> Content:
    """Return the line of an unfinished registration: when, who, and for which approach."""
    form = intake.form
    who = name_shown(form.subject, style) or _("no name yet")
    rest = f"{label(form.approach)} · {_('unfinished')} · {plain_date(intake.saved_at.date())} {clock(intake.saved_at)}"
    return joined(fitted(f"{_('Registration')}  {who}", max(20, room - len(rest) - 2)), "  ", (rest, "$zvk-muted"))


def age_line(form: IntakeForm, rules: ApproachRules) -> Content:
    """Return what the age says, and why: "16 jaar op 09-11-2026: heeft de leeftijd"."""
    born, on, verdict = form.subject.birth_date, form.registered_on, age_of(form, rules)
    if born is None or on is None or born > on:
        unknown = rules.age_from is not None or rules.age_until is not None
        return plain(label(verdict) if unknown else "", "$zvk-muted")
    age = age_on(born, on)
    years = ngettext("{age} year on {date}", "{age} years on {date}", age).format(age=age, date=plain_date(on))
    said = f"{years}: {label(verdict)}{_limits(rules)}" if _limits(rules) else years
    return plain(said, "" if verdict is AgeVerdict.WITHIN else "$zvk-late")


def _limits(rules: ApproachRules) -> str:
    match rules.age_from, rules.age_until:
        case None, None:
            return ""
        case int(first), None:
            return " " + _("(from {first})").format(first=first)
        case None, int(until):
            return " " + _("(up to {last})").format(last=until - 1)
        case first, until:
            assert until is not None  # noqa: S101 - narrows the type
            return " " + _("({first} to {last})").format(first=first, last=until - 1)


def verdict_line(form: IntakeForm, rules: ApproachRules) -> Content:
    """Return what the answers say, and which still decide."""
    verdict = verdict_of(form, rules)
    style = {CriteriaVerdict.MET: "bold", CriteriaVerdict.NOT_MET: "bold $zvk-late"}.get(verdict, "bold $zvk-soon")
    left = deciding(form, rules)
    codes = [criterion.code for criterion in rules.criteria if criterion.code in left]
    still = _("still decide: {codes}").format(codes=", ".join(codes)) if codes else ""
    return joined((label(verdict), style), "  ", (still, "$zvk-muted"))


def member_row(member: CircleMember, style: NameStyle) -> Content:
    """Return the line of somebody in the direct circle."""
    born = member.birth_date if style is NameStyle.FULL else None
    pieces = (name_shown(member.subject, style), plain_date(born) if born else "")
    note = member.note if style is NameStyle.FULL else ""
    return joined(fitted(label(member.relation), 20), "  ".join(p for p in pieces if p), ("  " + note, "$zvk-muted"))


def alike_row(alike: Alike, form: IntakeForm, style: NameStyle, room: int) -> Content:
    """Return the line of a case that may be about the same person: what was said of it, who, and why it is alike."""
    case_file = alike.case_file
    born = case_file.subject.birth_date if style is NameStyle.FULL else None
    who = (case_file.ref, case_file.named(style), plain_date(born) if born else "")
    state = f"{label(case_file.approach)}, {label(case_file.phase)}"
    first = fitted(f"{_said(case_file, form)} {'  '.join(word for word in who if word)}", room - len(state) - 2)
    why = f"  {_(GRADES[alike.likeness.grade])}: {', '.join(label(one) for one in alike.likeness.reasons)}"
    return joined(first, "  ", (state, "$zvk-muted"), "\n", wrapped(plain(why, "$zvk-muted"), room))


def _said(case_file: CaseFile, form: IntakeForm) -> str:
    """Return the sign of what was said of a case: the same person, somebody else, or nothing yet."""
    if case_file.ref == form.earlier_ref:
        return "="
    return "≠" if case_file.ref in form.others else "?"
