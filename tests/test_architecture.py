"""The rooms of the house and the arrows between them, read from the source and from fresh processes."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

LEAVES = ("zvk_tui.errors", "zvk_tui.i18n", "zvk_tui.labels", "zvk_tui.words")
STORE_ONLY = ("sqlmodel", "sqlalchemy", "sqlcipher3", "cryptography", "alembic", "sqlite3")
DOCUMENTS_ONLY = ("typst", "docx")
INPUT_OUTPUT = (
    "asyncio",
    "fcntl",
    "fileinput",
    "glob",
    "io",
    "mmap",
    "multiprocessing",
    "os",
    "pathlib",
    "platform",
    "random",
    "secrets",
    "select",
    "shelve",
    "shutil",
    "sqlite3",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
)
NETWORK = (
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
CLOCKS = {"today", "now", "utcnow", "time_ns", "monotonic", "perf_counter", "uuid1", "uuid4", "urandom"}
FILES = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "touch"}
ENGINES = {"create_engine", "connect", "Session", "sessionmaker", "create_all", "getenv"}


@dataclass(frozen=True, slots=True)
class Import:
    """One imported module, and where it is imported."""

    module: str
    where: str
    for_types: bool
    """Whether it stands under `if TYPE_CHECKING`, so that it never runs."""

    def of(self, *names: str) -> bool:
        """Return whether this imports one of `names` or something inside it."""
        return any(self.module == name or self.module.startswith(f"{name}.") for name in names)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of the package."""

    name: str
    tree: ast.Module

    def imports(self) -> Iterator[Import]:
        """Yield every import of the file, those inside functions as well."""
        for_types = {
            id(inside)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
            for statement in node.body
            for inside in ast.walk(statement)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                for module in imported(node):
                    yield Import(module, f"{self.name}:{node.lineno}", id(node) in for_types)

    def calls(self) -> Iterator[ast.Call]:
        """Yield every call of the file."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return the full names that a statement imports; a name taken from a package may itself be a module."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert node.level == 0, f"a relative import hides its arrow: {ast.unparse(node)}"
    return [f"{node.module}.{alias.name}" for alias in node.names]


def called(call: ast.Call) -> str:
    """Return the last name of what is called: `open`, `today`, `create_engine`."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def runs_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls that run when the module is imported: not those inside functions, but their defaults."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        outside = [*node.args.defaults, *(default for default in node.args.kw_defaults if default)]
        inner: list[ast.AST] = [*outside, *getattr(node, "decorator_list", [])]
    else:
        inner = [*ast.iter_child_nodes(node)]
    if isinstance(node, ast.Call):
        yield node
    for child in inner:
        yield from runs_at_import(child)


@pytest.fixture(scope="module")
def sources(package: Path) -> list[Source]:
    """Return every file of the package, parsed."""
    return [
        Source(path.relative_to(package).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(package.rglob("*.py"))
    ]


def of_rooms(sources: list[Source], *rooms: str) -> list[Source]:
    """Return the files of these rooms; a room without files proves nothing, and fails."""
    found = [source for source in sources if source.name.split("/")[0].removesuffix(".py") in rooms]
    missing = set(rooms) - {source.name.split("/")[0].removesuffix(".py") for source in found}
    assert not missing, f"no files in {missing}"
    return found


def ours_outside(sources: list[Source], *allowed: str) -> list[str]:
    """Return the imports of our own package that are not of `allowed`."""
    return [
        f"{found.where} imports {found.module}"
        for source in sources
        for found in source.imports()
        if found.of("zvk_tui") and not found.of(*allowed)
    ]


def imports_of(sources: list[Source], *names: str) -> list[str]:
    """Return the imports of `names`, as sentences."""
    return [
        f"{found.where} imports {found.module}" for source in sources for found in source.imports() if found.of(*names)
    ]


def test_the_domain_imports_nobody(sources: list[Source]) -> None:
    """Values and rules know only each other and the standard library."""
    domain = of_rooms(sources, "domain")
    assert ours_outside(domain, "zvk_tui.domain") == []
    foreign = [
        f"{found.where} imports {found.module}"
        for source in domain
        for found in source.imports()
        if found.module.split(".")[0] not in {*sys.stdlib_module_names, "zvk_tui"}
    ]
    assert foreign == []


def test_the_domain_has_no_clock_and_touches_no_file(sources: list[Source]) -> None:
    """A rule gives the same answer every day and everywhere: today is an argument, and there is nothing to read."""
    domain = of_rooms(sources, "domain")
    assert imports_of(domain, *INPUT_OUTPUT, *NETWORK) == []
    calls = [
        f"{source.name}:{call.lineno} calls {called(call)}"
        for source in domain
        for call in source.calls()
        if called(call) in CLOCKS | FILES | {"print", "input"}
    ]
    assert calls == []


def test_the_leaves_know_only_the_domain(sources: list[Source]) -> None:
    """Sentences, language and words for domain values can be used by every room, so they know none."""
    assert ours_outside(of_rooms(sources, "errors", "i18n", "labels", "words"), *LEAVES, "zvk_tui.domain") == []


def test_the_store_knows_no_screen(sources: list[Source]) -> None:
    """The vault can be used without a terminal: it knows the domain and the leaves, and no Textual."""
    store = of_rooms(sources, "store")
    assert ours_outside(store, "zvk_tui.store", "zvk_tui.domain", *LEAVES) == []
    assert imports_of(store, "textual") == []


def test_the_documents_get_values_and_no_vault(sources: list[Source]) -> None:
    """Minutes are made from values alone: no store, no screens."""
    documents = of_rooms(sources, "documents")
    assert ours_outside(documents, "zvk_tui.documents", "zvk_tui.domain", *LEAVES) == []
    assert imports_of(documents, "textual") == []


def test_only_the_store_knows_the_database(sources: list[Source]) -> None:
    """SQLModel, SQLAlchemy, SQLCipher, Alembic and cryptography stay in one room."""
    others = [source for source in sources if not source.name.startswith("store/")]
    assert imports_of(others, *STORE_ONLY) == []


def test_only_the_documents_know_their_formats(sources: list[Source]) -> None:
    """Typst and python-docx stay in one room."""
    others = [source for source in sources if not source.name.startswith("documents/")]
    assert imports_of(others, *DOCUMENTS_ONLY) == []


def test_screens_get_the_open_vault_handed_to_them(sources: list[Source]) -> None:
    """A screen or widget names the store for its types only, so that drawing it loads no database."""
    running = [
        f"{found.where} imports {found.module}"
        for source in of_rooms(sources, "screens", "widgets")
        for found in source.imports()
        if found.of("zvk_tui.store") and not found.for_types
    ]
    assert running == []


def test_no_room_knows_a_network(sources: list[Source]) -> None:
    """Nothing leaves the laptop: no module that speaks over a network is imported anywhere."""
    assert imports_of(sources, *NETWORK) == []


def test_no_handler_calls_that_of_its_parent(sources: list[Source]) -> None:
    """Textual calls the handler of every class itself: a call to the parent's would do everything there twice."""
    calls = [
        f"{source.name}:{call.lineno} calls {ast.unparse(call.func)}"
        for source in of_rooms(sources, "screens", "widgets")
        for call in source.calls()
        if ast.unparse(call.func).startswith(("super().on_", "super()._on_"))
    ]
    assert calls == []


def test_nothing_happens_at_import(sources: list[Source]) -> None:
    """Importing a module opens no file, asks no clock and builds no engine."""
    calls = [
        f"{source.name}:{call.lineno} calls {called(call)}"
        for source in sources
        for call in runs_at_import(source.tree)
        if called(call) in CLOCKS | FILES | ENGINES
    ]
    assert calls == []


def loaded_by(statement: str, folder: Path) -> set[str]:
    """Return the modules that a fresh process has loaded after `statement`."""
    program = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n')"
    finished = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert finished.returncode == 0, finished.stderr
    return set(finished.stdout.split())


def packages(modules: set[str]) -> set[str]:
    """Return the top names of `modules`."""
    return {module.split(".")[0] for module in modules}


def test_the_command_starts_without_textual_or_database(project_root: Path) -> None:
    """`zvk --version` answers at once: the command loads neither Textual nor the database."""
    loaded = packages(loaded_by("import zvk_tui.cli", project_root))
    assert loaded.isdisjoint({"textual", *STORE_ONLY, *DOCUMENTS_ONLY})


def test_the_unlock_screen_paints_before_the_database_is_loaded(project_root: Path) -> None:
    """The app and its unlock screen load no SQLModel, SQLAlchemy, Alembic, Typst or Word: first paint is quick."""
    loaded = packages(loaded_by("import zvk_tui.app, zvk_tui.screens.unlock", project_root))
    assert "textual" in loaded
    assert loaded.isdisjoint({*STORE_ONLY, *DOCUMENTS_ONLY, "pydantic"})


def test_the_app_and_the_store_load_no_network(project_root: Path) -> None:
    """Our own code starts no network library; what Python itself loads for Textual is not counted."""
    before = loaded_by("import textual.app, textual.widgets, sqlmodel, sqlcipher3, alembic", project_root)
    after = loaded_by(
        "import textual.app, textual.widgets, sqlmodel, sqlcipher3, alembic, zvk_tui.app, zvk_tui.store.vault",
        project_root,
    )
    assert packages(after - before).isdisjoint(NETWORK)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import sqlmodel", [("sqlmodel", False)]),
        ("from zvk_tui import store", [("zvk_tui.store", False)]),
        ("def f():\n    from zvk_tui.store.vault import Vault", [("zvk_tui.store.vault.Vault", False)]),
        ("if TYPE_CHECKING:\n    from zvk_tui.store import Vault", [("zvk_tui.store.Vault", True)]),
    ],
)
def test_every_way_to_import_is_seen(text: str, found: list[tuple[str, bool]]) -> None:
    """The tests above cannot be passed by another way of writing an import."""
    source = Source("here.py", ast.parse(text))
    assert [(one.module, one.for_types) for one in source.imports()] == found


def test_every_call_at_import_is_seen() -> None:
    """A call in a class body, a default or a decorator runs at import; one inside a function does not."""
    text = "class A:\n    x = open(1)\n@open(2)\ndef f(y=open(3), *, z=open(4)):\n    open(5)\nw = lambda: open(6)"
    seen = [ast.unparse(call) for call in runs_at_import(ast.parse(text))]
    assert sorted(seen) == ["open(1)", "open(2)", "open(3)", "open(4)"]
