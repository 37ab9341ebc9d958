"""The version of the tables: which one a vault has, and how it is brought up to date.

Alembic does the work and is loaded only then: a vault that is up to date opens without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, inspect, text
from sqlmodel import Session

from zvk_tui.errors import VaultDamaged, VaultRefused
from zvk_tui.i18n import N_
from zvk_tui.store import search

HEAD: Final = "0003"
"""The revision of the tables that this version of the app works with."""

REVISIONS: Final = ("0001", "0002", "0003")
"""All revisions that this version knows, oldest first."""


def revision(connection: Connection) -> str | None:
    """Return the revision of the vault's tables, None when it has no tables yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def is_behind(found: str | None) -> bool:
    """Return whether a vault at revision `found` must be migrated before use.

    Raises:
        VaultRefused: for a revision that this version of the app does not know.
    """
    if found is not None and found not in REVISIONS:
        raise VaultRefused(
            N_("This vault was made by a newer version of zvk. Nothing was changed; open it with that newer version.")
        )
    return found != HEAD


def migrate(engine: Engine) -> None:
    """Bring the tables to `HEAD`, all steps in one transaction.

    A step that makes a table anew would take along what refers to it; so references are not kept by the database
    meanwhile, and are all checked before the end.

    Raises:
        VaultDamaged: a reference points to nothing; the tables are as they were.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.connect() as connection, _loose_references(connection), connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        with Session(connection, join_transaction_mode="rollback_only") as session:
            search.rebuild(session)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise VaultDamaged(N_("The vault could not be brought up to date. Nothing was changed; use a back-up."))


@contextmanager
def _loose_references(connection: Connection) -> Iterator[None]:
    """Let the database keep no references for a while; that can be said outside a transaction only."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
