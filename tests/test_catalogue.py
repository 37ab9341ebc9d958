"""Every sentence of the app exists in Dutch, with the same values in it."""

import ast
import gettext
import re
import string
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass(slots=True)
class Entry:
    """One entry of a .po file."""

    flags: set[str] = field(default_factory=set)
    msgid: str = ""
    plural: str = ""
    texts: dict[int, str] = field(default_factory=dict)


def parse_po(text: str) -> Iterator[Entry]:
    """Yield the entries of a .po file, without its header and its obsolete lines."""
    for block in re.split(r"\n\s*\n", text):
        entry, target = Entry(), ""
        for line in block.splitlines():
            if line.startswith("#,"):
                entry.flags |= {flag.strip() for flag in line[2:].split(",")}
            if not line.strip() or line.startswith("#"):
                continue
            keyword, quoted = re.fullmatch(r'([a-z_]*(?:\[\d\])?) *(".*")', line.strip()).groups()  # type: ignore[union-attr]
            target = keyword or target
            _append(entry, target, ast.literal_eval(quoted))
        if entry.msgid:
            yield entry


def _append(entry: Entry, target: str, part: str) -> None:
    match target:
        case "msgid":
            entry.msgid += part
        case "msgid_plural":
            entry.plural += part
        case _:
            form = int(target[7:-1]) if target.startswith("msgstr[") else 0
            entry.texts[form] = entry.texts.get(form, "") + part


def placeholders(text: str) -> set[str]:
    """Return the names between braces that a sentence fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture
def po(package: Path) -> Path:
    """Return the Dutch catalogue."""
    return package / "locale" / "nl" / "LC_MESSAGES" / "zvk.po"


@pytest.fixture
def entries(po: Path) -> dict[str, Entry]:
    """Return the entries of the Dutch catalogue by their English message id."""
    return {entry.msgid: entry for entry in parse_po(po.read_text(encoding="utf-8"))}


@pytest.fixture
def errors(package: Path) -> set[str]:
    """Return the names of the error classes: their first argument is a message id."""
    tree = ast.parse((package / "errors.py").read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


@dataclass(frozen=True, slots=True)
class Use:
    """One message id in the code."""

    msgid: str
    plural: str
    where: str


@pytest.fixture
def marked(package: Path, errors: set[str]) -> list[tuple[str, ast.Call]]:
    """Return every call that takes a message id, with where it stands."""
    return [
        (f"{path.relative_to(package).as_posix()}:{node.lineno}", node)
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args and called(node) in {"_", "N_", "ngettext", *errors}
    ]


@pytest.fixture
def uses(marked: list[tuple[str, ast.Call]]) -> list[Use]:
    """Return every message id that stands in the code."""
    return [
        Use(literal(call.args[0]), literal(call.args[1]) if called(call) == "ngettext" else "", where)
        for where, call in marked
        if literal(call.args[0])
    ]


def called(call: ast.Call) -> str:
    """Return the last name of what is called."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def literal(node: ast.expr) -> str:
    """Return a text that stands in the code as it is; empty when it is computed."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_sentence_is_in_dutch(uses: list[Use], entries: dict[str, Entry]) -> None:
    """Every message id of the code has its Dutch translation, in both numbers where it has a plural."""
    missing = {
        f"{use.where}: {use.msgid!r}"
        for use in uses
        if use.msgid not in entries
        or not all(entries[use.msgid].texts.get(form) for form in range(2 if use.plural else 1))
    }
    assert sorted(missing) == []


def test_no_translation_is_a_guess(entries: dict[str, Entry]) -> None:
    """No entry is marked fuzzy: a person has chosen every sentence."""
    assert [entry.msgid for entry in entries.values() if "fuzzy" in entry.flags] == []


def test_every_translation_fills_in_the_same_values(entries: dict[str, Entry]) -> None:
    """A Dutch sentence names exactly the values of the English one; the singular may leave its number out."""
    wrong = [text for entry in entries.values() for form, text in entry.texts.items() if not fits(text, entry, form)]
    assert wrong == []


def fits(text: str, entry: Entry, form: int) -> bool:
    """Return whether `text` can be filled in with the values that the code gives."""
    given = placeholders(entry.msgid) | placeholders(entry.plural)
    if entry.plural and form == 0:
        return placeholders(text) <= given
    return placeholders(text) == (placeholders(entry.plural) if entry.plural else given)


def test_a_plural_has_the_same_two_forms_everywhere(uses: list[Use], entries: dict[str, Entry]) -> None:
    """A counted sentence has its English plural in the catalogue, and an uncounted one has none."""
    wrong = [use.where for use in uses if use.msgid in entries and entries[use.msgid].plural != use.plural]
    assert wrong == []


def test_no_translation_outlives_its_sentence(po: Path, uses: list[Use], entries: dict[str, Entry]) -> None:
    """What the code no longer says is gone from the catalogue, in use or commented out."""
    assert sorted(set(entries) - {use.msgid for use in uses}) == []
    assert "#~" not in po.read_text(encoding="utf-8")


def test_no_sentence_is_glued_together(marked: list[tuple[str, ast.Call]], errors: set[str]) -> None:
    """A message id is a plain text with named values: an f-string or a sum could never be translated."""
    glued = ast.JoinedStr | ast.BinOp
    assert [where for where, call in marked if isinstance(call.args[0], glued)] == []
    unnamed = [
        f"{where}: {literal(call.args[0])!r}"
        for where, call in marked
        if literal(call.args[0]) and placeholders(literal(call.args[0])) & {"", *map(str, range(10))}
    ]
    assert unnamed == []
    assert "ZvkError" in errors


def test_an_error_gets_the_values_that_its_sentence_names(marked: list[tuple[str, ast.Call]], errors: set[str]) -> None:
    """Showing an error never fails itself: each value between braces is given where it is raised."""
    wrong = [
        f"{where}: {literal(call.args[0])!r}"
        for where, call in marked
        if called(call) in errors
        and not any(keyword.arg is None for keyword in call.keywords)
        and not placeholders(literal(call.args[0])) <= {keyword.arg for keyword in call.keywords}
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_the_written_one(po: Path, entries: dict[str, Entry]) -> None:
    """`zvk.mo` is committed so that installing needs no compiler; it says exactly what `zvk.po` says."""
    data = po.with_suffix(".mo").read_bytes()
    with po.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    magic, _revision, count = struct.unpack_from("<III", data)
    assert magic == 0x950412DE
    assert count == len(entries) + 1, "one more for the header"
    for entry in entries.values():
        if entry.plural:
            spoken = {form: compiled.ngettext(entry.msgid, entry.plural, form + 1) for form in (0, 1)}
            assert spoken == entry.texts
        else:
            assert compiled.gettext(entry.msgid) == entry.texts[0]


def test_make_catalogue_finds_what_the_code_says(project_root: Path, errors: set[str]) -> None:
    """`make catalogue` looks for every kind of error, so that a new kind cannot stay English."""
    makefile = (project_root / "Makefile").read_text(encoding="utf-8")
    assert {"_", "N_", "ngettext:1,2", *errors} <= set(re.findall(r"-k (\S+)", makefile))


def test_a_po_file_is_read_as_gettext_reads_it() -> None:
    """Continued lines, escapes, plurals and flags are understood; header and obsolete entries are left out."""
    text = (
        'msgid ""\nmsgstr "Language: nl\\n"\n\n#, fuzzy\nmsgid ""\n"a\\"b"\nmsgstr "c"\n\n'
        'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} dag"\nmsgstr[1] "{n} "\n"dagen"\n\n#~ msgid "old"\n'
    )
    assert list(parse_po(text)) == [
        Entry({"fuzzy"}, 'a"b', "", {0: "c"}),
        Entry(set(), "{n} day", "{n} days", {0: "{n} dag", 1: "{n} dagen"}),
    ]
