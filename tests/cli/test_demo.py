"""`zvk demo`: a fictional chamber that is made once, and the scripted meeting as lines."""

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from zvk_tui import cli, i18n
from zvk_tui.demo.build import PASSPHRASE
from zvk_tui.demo.play import TableClock, meeting_to_play, play
from zvk_tui.domain.meeting import MeetingState, Presence
from zvk_tui.errors import Refused
from zvk_tui.opening import opener
from zvk_tui.store.vault import Vault

Zvk = Callable[..., Any]
Start = Callable[..., Any]

DAY = "23-11-2026"
CTRL_Q = "\x11"


def quietly(*words: str) -> tuple[int, str]:
    """Run the command in Dutch and return its exit code and what it printed."""
    i18n.use_language("nl")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        code = cli.main([*words, "--lang", "nl"])
    return code, printed.getvalue()


@pytest.fixture(scope="session")
def played(made_demo: tuple[Path, int, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    """Return the folder of a demo that was played once for all tests, and how that went."""
    around = tmp_path_factory.mktemp("played") / "demo"
    shutil.copytree(made_demo[0], around)
    return around, *quietly("demo", "--dir", str(around), "--on", DAY, "--play")


@pytest.fixture
def around(made_demo: tuple[Path, int, str], tmp_path: Path) -> Path:
    """Return the folder of a demo of the test's own."""
    return Path(shutil.copytree(made_demo[0], tmp_path / "demo"))


@pytest.fixture
def demo_secret(tmp_path: Path) -> str:
    """Return a file with the passphrase of the demo."""
    path = tmp_path / "wachtzin.txt"
    path.write_text(PASSPHRASE)
    return str(path)


def opened(around: Path) -> Vault:
    """Open the vault of a demo."""
    return opener(around / "demo.zvk", TableClock(date(2026, 11, 23)))(PASSPHRASE)


def test_making_the_demo_prints_two_lines(made_demo: tuple[Path, int, str]) -> None:
    """`--no-open` prints where the vault is and what opens it, in any language, and nothing else."""
    around, code, printed = made_demo
    assert (code, printed) == (0, f"folder: {around / 'demo.zvk'}\npassphrase: {PASSPHRASE}\n")


def test_the_demo_is_made_once(around: Path, zvk: Zvk) -> None:
    """The second time the same vault is named and left as it is."""
    before = {path.name: path.read_bytes() for path in (around / "demo.zvk").iterdir() if path.is_file()}
    assert zvk("demo", "--dir", around, "--no-open").code == 0
    assert {path.name: path.read_bytes() for path in (around / "demo.zvk").iterdir() if path.is_file()} == before


def test_the_demo_is_a_vault_like_any_other(around: Path, demo_secret: str, zvk: Zvk) -> None:
    """The reading commands work on it, and its prepared meeting is that of the day."""
    outcome = zvk("agenda", "--json", "--vault", around / "demo.zvk", "--passphrase-file", demo_secret)
    meeting = json.loads(outcome.out)["meeting"]
    assert (meeting["kind"], meeting["on"], meeting["state"]) == ("core_team_pad", "2026-11-23", "preparing")


def test_the_demo_closes_for_true_reasons(around: Path) -> None:
    """Nobody in it is closed as six months out of view who was seen negatively in those months (seed l.550-552)."""
    closed = "SELECT e.id FROM case_event e WHERE e.closing_reason = 'six_months'"
    seen = "SELECT e.id FROM case_event e JOIN police_contact p ON p.case_id = e.case_id AND p.negative "
    seen += 'WHERE e.closing_reason = \'six_months\' AND p."on" BETWEEN date(e."on", \'-6 months\') AND e."on"'
    with opened(around).desk.engine().connect() as connection:
        assert len(connection.exec_driver_sql(closed).all()) >= 3
        assert connection.exec_driver_sql(seen).all() == []


def test_a_folder_that_cannot_be_made_is_exit_code_5(tmp_path: Path, zvk: Zvk) -> None:
    """A demo in a place that is a file is one sentence."""
    (tmp_path / "bestand").touch()
    outcome = zvk("demo", "--dir", tmp_path / "bestand" / "demo", "--no-open")
    assert (outcome.code, outcome.out) == (5, "")


def test_without_a_terminal_the_meeting_is_played(played: tuple[Path, int, str], tmp_path: Path, zvk: Zvk) -> None:
    """Where there is no screen, one line says so, and then it is as with `--play`."""
    copy = shutil.copytree(played[0], tmp_path / "demo")
    lines = zvk("demo", "--dir", copy, "--on", DAY).out.splitlines()
    assert lines[0] == "There is no terminal for the app here; the scripted meeting is played instead."
    assert lines[1].startswith("folder: ")


def test_the_meeting_is_played_to_final_minutes(played: tuple[Path, int, str]) -> None:
    """The play ends with final minutes, and names their fingerprint and their files."""
    around, code, printed = played
    assert code == 0
    vault = opened(around)
    meeting = meeting_to_play(vault)
    minutes = vault.records.minutes(meeting.id)
    vault.lock()
    assert meeting.state is MeetingState.FINAL
    assert f"Vingerafdruk: {minutes.fingerprint}" in printed
    for suffix in (".pdf", ".docx", ".md"):
        assert str(around / f"verslag-kernteam-pad-{meeting.number}-2026-11-23{suffix}") in printed


def test_every_decision_and_action_of_the_play_is_in_the_pdf(played: tuple[Path, int, str]) -> None:
    """What was printed as decided and agreed stands in the minutes, by its number."""
    around, _code, printed = played
    (pdf,) = around.glob("*.pdf")
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    agreed = [line.split(":")[0].strip() for line in printed.splitlines() if line.startswith(("   B-", "   A-"))]
    assert len(agreed) > 20
    assert [reference for reference in agreed if reference not in text] == []


def test_what_only_the_chair_wrote_is_in_no_file(played: tuple[Path, int, str]) -> None:
    """The private notes of the script are neither printed nor exported."""
    around, _code, printed = played
    (markdown,) = around.glob("*.md")
    note = "Vragen of ouders bij de zitting kunnen zijn"
    assert note not in printed
    assert note not in markdown.read_text("utf-8")


def test_the_played_meeting_takes_place_on_its_day(played: tuple[Path, int, str]) -> None:
    """The minutes tell the hours of a real meeting, begun and ended on the day of the demo."""
    vault = opened(played[0])
    meeting = meeting_to_play(vault)
    vault.lock()
    assert meeting.started_at
    assert meeting.ended_at
    assert {meeting.started_at.date(), meeting.ended_at.date()} == {date(2026, 11, 23)}
    assert 30 * 60 < (meeting.ended_at - meeting.started_at).total_seconds() < 3 * 60 * 60


def test_a_played_vault_is_whole(played: tuple[Path, int, str], tmp_path: Path, demo_secret: str, zvk: Zvk) -> None:
    """After the play everything that `zvk verify` looks at holds."""
    copy = shutil.copytree(played[0], tmp_path / "demo")
    assert zvk("verify", "--vault", copy / "demo.zvk", "--passphrase-file", demo_secret).code == 0


def test_a_meeting_is_not_played_twice(played: tuple[Path, int, str], tmp_path: Path, zvk: Zvk) -> None:
    """The second time nothing is entered, and the minutes that are there stay as they are."""
    copy = shutil.copytree(played[0], tmp_path / "demo")
    (pdf,) = copy.glob("*.pdf")
    pdf.write_bytes(b"van iemand anders")
    outcome = zvk("demo", "--dir", copy, "--on", DAY, "--play")
    assert outcome.code == 0
    assert "The meeting has been held already." in outcome.out
    assert pdf.read_bytes() == b"van iemand anders"


def test_what_a_user_has_begun_is_not_played_over(around: Path, zvk: Zvk) -> None:
    """A meeting that somebody started in the app is left alone, with exit code 2."""
    vault = opened(around)
    meeting = meeting_to_play(vault)
    vault.table.all_present(meeting.id)
    vault.table.start(meeting.id)
    vault.lock()
    outcome = zvk("demo", "--dir", around, "--on", DAY, "--play")
    assert outcome.code == 2
    assert outcome.err.startswith("The meeting of this demo has begun already.")


def test_a_script_that_does_not_fit_is_told(around: Path) -> None:
    """When the prepared meeting lacks somebody whom the script needs, the play stops with a sentence."""
    vault = opened(around)
    meeting = meeting_to_play(vault)
    for seat in vault.meetings.attendance(meeting.id):
        vault.agenda.uninvite(seat.id)
    with pytest.raises(Refused):
        list(play(vault, meeting.id, TableClock(meeting.on)))
    vault.lock()


def test_the_play_comes_step_by_step(around: Path) -> None:
    """Each line is given once its step is done in the vault, not before."""
    vault = opened(around)
    meeting = meeting_to_play(vault)
    steps = play(vault, meeting.id, TableClock(meeting.on))
    assert next(steps) == "Presentie: Wensley Palmentuin is afgemeld."
    seats = {seat.professional.name: seat.presence for seat in vault.meetings.attendance(meeting.id)}
    state = vault.meetings.get(meeting.id).state
    vault.lock()
    assert (seats["Wensley Palmentuin"], state) == (Presence.EXCUSED, MeetingState.PREPARING)


def test_in_a_terminal_the_demo_opens_unlocked(around: Path, terminal: Start) -> None:
    """Who tries the demo types no passphrase: the app opens on today, and the two lines are there afterwards."""
    session = terminal("demo", "--dir", around, "--on", DAY)
    session.wait_for("Kernteam PAD")
    session.press(CTRL_Q)
    assert session.left_with() == 0
    assert f"passphrase: {PASSPHRASE}" in session.seen


def test_the_demo_is_not_the_vault_of_next_time(around: Path, terminal: Start, zvk: Zvk) -> None:
    """Trying the demo does not change which vault `zvk` opens."""
    session = terminal("demo", "--dir", around, "--on", DAY)
    session.wait_for("Kernteam PAD")
    session.press(CTRL_Q)
    session.left_with()
    assert zvk("verify").err == "Which vault? Give --vault and its folder.\n"


def test_the_demo_is_made_in_the_folder_of_the_app(home: Path, made_demo: tuple[Path, int, str], zvk: Zvk) -> None:
    """Without `--dir` the demo lies where the app keeps its data."""
    shutil.copytree(made_demo[0], home / "zvk" / "demo")
    assert zvk("demo", "--no-open").out.startswith(f"folder: {home / 'zvk' / 'demo' / 'demo.zvk'}\n")


def test_the_day_of_the_demo_may_be_typed_in_two_ways(around: Path, zvk: Zvk) -> None:
    """`--on` takes a Dutch and an ISO date."""
    for typed in (DAY, "2026-11-23"):
        assert zvk("demo", "--dir", around, "--on", typed, "--no-open").code == 0


def test_the_clock_of_the_table_goes_on() -> None:
    """The played meeting has a clock of its own, which knows the day and the time zone."""
    clock = TableClock(date(2026, 11, 23))
    before = clock()
    clock.spend(90)
    assert (clock() - before).total_seconds() == 90
    assert clock().tzinfo is not None
