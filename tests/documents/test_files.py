"""Writing minutes to a file: a name without names, and the file whole or not at all."""

import errno
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from zvk_tui import i18n
from zvk_tui.documents.files import SUFFIXES, file_name, render, save
from zvk_tui.domain.case_file import NameStyle
from zvk_tui.domain.meeting import SeriesKind
from zvk_tui.domain.minutes import Minutes
from zvk_tui.errors import CouldNotWrite, Refused, Usage


def test_a_file_name_says_what_it_is(final: Minutes, draft: Minutes) -> None:
    """Kind, number and date; a draft says that it is one."""
    assert file_name(final, ".pdf") == "verslag-kernteam-pad-14-2026-11-23.pdf"
    assert file_name(draft, ".docx") == "verslag-kernteam-pad-14-2026-11-23-concept.docx"
    i18n.use_language("en")
    assert file_name(draft, ".md") == "minutes-core-team-pad-14-2026-11-23-draft.md"


def test_a_file_name_holds_no_names(final: Minutes) -> None:
    """A process meeting is called by its case number, whatever its series is called."""
    head = replace(final.head, series="Overleg Jan de Vriezer", series_kind=SeriesKind.PROCESS_MEETING)
    assert file_name(replace(final, head=head), ".pdf") == "verslag-procesoverleg-d26-0042-14-2026-11-23.pdf"


@pytest.mark.parametrize(("suffix", "begin"), [(".pdf", b"%PDF"), (".docx", b"PK"), (".md", b"# "), (".PDF", b"%PDF")])
def test_every_kind_of_file_can_be_made(final: Minutes, suffix: str, begin: bytes) -> None:
    """PDF, Word and Markdown, with capitals too."""
    assert render(final, NameStyle.INITIALS, suffix).startswith(begin)


@pytest.mark.parametrize("suffix", ["", ".txt", "pdf", ".exe"])
def test_another_kind_of_file_is_refused_with_the_choice(final: Minutes, suffix: str) -> None:
    """The sentence names the kinds there are."""
    with pytest.raises(Usage) as refused:
        render(final, NameStyle.INITIALS, suffix)
    assert all(known in refused.value.sentence for known in SUFFIXES)


def test_nobody_else_can_read_the_file(tmp_path: Path) -> None:
    """A new file is for its owner only, and so is one that takes the place of a file for everybody."""
    for name in ("nieuw.pdf", "oud.pdf"):
        path = tmp_path / name
        if name == "oud.pdf":
            path.write_bytes(b"oud")
            path.chmod(0o644)
        save(path, b"inhoud", replace_existing=True)
        assert path.read_bytes() == b"inhoud"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_file_is_not_replaced_silently(tmp_path: Path) -> None:
    """It stays as it was until somebody says that it may be replaced."""
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"oud")
    with pytest.raises(Refused) as refused:
        save(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert "verslag.pdf bestaat al" in refused.value.sentence
    save(path, b"nieuw", replace_existing=True)
    assert path.read_bytes() == b"nieuw"


def test_a_link_that_leads_nowhere_is_not_replaced_silently(tmp_path: Path) -> None:
    """A name that is taken is taken, also by a link whose file is gone."""
    path = tmp_path / "verslag.pdf"
    path.symlink_to(tmp_path / "weg.pdf")
    with pytest.raises(Refused):
        save(path, b"nieuw")
    assert path.is_symlink()


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (errno.ENOSPC, "vol"),
        (errno.EACCES, "mag niet schrijven"),
        (errno.EPERM, "mag niet schrijven"),
        (errno.EROFS, "kan niet worden geschreven"),
        (errno.EIO, "kon niet worden geschreven"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str, step: str
) -> None:
    """Full disk, no rights, a read-only or a broken disk: its own sentence, the old file, no half file."""
    path = tmp_path / "verslag.pdf"
    path.write_bytes(b"oud")

    def fails(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(*((os, "fsync", fails) if step == "fsync" else (Path, "replace", fails)))
    with pytest.raises(CouldNotWrite) as failed:
        save(path, b"nieuw", replace_existing=True)
    assert word in failed.value.sentence
    assert failed.value.exit_code == 5
    assert path.read_bytes() == b"oud"
    names = {found.name for found in tmp_path.iterdir()}
    assert {name for name in names if name != "home"} == {"verslag.pdf"}


def test_a_full_disk_is_met_while_writing(tmp_path: Path) -> None:
    """A real limit of the system on the size of a file, in a process of its own: no half file is left."""
    path = tmp_path / "map" / "verslag.pdf"
    path.parent.mkdir()
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom zvk_tui.documents.files import save\n"
        "from zvk_tui.errors import CouldNotWrite\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    save(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except CouldNotWrite as failed:\n    print(failed.message)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert "is full" in done.stdout
    assert done.stderr == ""
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("weg/verslag.pdf", "bestaat niet"),
        ("bestand/verslag.pdf", "bestaat niet"),
        ("map", "is een map"),
        ("x" * 300, "te lang"),
    ],
)
def test_a_place_where_nothing_can_be_written(tmp_path: Path, place: str, words: str) -> None:
    """A missing folder, a file for a folder, a folder for a file, an impossible name: each its own sentence."""
    (tmp_path / "bestand").write_bytes(b"oud")
    (tmp_path / "map").mkdir()
    with pytest.raises(CouldNotWrite) as failed:
        save(tmp_path / place, b"nieuw", replace_existing=True)
    assert words in failed.value.sentence
    assert (tmp_path / "bestand").read_bytes() == b"oud"
    assert not list((tmp_path / "map").iterdir())


def test_a_nul_in_a_name_is_no_crash(tmp_path: Path) -> None:
    """A pasted name with a NUL in it gets a sentence."""
    with pytest.raises(CouldNotWrite):
        save(tmp_path / "a\x00b.pdf", b"nieuw")


def test_the_file_beside_it_has_a_name_that_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While writing there is one other file, in the same folder, without the document's name, for its owner only."""
    seen: list[tuple[str, int]] = []
    replaced = Path.replace

    def watched(self: Path, target: Path) -> Path:
        seen.extend((found.name, stat.S_IMODE(found.stat().st_mode)) for found in tmp_path.glob(".*"))
        return replaced(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    save(tmp_path / "verslag-d26-0042.pdf", b"inhoud")
    assert len(seen) == 1
    name, mode = seen[0]
    assert re.fullmatch(r"\.zvk-\w+\.tmp", name)
    assert mode == 0o600


def test_making_a_file_writes_nothing_anywhere(final: Minutes, home: Path) -> None:
    """No temporary file with case data: rendering happens in memory."""
    before = sorted(home.rglob("*"))
    for suffix in SUFFIXES:
        render(final, NameStyle.FULL, suffix)
    assert sorted(home.rglob("*")) == before


def test_the_makers_are_loaded_only_when_a_file_is_made() -> None:
    """Opening the meeting screen does not wait for Typst or python-docx."""
    code = (
        "import sys, zvk_tui.documents.files, zvk_tui.documents.preview\n"
        "print({'typst', 'docx', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_draft_and_its_final_have_other_names(draft: Minutes, final: Minutes) -> None:
    """Settling the minutes never overwrites the draft that went round."""
    names: Callable[[Minutes], set[str]] = lambda minutes: {file_name(minutes, suffix) for suffix in SUFFIXES}  # noqa: E731
    assert not names(draft) & names(final)
