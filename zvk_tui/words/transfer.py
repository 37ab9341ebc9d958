"""Words and sentences for lists that are imported and exported."""

from enum import StrEnum
from typing import Final

from zvk_tui.domain.columns import Column, ListKind
from zvk_tui.domain.import_plan import PlannedLine, Verdict
from zvk_tui.domain.sheets import MapProblem, MapProblemKind
from zvk_tui.domain.transfer import Problem, ProblemKind, written
from zvk_tui.domain.written import DayFault
from zvk_tui.i18n import N_, _

WORDS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    DayFault: {
        DayFault.NOT_A_DATE: N_("no date"),
        DayFault.NO_SUCH_DATE: N_("this date does not exist"),
        DayFault.SHORT_YEAR: N_("a year of two digits"),
    },
    ListKind: {
        ListKind.CASES: N_("cases"),
        ListKind.POLICE: N_("police contacts"),
        ListKind.PARTNERS: N_("partners"),
        ListKind.PROFESSIONALS: N_("professionals"),
    },
    Verdict: {
        Verdict.NEW: N_("new"),
        Verdict.CHANGED: N_("changed"),
        Verdict.SAME: N_("the same"),
        Verdict.REFUSED: N_("refused"),
    },
    Column: {
        Column.REF: N_("case number"),
        Column.APPROACH: N_("approach"),
        Column.TRACK: N_("track"),
        Column.LABEL: N_("label"),
        Column.PHASE: N_("phase"),
        Column.NAME: N_("whole name"),
        Column.GIVEN_NAMES: N_("given names"),
        Column.PREFIX: N_("prefix"),
        Column.SURNAME: N_("surname"),
        Column.GROUP_NAME: N_("group or family"),
        Column.BORN_ON: N_("date of birth"),
        Column.REGISTERED_ON: N_("day of registration"),
        Column.GOAL: N_("goal"),
        Column.DIRECTOR: N_("director"),
        Column.COORDINATOR: N_("coordinator"),
        Column.LAST_DISCUSSED: N_("last discussed"),
        Column.NEXT_DISCUSSION: N_("to be discussed on"),
        Column.CLOSED_ON: N_("day of closing"),
        Column.CLOSING_REASON: N_("reason of closing"),
        Column.CONTACT_ON: N_("day of the contact"),
        Column.CONTACT_KIND: N_("kind of contact"),
        Column.NEGATIVE: N_("negative in view"),
        Column.SOURCE: N_("source"),
        Column.NOTE: N_("note"),
        Column.WRONG_ON: N_("wrong since"),
        Column.WRONG_REASON: N_("why it is wrong"),
        Column.SHORT: N_("short name"),
        Column.PARTNER_NAME: N_("name of the organisation"),
        Column.PARTNER_KIND: N_("kind of organisation"),
        Column.CHAIN: N_("chain"),
        Column.STATUS: N_("takes part as"),
        Column.PARTNER: N_("organisation"),
        Column.PERSON_NAME: N_("name"),
        Column.FUNCTION: N_("function"),
        Column.SECRECY_ON: N_("secrecy signed on"),
        Column.ACTIVE: N_("active"),
    },
    ProblemKind: {
        ProblemKind.MISSING: N_("{column} is missing."),
        ProblemKind.NO_NAME: N_("There is no name, of a person or of a group."),
        ProblemKind.TOO_LONG: N_("{column} has {text} characters; {near} is the most."),
        ProblemKind.NO_FORMULA_VALUE: N_("The formula in {column} has no value."),
        ProblemKind.OUTSIDE: N_("Something stands in column {text}, which has no heading."),
        ProblemKind.NOT_A_DATE: N_("{column}: “{text}” is no date. Write it as 23-11-2026."),
        ProblemKind.NO_SUCH_DATE: N_("{column}: the date {text} does not exist."),
        ProblemKind.SHORT_YEAR: N_("{column}: write the year of {text} in four digits."),
        ProblemKind.NOT_YES_OR_NO: N_("{column}: “{text}” is neither yes nor no."),
        ProblemKind.UNKNOWN_TERM: N_("{column}: “{text}” is not known here. Choose from: {near}."),
        ProblemKind.UNKNOWN_PARTNER: N_("There is no partner “{text}” in this vault."),
        ProblemKind.UNKNOWN_PERSON: N_("{column}: nobody in this vault is called “{text}”."),
        ProblemKind.AMBIGUOUS_PERSON: N_("{column}: more than one person is called “{text}”."),
        ProblemKind.UNKNOWN_CASE: N_("There is no case {text} in this vault. Import the cases first."),
        ProblemKind.CLOSED_TO_YOU: N_("The number {text} belongs to a case that you cannot change here."),
        ProblemKind.NOT_ACTIVE: N_("{column}: {text} no longer takes part."),
        ProblemKind.NOT_ADMITTED: N_("You are not admitted to this approach."),
        ProblemKind.FUTURE: N_("{column}: {text} is still to come."),
        ProblemKind.BORN_AFTER_REGISTRATION: N_("The date of birth is after the registration."),
        ProblemKind.CLOSED_BEFORE_REGISTRATION: N_("The case was closed before it was registered."),
        ProblemKind.CONTACT_BEFORE_BIRTH: N_("The contact is before the date of birth."),
        ProblemKind.NO_CLOSING_DATE: N_("A closed case has a day of closing."),
        ProblemKind.NO_CLOSING_REASON: N_("A closed case has a reason of closing."),
        ProblemKind.NOT_CLOSED: N_("There is a day or reason of closing, but the phase is not “closed”."),
        ProblemKind.OTHER_TRACK: N_("This approach does not have this track."),
        ProblemKind.NEVER_NEGATIVE: N_("Who is a victim or witness does not come into view negatively."),
        ProblemKind.NO_WRONG_REASON: N_("Say why the contact is wrong."),
        ProblemKind.NO_WRONG_DATE: N_("Say since when the contact is wrong."),
        ProblemKind.WRONG_BEFORE_CONTACT: N_("The contact is called wrong before it took place."),
        ProblemKind.DOUBLE: N_("The same record stands on line {line}. Leave one of them."),
        ProblemKind.NOT_CLEAR_WHICH: N_("The vault has more than one record that this can mean. Change it in the app."),
        ProblemKind.LIFE_DIFFERS: N_("{column} is “{text}” in the vault; that changes in the app only."),
    },
    MapProblemKind: {
        MapProblemKind.MISSING: N_("No heading means {column}."),
        MapProblemKind.NO_NAME: N_("No heading means a name, of a person or of a group."),
        MapProblemKind.TWICE: N_("More than one heading means {column}: {headings}."),
        MapProblemKind.NAME_TWICE: N_("The whole name has a heading, and so has the surname: {headings}."),
        MapProblemKind.UNKNOWN_HEADING: N_("The file has no heading {headings}."),
        MapProblemKind.UNKNOWN_COLUMN: N_("There is no column {headings} in this list."),
    },
}
"""For each enum, the message ids of its members; those of a problem name the values that it fills in."""


def change_words(line: PlannedLine) -> list[str]:
    """Return what a line changes: of each column what the vault has, and what it becomes."""
    nothing = _("empty")
    return [
        f"{_(WORDS[Column][column])}: "
        f"{written(line.was.get(column)) or nothing} → {written(line.record.get(column)) or nothing}"
        for column in line.changed
    ]


def problem_sentence(problem: Problem) -> str:
    """Return why a line is refused, with what stands in the cell and what was perhaps meant."""
    sentence = _(WORDS[ProblemKind][problem.kind]).format(
        column=_begun(_(WORDS[Column][problem.column])) if problem.column else "",
        text=problem.text or "…",
        near=", ".join(problem.near),
        line=problem.other_line,
    )
    asks = {ProblemKind.UNKNOWN_PARTNER, ProblemKind.UNKNOWN_PERSON, ProblemKind.AMBIGUOUS_PERSON}
    if problem.kind in asks and problem.near:
        meant = _("Is it {names}?").format(names=", ".join(problem.near))
        return f"{sentence} {meant}"
    return sentence


def map_sentence(problem: MapProblem) -> str:
    """Return why a list cannot be read with its columns as they are."""
    return _(WORDS[MapProblemKind][problem.kind]).format(
        column=_(WORDS[Column][problem.column]) if problem.column else "",
        headings=", ".join(f"“{heading}”" for heading in problem.headings),
    )


def _begun(word: str) -> str:
    """Return a word as the first of a sentence."""
    return f"{word[0].upper()}{word[1:]}"
