"""The canonical content and the fingerprint: the same minutes give the same, any change gives another."""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zvk_tui.domain.case_file import Approach, Phase, Subject
from zvk_tui.domain.meeting import ItemKind, ItemState, Presence, SeriesKind
from zvk_tui.domain.minutes import (
    ActionLine,
    ContributionLine,
    DecisionLine,
    JudgementLine,
    Minutes,
    MinutesHead,
    MinutesItem,
    MinutesStatus,
    PresenceLine,
    canonical,
    fingerprint,
    part_hash,
    part_ref,
    parts,
    put_together,
    split,
)
from zvk_tui.domain.record import ActionState, Answer, StatementKind

TODAY = date(2026, 11, 23)
ACTION = ActionLine(12, "Huisbezoek", "Politie", "Ria Proef", date(2026, 12, 14), ActionState.OPEN, 1, "D26-0042")
ITEM = MinutesItem(
    position=6,
    kind=ItemKind.CASE,
    title="Zoë",
    state=ItemState.DISCUSSED,
    case_ref="D26-0042",
    subject=Subject("Proef", "de", "Verzonnen", date(2008, 2, 29)),
    approach=Approach.PAD,
    phase=Phase.APPROACH,
    goal="Terug naar school",
    contributions=(ContributionLine("Politie", "Ria Proef", TODAY, StatementKind.FACT, "Gezien in het park"),),
    judgement=JudgementLine("Het gaat beter", Answer.PARTLY, Answer.YES),
    decisions=(DecisionLine(7, "Doorgaan", "Het werkt", "Gemeente", "GGZ: te vroeg", "D26-0042"),),
    actions=(ACTION,),
    settled=(replace(ACTION, number=9, state=ActionState.DONE),),
)
HEAD = MinutesHead(
    chamber="Zorg- en Veiligheidskamer Proefstad",
    series="Kernteam PAD",
    series_kind=SeriesKind.CORE_TEAM_PAD,
    number=7,
    on=TODAY,
    started=time(13, 30),
    ended=time(15, 0),
    place="Zaal 2",
    chair="Cor Voorbeeld",
    note_taker="Els Voorbeeld",
    next_on=date(2026, 12, 7),
    presence=(PresenceLine("Ria Proef", "wijkagent", "Politie", Presence.GUEST, date(2026, 11, 1)),),
)
MINUTES = Minutes(HEAD, (ITEM,))

HEAD_HASH = "499bb8c45a15ec68656ef541a940da9af63e590e3c5f6492c3b035b35da42b0d"
ITEM_HASH = "895e53cdf7e5a7d61f71f59d57da9d0838499d628288a43ca4ce680b247afa18"
FINGERPRINT = "4918ba07bd5dfec0d5f2389a25838185f4cd65caa24f052c0f3b64437eb26851"
"""What final minutes out there carry. A change of these means that none of them can be verified any more."""


def variations(value: Any) -> Iterator[Any]:
    """Yield every value that differs from `value` in one place only, however deep."""
    match value:
        case StrEnum():
            yield next(other for other in type(value) if other is not value)
        case str():
            yield f"{value}."
        case int():
            yield value + 1
        case date():
            yield value + timedelta(days=1)
        case time():
            yield value.replace(minute=value.minute + 1)
        case tuple():
            yield value[1:]
            yield (*value, value[0])
            yield from ((other, *value[1:]) for other in variations(value[0]))
        case _ if is_dataclass(value):
            for field in fields(value):
                for other in variations(getattr(value, field.name)):
                    yield replace(value, **{field.name: other})  # type: ignore[type-var]  # any part of the minutes


def whole(part: type[Any]) -> st.SearchStrategy[Any]:
    """Return parts of the minutes with every field drawn, those with a default as well."""
    return st.builds(part, **{field.name: ... for field in fields(part)})


PARTS = whole(MinutesItem) | whole(MinutesHead)


def print_of(minutes: Minutes) -> str:
    """Return the fingerprint of minutes."""
    return fingerprint(tuple(part_hash(part) for part in parts(minutes)))


def test_the_canonical_form_is_pinned() -> None:
    """The form never changes by accident: it would make every set of final minutes look tampered with."""
    assert part_hash(canonical(HEAD)) == HEAD_HASH
    assert part_hash(canonical(ITEM)) == ITEM_HASH
    assert print_of(MINUTES) == FINGERPRINT


def test_the_canonical_form_can_be_read() -> None:
    """Sorted names, no spaces, words of the domain, dates in ISO form, accents as they are, null for nothing."""
    opening = MinutesItem(1, ItemKind.OPENING, "Opening é", ItemState.DISCUSSED, actions=(ACTION,))
    assert canonical(opening).decode() == (
        '{"actions":[{"case_ref":"D26-0042","due":"2026-12-14","number":12,"owner":"Politie","person":"Ria Proef",'
        '"postponed_count":1,"state":"open","text":"Huisbezoek"}],"approach":null,"case_ref":"","contributions":[],'
        '"decisions":[],"goal":"","judgement":null,"kind":"opening","phase":null,"position":1,"settled":[],'
        '"state":"discussed","subject":null,"title":"Opening é"}'
    )


@pytest.mark.parametrize("part", [HEAD, ITEM], ids=["head", "item"])
def test_every_single_change_is_seen(part: MinutesHead | MinutesItem) -> None:
    """A change of any one field, in any line, gives other content, and each change its own."""
    changed = [*variations(part)]
    assert len(changed) > len(fields(part))
    assert len({canonical(part), *map(canonical, changed)}) == len(changed) + 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (replace(ITEM, subject=None), replace(ITEM, subject=Subject())),
        (replace(ITEM, judgement=None), replace(ITEM, judgement=JudgementLine("", Answer.UNKNOWN, Answer.UNKNOWN))),
        (replace(HEAD, next_on=None), HEAD),
        (replace(HEAD, started=None), replace(HEAD, started=time(0, 0))),
        (replace(ITEM, title='a","goal":"b', goal=""), replace(ITEM, title="a", goal="b")),
        (replace(ITEM, actions=(ACTION,), settled=()), replace(ITEM, actions=(), settled=(ACTION,))),
        (replace(ITEM, title="Zoe\u0308"), ITEM),
    ],
)
def test_nothing_and_empty_are_not_the_same(one: MinutesHead | MinutesItem, other: MinutesHead | MinutesItem) -> None:
    """What is absent, what is empty, and what stands in another field or other signs can be told apart."""
    assert canonical(one) != canonical(other)


@given(one=PARTS, other=PARTS)
def test_the_same_content_only_for_the_same_minutes(
    one: MinutesHead | MinutesItem, other: MinutesHead | MinutesItem
) -> None:
    """The same part is written the same way every time, and two parts are written alike only when they are alike."""
    again = replace(one)
    assert canonical(again) == canonical(one)
    assert (canonical(one) == canonical(other)) == (one == other)


@given(one=whole(MinutesItem), other=whole(MinutesItem), name=st.sampled_from([f.name for f in fields(MinutesItem)]))
def test_one_field_of_another_part_is_seen(one: MinutesItem, other: MinutesItem, name: str) -> None:
    """Whichever field is taken over from other minutes, the content differs when the field does."""
    mixed = replace(one, **{name: getattr(other, name)})
    assert (part_hash(canonical(mixed)) == part_hash(canonical(one))) == (mixed == one)


@given(part=PARTS)
def test_the_content_is_plain_json(part: MinutesHead | MinutesItem) -> None:
    """In thirty years any program can read what was frozen: UTF-8 JSON with sorted names, on one line."""
    content = json.loads(canonical(part).decode("utf-8"))
    assert list(content) == sorted(field.name for field in fields(part))
    assert b"\n" not in canonical(part)


def test_the_subject_is_part_of_the_content() -> None:
    """Who the case was about is frozen with what was said: the name cannot be exchanged afterwards."""
    content = json.loads(canonical(ITEM))
    assert content["subject"]["surname"] == "Verzonnen"
    assert content["subject"]["birth_date"] == "2008-02-29"
    assert content["title"] == "Zoë"


@given(hashes=st.lists(st.binary().map(part_hash), max_size=6).flatmap(st.permutations))
def test_the_order_of_parts_matters(hashes: list[str]) -> None:
    """Items that change places give other minutes."""
    turned = hashes[::-1]
    assert (fingerprint(tuple(turned)) == fingerprint(tuple(hashes))) == (turned == hashes)


def test_every_part_counts() -> None:
    """Leaving an item out, doubling it or putting it before the head gives another fingerprint."""
    other = replace(ITEM, position=7)
    prints = {
        print_of(MINUTES),
        print_of(Minutes(HEAD, ())),
        print_of(Minutes(HEAD, (ITEM, ITEM))),
        print_of(Minutes(HEAD, (ITEM, other))),
        print_of(Minutes(HEAD, (other, ITEM))),
        fingerprint((part_hash(canonical(ITEM)), part_hash(canonical(HEAD)))),
    }
    assert len(prints) == 6


def test_erasing_a_case_leaves_the_rest_provable() -> None:
    """With only the hash of an erased part kept, the fingerprint of the whole is still the same."""
    other = replace(ITEM, position=7)
    kept = tuple(part_hash(part) for part in parts(Minutes(HEAD, (ITEM, other))))
    proved = fingerprint((part_hash(canonical(HEAD)), kept[1], part_hash(canonical(other))))
    assert proved == print_of(Minutes(HEAD, (ITEM, other)))


def test_the_head_comes_first() -> None:
    """The parts are the head and then each item, in order."""
    assert parts(MINUTES) == (canonical(HEAD), canonical(ITEM))


def test_finalising_does_not_change_the_content() -> None:
    """Status, version, moment and name stand beside the content, so a draft and its final minutes prove the same."""
    final = replace(
        MINUTES,
        status=MinutesStatus.FINAL,
        version=2,
        finalised_at=datetime(2026, 11, 23, 15, 5, tzinfo=UTC),
        finalised_by="Cor Voorbeeld",
        fingerprint="0" * 64,
    )
    assert parts(final) == parts(MINUTES)


def test_lists_are_by_number_over_all_items() -> None:
    """The decision list and the action list run through the whole meeting, and settled actions are not new ones."""
    later = replace(
        ITEM,
        position=1,
        decisions=(replace(ITEM.decisions[0], number=3),),
        actions=(replace(ACTION, number=2),),
    )
    minutes = Minutes(HEAD, (ITEM, later))
    assert [line.number for line in minutes.decisions] == [3, 7]
    assert [line.number for line in minutes.actions] == [2, 12]


def test_a_line_names_its_case() -> None:
    """A line without a case takes that of its item; a line with a case of its own keeps it."""
    bare = replace(ITEM, decisions=(replace(ITEM.decisions[0], case_ref=""),), actions=(replace(ACTION, case_ref=""),))
    general = replace(ITEM, kind=ItemKind.ACTIONS, case_ref="", subject=None)
    for item in (bare, general):
        minutes = Minutes(HEAD, (item,))
        assert [line.case_ref for line in minutes.decisions] == ["D26-0042"]
        assert [line.case_ref for line in minutes.actions] == ["D26-0042"]


def test_a_case_settled_elsewhere_is_a_part_of_its_own() -> None:
    """An action of a case that is settled at the action list can be erased with its case, and comes back in place."""
    line = ActionLine(7, "bellen", "Politie", "", date(2026, 11, 20), ActionState.DONE, 0, "D26-0001")
    own = replace(line, number=8, case_ref="")
    listed = MinutesItem(3, ItemKind.ACTIONS, "", ItemState.DISCUSSED, settled=(own, line))
    found = split(Minutes(HEAD, (listed,)))
    assert [part_ref(part) for part in found] == ["", "", "D26-0001"]
    assert put_together(found[1:]) == (listed,)
    assert put_together(found[1:2]) == (replace(listed, settled=(own,)),)
