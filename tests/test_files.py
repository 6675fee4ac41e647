"""Files of a report: where they may be, what is refused before it is opened, and what was looked for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from deckgen.diagnostics import Findings
from deckgen.files import Files, Folder, Memory, NotAFileError, Overlay, TooLargeError, read_bytes
from deckgen.load.outline import load_outline
from deckgen.messages import rendered
from deckgen.pipeline import Request, look
from tests.some import some

LIMIT = 100
OUTLINE = "title: 报告\nfigures: figures.yaml\nparts: [{title: 一, slides: [{kind: points, title: 标题, points: ['产值 {gdp}']}]}]\n"
LEDGER = "extends: base.yaml\nfigures: {}\n"
BASE = "figures: {gdp: {label: 产值, value: 412.6, unit: 亿元}}\n"
REPORT = {"outline.yaml": OUTLINE, "figures.yaml": LEDGER, "base.yaml": BASE}


def names(files: Files) -> set[str]:
    return {os.path.basename(path) for path in files.looked_for}


# ---- where they may be


def test_a_folder_is_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    files = Folder()
    assert files.exists(str(tmp_path / "a"))
    assert files.read(str(tmp_path / "a"), 3) == b"one"
    assert not files.exists(str(tmp_path / "b"))
    assert not files.exists(str(tmp_path))


def test_memory_knows_its_paths_however_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = Memory({"in/a.yaml": "文", "b": b"\xff"})
    assert files.read(str(tmp_path / "in" / "a.yaml"), LIMIT) == "文".encode()
    assert files.read("in/../b", LIMIT) == b"\xff"
    assert not files.exists("a.yaml")
    with pytest.raises(FileNotFoundError):
        files.read("a.yaml", LIMIT)


def test_an_overlay_hides_what_lies_under_it(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("disk")
    files = Overlay(Memory({str(tmp_path / "a"): "memory", str(tmp_path / "c"): "memory"}), Folder())
    assert [files.read(str(tmp_path / name), LIMIT) for name in "abc"] == [b"memory", b"disk", b"memory"]
    assert [files.exists(str(tmp_path / name)) for name in "abcd"] == [True, True, True, False]


def test_a_report_may_be_in_memory_and_its_base_on_disk(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    memory = Memory({str(tmp_path / name): REPORT[name] for name in ("outline.yaml", "figures.yaml")})
    findings = Findings()
    report = load_outline(str(tmp_path / "outline.yaml"), None, Overlay(memory, Folder()), findings)
    assert findings.all == []
    assert report is not None
    assert report.used == ("gdp",)


# ---- what was looked for


def test_what_was_looked_for_is_noted_whether_it_is_there_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = Overlay(Memory({"a": ""}), Folder())
    files.exists("a")
    files.exists("b")
    with pytest.raises(FileNotFoundError):
        files.read("c", LIMIT)
    assert files.looked_for == {str(tmp_path / name) for name in "abc"}


@pytest.mark.parametrize("missing", ["", "base.yaml", "figures.yaml"])
def test_a_look_names_every_file_that_can_change_it(tmp_path: Path, missing: str) -> None:
    """The live page follows these: a ledger that is not there yet as well."""
    for name, text in REPORT.items():
        if name != missing:
            (tmp_path / name).write_text(text, encoding="utf-8")
    looked = look(Request(str(tmp_path / "outline.yaml")))
    assert (looked.scene is None) == bool(missing)
    wanted = {"outline.yaml", "figures.yaml", "theme.yaml"} | (set() if missing == "figures.yaml" else {"base.yaml"})
    assert wanted <= {os.path.basename(path) for path in looked.files}
    assert all(os.path.isabs(path) for path in some(looked.files))


def test_requests_do_not_share_what_was_looked_for() -> None:
    first, second = Request("a"), Request("b")
    first.files.exists("a")
    assert names(first.files) == {"a"}
    assert names(second.files) == set()


# ---- what is refused


def test_a_pipe_is_refused_without_waiting_for_its_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFileError):
        Folder().read(str(tmp_path / "pipe"), LIMIT)


def test_a_socket_and_a_device_are_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        for path in (str(tmp_path / "socket"), os.devnull):
            with pytest.raises(NotAFileError):
                Folder().read(path, LIMIT)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="no /proc")
def test_a_file_of_the_kernel_counts_as_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says that it has no bytes; /proc/kmsg waits for the next message of the kernel when it is read."""
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("opened"))
    assert Folder().read("/proc/self/status", LIMIT) == b""


@pytest.mark.parametrize("stage", ["load", "form", "speech"])
def test_every_refusal_has_words(tmp_path: Path, stage: str) -> None:
    (tmp_path / "large").write_bytes(bytes(LIMIT + 1))
    os.mkfifo(tmp_path / "pipe")
    cases = {"none": "missing-file", "": "is-a-folder", "pipe": "not-a-file", "large": "too-large", "a\0b": "cannot-read"}
    for name, rule in some(cases.items()):
        findings = Findings()
        assert read_bytes(f"{tmp_path}/{name}", Folder(), LIMIT, findings, stage) is None
        assert [finding.rule for finding in findings.all] == [f"{stage}/{rule}"]
        assert all(rendered(findings.all[0], lang) for lang in ("zh", "en"))


def test_memory_holds_to_the_same_limit() -> None:
    assert Memory({"a": bytes(LIMIT)}).read("a", LIMIT) == bytes(LIMIT)
    with pytest.raises(TooLargeError):
        Memory({"a": bytes(LIMIT + 1)}).read("a", LIMIT)


def test_half_a_character_in_memory_is_told_like_one_on_disk() -> None:
    findings = Findings()
    assert load_outline("a.yaml", None, Memory({"a.yaml": "title: 报告\ud800\n"}), findings) is None
    assert [finding.rule for finding in findings.all] == ["load/encoding"]
