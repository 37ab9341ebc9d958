"""The forms of the contributions tab: a statement between meetings, and what may be done with a statement."""

from typing import TYPE_CHECKING

from zvk_tui.domain.case_terms import DataCategory
from zvk_tui.domain.dates import parse_past
from zvk_tui.domain.entry_line import EntryLine, parse_statement
from zvk_tui.domain.record import StatementKind
from zvk_tui.domain.statements import NewStatement, Statement
from zvk_tui.errors import Refused
from zvk_tui.i18n import N_, _
from zvk_tui.labels import choices, plain_date
from zvk_tui.screens.line_record import LINE, LineRecord
from zvk_tui.screens.record_form import Answers, Field, RecordForm

if TYPE_CHECKING:
    from datetime import date

    from zvk_tui.store.vault import Vault


def statement_form(vault: "Vault", case_id: int, statement: Statement | None) -> LineRecord:
    """Return the form of a statement between meetings; None asks for a new one."""
    today, directory = vault.now().date(), vault.register.directory()
    was = statement.contribution if statement else None

    def parse(line: str) -> EntryLine:
        return parse_statement(line, directory)

    def save(line: EntryLine, said: Answers) -> None:
        if line.owner is None:
            return
        on, category = past_day(said["on"], today), _category(said["category"])
        new = NewStatement(line.owner, StatementKind(said["kind"]), line.text, on, category, said["conditions"])
        if statement is None:
            vault.statement.add(case_id, new)
        else:
            vault.statement.change(statement.contribution.id, new)

    fields = (
        Field(LINE, _("Contribution"), _typed(statement), hint=_("police: what was seen"), personal=True),
        Field(
            "kind",
            _("Kind"),
            was.kind if was else StatementKind.FACT,
            choices(StatementKind),
        ),
        Field("on", _("On"), plain_date(was.on) if was else plain_date(today), hint=_("14-10, fri, yesterday")),
        *_use(statement),
    )
    key = f"statement/{case_id}/{statement.contribution.id if statement else 0}"
    return LineRecord(_("Contribution between meetings"), key, fields, directory, parse=parse, save=save)


def use_form(vault: "Vault", statement: Statement) -> RecordForm:
    """Return the form of what a statement tells about, and what its source allows."""

    def save(said: Answers) -> None:
        vault.statement.classify(statement.contribution.id, _category(said["category"]), said["conditions"])

    key = f"statement-use/{statement.contribution.id}"
    return RecordForm(_("Category and conditions"), key, _use(statement), save)


def past_day(typed: str, today: "date") -> "date":
    """Return the day that was typed of something that has happened; nothing means today.

    Raises:
        Refused: when it is no date.
    """
    found = parse_past(typed, today) if typed else today
    if found is None:
        raise Refused(N_("“{typed}” is no date. Type it as 23-11-2026."), typed=typed)
    return found


def _use(statement: Statement | None) -> tuple[Field, Field]:
    was = statement.contribution if statement else None
    categories = (("", _("not said")), *choices(DataCategory))
    hint = _("what the source allows; for health the consent")
    return (
        Field("category", _("Data category"), (was.category or "") if was else "", categories),
        Field("conditions", _("Conditions"), was.conditions if was else "", hint=hint, personal=True),
    )


def _category(said: str) -> DataCategory | None:
    return DataCategory(said) if said else None


def _typed(statement: Statement | None) -> str:
    if statement is None:
        return ""
    said = statement.contribution
    source = f"{said.partner.short}/{said.professional.name}" if said.professional else said.partner.short
    return f"{source}: {said.text}"
