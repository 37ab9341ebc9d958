"""Who may admit whom to a closed approach."""

import pytest

from zvk_tui.domain.admission import AdmissionProblem, Circle, KeyHolder

ME, YOU, PAPER = KeyHolder("me", "Ik"), KeyHolder("you", "Jij"), KeyHolder("paper", "", recovery=True)
ALL = (ME, YOU, PAPER)


@pytest.mark.parametrize(
    ("admitted", "own", "wanted", "problem"),
    [
        ((), "me", "me", None),
        ((), "me", "you", AdmissionProblem.SELF_FIRST),
        ((), "paper", "paper", AdmissionProblem.PASSPHRASE_FIRST),
        ((), "paper", "me", AdmissionProblem.PASSPHRASE_FIRST),
        (("gone",), "me", "me", None),
        (("me",), "me", "you", None),
        (("me",), "me", "paper", None),
        (("me",), "you", "you", AdmissionProblem.NOT_ADMITTED),
        (("me",), "paper", "you", AdmissionProblem.NOT_ADMITTED),
        (("me",), "me", "me", AdmissionProblem.ALREADY),
        (("me",), "me", "other", AdmissionProblem.NO_SLOT),
        (("paper",), "you", "you", None),
    ],
)
def test_who_may_be_admitted(
    admitted: tuple[str, ...], own: str, wanted: str, problem: AdmissionProblem | None
) -> None:
    """The first person admits himself; after that only who is admitted admits others, and paper admits nobody."""
    assert Circle(ALL, admitted, own).admission_problem(wanted) is problem


@pytest.mark.parametrize(
    ("admitted", "own", "wanted", "problem"),
    [
        (("me", "you"), "me", "you", None),
        (("me", "you"), "me", "me", None),
        (("me", "you"), "paper", "you", AdmissionProblem.NOT_ADMITTED),
        (("me",), "me", "me", AdmissionProblem.LAST),
        (("me", "paper"), "me", "me", AdmissionProblem.LAST),
        (("me", "gone"), "me", "me", AdmissionProblem.LAST),
        (("me", "gone"), "me", "gone", None),
        (("me",), "me", "you", AdmissionProblem.NOT_THERE),
        (("me",), "you", "me", AdmissionProblem.NOT_ADMITTED),
    ],
)
def test_who_may_be_withdrawn(
    admitted: tuple[str, ...], own: str, wanted: str, problem: AdmissionProblem | None
) -> None:
    """Only who is admitted withdraws an admission, his own too, but never that of the last person."""
    assert Circle(ALL, admitted, own).withdrawal_problem(wanted) is problem


def test_a_key_that_is_gone_counts_for_nobody() -> None:
    """While only keys are admitted that are no longer there, the first person may begin again."""
    assert Circle(ALL, ("gone", "paper"), "me").first
    assert not Circle(ALL, ("me",), "you").first
