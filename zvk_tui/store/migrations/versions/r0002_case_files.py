"""Case files: rules of approaches, registrations, events, roles, letters, plans, police information, and the search.

Cases of an earlier version are taken over with the events that bring them to the phase they are in.
"""

import sqlalchemy as sa
from alembic import op

from zvk_tui.store import search
from zvk_tui.store.migrations import lives_so_far

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _new_tables()
    _wider_tables()
    _list_indexes()
    search.create(op.get_bind())
    lives_so_far.take_over(op.get_bind())


def _new_tables() -> None:
    op.create_table(
        "admission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("slot_id", sa.String(), nullable=False),
        sa.Column("approach", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("slot_id", "approach"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "approach_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("approach", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("approach", "version"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "intake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "case_role",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("professional_id", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["professional_id"], ["professional.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("case_role") as table:
        table.create_index("ix_case_role_case_id", ["case_id"], unique=False)
        table.create_index("ix_case_role_professional_id", ["professional_id"], unique=False)

    op.create_table(
        "circle_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("given_names", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("circle_member") as table:
        table.create_index("ix_circle_member_case_id", ["case_id"], unique=False)

    op.create_table(
        "life_level",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("domain", sa.String(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("life_level") as table:
        table.create_index("ix_life_level_case_domain", ["case_id", "domain", "on"], unique=False)

    op.create_table(
        "notification_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("addressees", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("deferred_by", sa.String(), nullable=False),
        sa.Column("recheck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("notification_letter") as table:
        table.create_index("ix_notification_letter_case_id", ["case_id"], unique=False)
        table.create_index("ix_notification_letter_state", ["state"], unique=False)

    op.create_table(
        "police_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("negative", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("wrong_on", sa.Date(), nullable=True),
        sa.Column("wrong_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("police_contact") as table:
        table.create_index("ix_police_contact_case_on", ["case_id", "on"], unique=False)

    op.create_table(
        "police_known",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("police_known") as table:
        table.create_index("ix_police_known_case_id", ["case_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("partner_id", sa.Integer(), nullable=True),
        sa.Column("professional_id", sa.Integer(), nullable=True),
        sa.Column("pre_consult", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("request_goal", sa.String(), nullable=False),
        sa.Column("domains", sa.JSON(), nullable=True),
        sa.Column("chains", sa.JSON(), nullable=True),
        sa.Column("rules_version", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("age_verdict", sa.String(), nullable=False),
        sa.Column("earlier_ref", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"]),
        sa.ForeignKeyConstraint(["professional_id"], ["professional.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_table(
        "criterion_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("referral_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("motive", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("referral_id", "code"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("criterion_answer") as table:
        table.create_index("ix_criterion_answer_case_id", ["case_id"], unique=False)

    op.create_table(
        "case_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("approach", sa.String(), nullable=False),
        sa.Column("track", sa.String(), nullable=False),
        sa.Column("closing_reason", sa.String(), nullable=False),
        sa.Column("forum", sa.String(), nullable=False),
        sa.Column("scale_to", sa.String(), nullable=False),
        sa.Column("receiver", sa.String(), nullable=False),
        sa.Column("accepted_by", sa.String(), nullable=False),
        sa.Column("next_steps", sa.String(), nullable=False),
        sa.Column("other_ref", sa.String(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("case_event") as table:
        table.create_index("ix_case_event_case_id", ["case_id"], unique=False)

    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("goal", sa.String(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("meeting_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("case_id", "version"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("plan") as table:
        table.create_index("ix_plan_review_on", ["review_on"], unique=False)

    op.create_table(
        "plan_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("domain", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.Column("reached_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("plan_goal") as table:
        table.create_index("ix_plan_goal_case_id", ["case_id"], unique=False)
        table.create_index("ix_plan_goal_plan_id", ["plan_id"], unique=False)

    op.create_table(
        "contribution_standing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"]),
        sa.ForeignKeyConstraint(["contribution_id"], ["contribution.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    with op.batch_alter_table("contribution_standing") as table:
        table.create_index("ix_contribution_standing_case_id", ["case_id"], unique=False)
        table.create_index("ix_contribution_standing_contribution_id", ["contribution_id"], unique=False)


def _wider_tables() -> None:
    with op.batch_alter_table("action") as table:
        table.add_column(sa.Column("chain", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("intervention", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("goal_key", sa.String(), nullable=False, server_default=sa.text("''")))
        table.alter_column("item_id", existing_type=sa.Integer(), nullable=True)
        table.alter_column("meeting_id", existing_type=sa.Integer(), nullable=True)

    with op.batch_alter_table("case_file") as table:
        table.add_column(sa.Column("label", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("closing_reason", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("shielded", sa.Boolean(), nullable=False, server_default=sa.text("0")))
        table.add_column(sa.Column("erased", sa.Boolean(), nullable=False, server_default=sa.text("0")))

    with op.batch_alter_table("contribution") as table:
        table.add_column(sa.Column("category", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("conditions", sa.String(), nullable=False, server_default=sa.text("''")))
        table.add_column(sa.Column("standing", sa.String(), nullable=False, server_default=sa.text("'stands'")))
        table.alter_column("item_id", existing_type=sa.Integer(), nullable=True)

    with op.batch_alter_table("person") as table:
        table.add_column(sa.Column("name_key", sa.String(), nullable=False, server_default=sa.text("''")))
        table.create_index("ix_person_birth_date", ["birth_date"], unique=False)
        table.create_index("ix_person_name_key", ["name_key"], unique=False)


def _list_indexes() -> None:
    narrowed = ("phase", "approach", "track", "label", "director_id", "shielded", "erased")
    keys = {
        "number": ("ref", "id"),
        "person": ("person_id", "id"),
        "registered": ("registered_on", "id"),
        "discussed": ("last_discussed", "id"),
        "next": ("next_discussion", "id"),
        "phase": ("phase", "ref", "id"),
    }
    for name, key in keys.items():
        columns = [*key, *(column for column in narrowed if column not in key)]
        op.create_index(f"ix_case_file_by_{name}", "case_file", columns, unique=False)
