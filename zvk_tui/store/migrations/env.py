"""Run the migrations on the connection that the vault hands over."""

from alembic import context
from sqlmodel import SQLModel

from zvk_tui.store import rule_tables

assert rule_tables.RECORDS  # noqa: S101 - the tables are known before they are compared

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
