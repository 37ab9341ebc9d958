"""The rules of the approaches in a vault: defaults, versions that never change, and who saved them when."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zvk_tui.domain.approaches import ApproachRules, default_rules
from zvk_tui.domain.case_file import Approach
from zvk_tui.domain.criteria import Ask
from zvk_tui.domain.log import Act
from zvk_tui.errors import Refused, VaultDamaged

if TYPE_CHECKING:
    from tests.store.conftest import At, Chamber

PAD = Approach.PAD


def changed(chamber: "Chamber", **values: object) -> ApproachRules:
    """Return the present rules of PAD with other values."""
    return replace(chamber.vault.approaches.current(PAD), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("approach", Approach)
def test_a_new_vault_has_the_defaults(at: "At", approach: Approach) -> None:
    """Version 1 of every approach holds the values of the annual report, before anything was saved."""
    reader = at("register").vault.approaches
    assert reader.current(approach) == reader.version(approach, 1) == default_rules(approach)
    assert [(one.rules.version, one.by) for one in reader.history(approach)] == [(1, "")]


def test_saving_makes_the_next_version(at: "At") -> None:
    """A change is version 2, with its day and who made it; the other approaches stay as they were."""
    chamber = at("register")
    assert chamber.vault.rule.save(changed(chamber, age_from=10)) == 2
    now = chamber.vault.approaches.current(PAD)
    assert (now.version, now.age_from, now.valid_from) == (2, 10, chamber.clock.now.date())
    assert chamber.vault.approaches.history(PAD)[0].by == "Voorzitter"
    assert chamber.vault.approaches.current(Approach.ALL_AGES) == default_rules(Approach.ALL_AGES)


def test_a_version_never_changes(at: "At") -> None:
    """After two changes every earlier version reads as it did, also when the vault was closed in between."""
    chamber = at("register")
    chamber.vault.rule.save(changed(chamber, age_from=10))
    second = chamber.vault.approaches.version(PAD, 2)
    chamber.clock.forward(days=40)
    chamber.vault.rule.save(changed(chamber, age_from=None))
    chamber.reopened()
    reader = chamber.vault.approaches
    assert [one.rules.version for one in reader.history(PAD)] == [3, 2, 1]
    assert reader.version(PAD, 2) == second
    assert reader.version(PAD, 1) == replace(default_rules(PAD), valid_from=reader.version(PAD, 1).valid_from)
    assert reader.version(PAD, 3).valid_from == second.valid_from + timedelta(days=40)  # type: ignore[operator]


def test_the_defaults_counted_since_the_vault_was_made(at: "At") -> None:
    """The first change keeps the defaults as version 1, from the day of the vault, by nobody."""
    chamber = at("final")
    chamber.vault.rule.save(changed(chamber, review_weeks=6))
    first = chamber.vault.approaches.history(PAD)[-1]
    assert (first.rules.version, first.rules.valid_from, first.by) == (1, chamber.first, "")


def test_saving_what_did_not_change_does_nothing(at: "At") -> None:
    """No version, no line in the log."""
    chamber = at("register")
    before = chamber.content(logs=True)
    assert chamber.vault.rule.save(changed(chamber)) == 1
    assert chamber.content(logs=True) == before


def test_a_change_leaves_one_line_without_content(at: "At") -> None:
    """The log says which approach was changed, by whom; not what was typed."""
    chamber = at("register")
    chamber.vault.rule.save(changed(chamber, review_weeks=6))
    line = chamber.vault.log.lines(1)[0]
    assert (line.act, line.who, line.case_ref, line.detail) == (Act.APPROACH_CHANGED, "Voorzitter", "", "pad")


def test_a_version_cannot_be_undone(at: "At") -> None:
    """Cases may have been tested against it: another version is the way back."""
    chamber = at("register")
    chamber.vault.rule.save(changed(chamber, review_weeks=6))
    chamber.vault.undo()
    assert chamber.vault.approaches.current(PAD).version == 2


@pytest.mark.parametrize(
    "values",
    [{"retention_years": 6}, {"tree": Ask("school")}, {"outcomes": ()}, {"age_from": 30}, {"review_weeks": 0}],
)
def test_rules_that_cannot_be_are_refused(at: "At", values: dict[str, object]) -> None:
    """What breaks the law or itself is refused in a sentence, and nothing is written."""
    chamber = at("register")
    before = chamber.content(logs=True)
    with pytest.raises(Refused) as refused:
        chamber.vault.rule.save(changed(chamber, **values))
    assert "{" not in refused.value.sentence
    assert chamber.content(logs=True) == before


def test_an_older_version_is_not_saved_over_a_newer_one(at: "At") -> None:
    """Who changed rules that somebody else saved meanwhile is told, and looks first."""
    chamber = at("register")
    stale = changed(chamber, age_from=10)
    chamber.vault.rule.save(changed(chamber, age_from=11))
    with pytest.raises(Refused, match="2"):
        chamber.vault.rule.save(stale)


def test_texts_are_kept_readable(at: "At") -> None:
    """Signs that turn a line around are kept in no criterion and no source."""
    chamber = at("register")
    criteria = chamber.vault.approaches.current(PAD).criteria
    turned = (replace(criteria[0], text="\u202eDe jongere\tis jong.", source=" besluit\x1b "), *criteria[1:])
    chamber.vault.rule.save(changed(chamber, criteria=turned))
    kept = chamber.vault.approaches.current(PAD).criteria[0]
    assert (kept.text, kept.source) == ("De jongere is jong.", "besluit")


def test_there_is_no_version_of_tomorrow(at: "At") -> None:
    """A version that was never saved is refused by its number."""
    with pytest.raises(Refused, match="9"):
        at("register").vault.approaches.version(PAD, 9)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE approach_rules SET content = '{}' WHERE version = 2",
        "UPDATE approach_rules SET content = json_set(content, '$.retention_years', 'vijf') WHERE version = 2",
        "UPDATE approach_rules SET content = json_set(content, '$.version', 1) WHERE version = 2",
        "UPDATE approach_rules SET valid_from = '2020-01-01' WHERE version = 2",
    ],
)
def test_damaged_rules_are_never_guessed_at(at: "At", damage: str) -> None:
    """Rules decide about people: what cannot be read exactly is not read at all."""
    chamber = at("register")
    chamber.vault.rule.save(changed(chamber, age_from=10))
    chamber.sql(damage)
    with pytest.raises(VaultDamaged):
        chamber.vault.approaches.current(PAD)


def test_the_day_is_that_of_the_clock(at: "At") -> None:
    """A version counts from the day on which it was saved."""
    chamber = at("register")
    chamber.clock.set(date(2028, 2, 29))
    chamber.vault.rule.save(changed(chamber, age_from=10))
    assert chamber.vault.approaches.current(PAD).valid_from == date(2028, 2, 29)
