"""The tables: as the models say, refused when they are newer, and backed up before they are brought up to date."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from zvk_tui.errors import CouldNotWrite, VaultDamaged, VaultRefused, ZvkError
from zvk_tui.store import schema, vault
from zvk_tui.store.backup import backups_of
from zvk_tui.store.folder import VaultFolder
from zvk_tui.store.vault import open_with

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

STEP = '''
"""A step of a later version."""

import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{head}"


def upgrade() -> None:
'''
SEARCH = "case_search"
"""How the tables of the search index begin; the index makes them itself."""

REMAKES_A_TABLE = """
    with op.batch_alter_table("partner", recreate="always") as table:
        table.add_column(sa.Column("address", sa.String(), nullable=False, server_default="onbekend"))
"""
FAILS_HALFWAY = """
    op.add_column("partner", sa.Column("address", sa.String()))
    op.execute("UPDATE partner SET address = 'half'")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
LOSES_A_REFERENCE = """
    op.execute("DELETE FROM partner WHERE short = 'GGZ'")
"""


@dataclass(frozen=True, slots=True)
class Versions:
    """Makes this a later version of the app, and the earlier one again."""

    folder: Path
    patch: pytest.MonkeyPatch

    def later(self, step: str) -> None:
        """Be a version that has one step more than the vault."""
        shutil.copytree(Path(schema.__file__).parent / "migrations", self.folder / "migrations")
        (self.folder / "migrations" / "versions" / "later.py").write_text(
            STEP.format(head=schema.HEAD) + step, encoding="utf-8"
        )
        self.patch.setattr(schema, "__file__", str(self.folder / "schema.py"))
        self.patch.setattr(schema, "HEAD", "later")
        self.patch.setattr(schema, "REVISIONS", (*schema.REVISIONS, "later"))

    def earlier(self) -> None:
        """Be the version that made the vault."""
        self.patch.undo()


@pytest.fixture
def versions(tmp_path: Path) -> Iterator[Versions]:
    """Give the versions of the app."""
    with pytest.MonkeyPatch.context() as patch:
        yield Versions(tmp_path / "later", patch)


def refused(chamber: "Chamber", kind: type[ZvkError]) -> ZvkError:
    """Return with which error a locked vault refuses to open."""
    folder = chamber.vault.folder
    with pytest.raises(kind) as found:
        open_with(folder, folder.read_keys().unlock(chamber.words), chamber.clock)
    return found.value


def test_a_new_vault_has_the_tables_of_the_models(at: "At") -> None:
    """The steps and the models say the same: no table, column, type, index or constraint differs."""
    chamber = at("register")
    with chamber.vault.desk.engine().connect() as connection:
        ours = {
            "compare_server_default": True,
            "include_name": lambda name, *_rest: not (name or "").startswith(SEARCH),
        }
        context = MigrationContext.configure(connection, opts=ours)
        assert compare_metadata(context, SQLModel.metadata) == []


def test_the_version_of_the_app_is_that_of_its_last_step() -> None:
    """The revision that the app works with is the last step, and it knows every step before it."""
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations").replace("%", "%%"))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == schema.REVISIONS
    assert steps[0] == schema.HEAD


def test_a_vault_of_a_newer_version_is_refused_untouched(at: "At") -> None:
    """A revision this version does not know is refused in a sentence; every file is byte for byte the same."""
    chamber = at("running")
    chamber.sql("UPDATE alembic_version SET version_num = '9999'")
    chamber.vault.lock()
    before = chamber.files()
    assert "newer version" in refused(chamber, VaultRefused).message
    assert chamber.files() == before
    assert "newer version" in refused(chamber, VaultRefused).message


def test_a_vault_that_is_behind_is_brought_up_to_date(at: "At", versions: Versions) -> None:
    """A table that others refer to is made anew with all its rows; the app writes as before, references are kept."""
    chamber = at("running")
    before = chamber.content("professional", "contribution", "action")
    versions.later(REMAKES_A_TABLE)
    chamber.reopened()
    assert chamber.content("professional", "contribution", "action") == before
    assert chamber.sql("SELECT DISTINCT address FROM partner") == [("onbekend",)]
    assert chamber.sql("PRAGMA foreign_keys") == [(1,)]
    assert chamber.vault.verify() == ()
    assert chamber.sql("SELECT version_num FROM alembic_version") == [("later",)]


def test_a_back_up_is_made_first(at: "At", versions: Versions) -> None:
    """Before the first step there is a whole copy, with the tables as they were, that the earlier version opens."""
    chamber = at("running")
    before = chamber.content(logs=True)
    versions.later(REMAKES_A_TABLE)
    chamber.reopened().vault.lock()
    (copy,) = backups_of(chamber.vault.folder)
    assert copy.path.name.endswith("-migration")
    versions.earlier()
    folder = VaultFolder(Path(shutil.copytree(copy.path, chamber.vault.folder.path.with_name("copy.zvk"))))
    chamber.vault = open_with(folder, folder.read_keys().unlock(chamber.words), chamber.clock)
    after = chamber.content(logs=True)
    assert after.pop("audit")[:-1] == before.pop("audit")
    assert after == before


def test_no_back_up_no_step(at: "At", versions: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    """When no back-up can be made the vault is not opened, and its tables stay as they were."""
    chamber = at("running")
    chamber.vault.lock()
    before = chamber.files()
    versions.later(REMAKES_A_TABLE)

    def full(*_arguments: object) -> None:
        raise CouldNotWrite("full")

    monkeypatch.setattr(vault, "back_up", full)
    refused(chamber, CouldNotWrite)
    assert chamber.files() == before


@pytest.mark.parametrize(
    ("step", "kind"), [(FAILS_HALFWAY, ZvkError), (LOSES_A_REFERENCE, VaultDamaged)], ids=["fails", "loses"]
)
def test_a_step_that_fails_leaves_the_tables(at: "At", versions: Versions, step: str, kind: type[ZvkError]) -> None:
    """A step that goes wrong, or would lose what is referred to, leaves everything; the earlier version opens it."""
    chamber = at("running")
    before = chamber.content()
    chamber.vault.lock()
    versions.later(step)
    refused(chamber, kind)
    versions.earlier()
    assert chamber.reopened().content() == before
    assert chamber.vault.verify() == ()


def test_a_vault_that_is_up_to_date_gets_no_back_up(at: "At") -> None:
    """Opening makes a back-up only when there is a step to do."""
    assert backups_of(at("running").reopened().vault.folder) == []
