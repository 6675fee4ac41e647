"""`deckgen preview` on the command line: what it says, what it takes, how it ends."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from deckgen.cli import previewing
from deckgen.pipeline import Request
from tests.cli.conftest import OUTLINE, Deckgen

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_an_outline_that_is_not_there(deckgen: Deckgen) -> None:
    ended = deckgen("preview", "nowhere.yaml", "--no-open")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("nowhere.yaml: 错误[load/missing-file] 找不到这个文件\n")


def test_a_folder_in_the_place_of_an_outline(deckgen: Deckgen) -> None:
    Path("empty").mkdir()
    assert "load/is-a-folder" in deckgen("preview", "empty", "--no-open").err


def test_what_no_edit_can_mend_is_said_at_once(deckgen: Deckgen) -> None:
    ended = deckgen("preview", "outline.yaml", "--theme", "zhengwu-rad", "--figures", "no.yaml", "--no-open")
    assert (ended.code, ended.out) == (2, "")
    assert "是不是 `zhengwu-red`？" in ended.err and "no.yaml: 错误[load/missing-file]" in ended.err


def test_a_port_that_is_taken(deckgen: Deckgen, taken: int) -> None:
    ended = deckgen("preview", "outline.yaml", "--no-open", "--port", str(taken))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"端口 {taken} 正被别的程序占用")
    assert deckgen("preview", "outline.yaml", "--port", str(taken), "--lang", "en").err.startswith(f"Port {taken} is taken")


@pytest.mark.parametrize("port", ["0", "65536", "x", "-1"])
def test_a_port_that_is_none(deckgen: Deckgen, port: str) -> None:
    ended = deckgen("preview", "outline.yaml", "--port", port)
    assert ended.code == 2 and "--port 的值不对" in ended.err


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The command in a process of its own, and its port."""
    environment = os.environ | {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "deckgen", "preview", *arguments, "--no-open"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    assert process.stdout is not None
    try:
        first = process.stdout.readline()
        match = ADDRESS.search(first)
        assert match, first
        yield process, int(match[1])
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.signals
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_a_faulty_outline_and_ends_cleanly(tmp_path: Path, number: int) -> None:
    (tmp_path / "outline.yaml").write_text("title: [", encoding="utf-8")
    with running(tmp_path, "outline.yaml") as (process, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/events")
        answer = connection.getresponse()
        lines = [answer.readline().decode() for _ in range(4)]
        assert any("load/open-bracket" in line or "load/yaml-syntax" in line for line in lines), lines
        started = time.monotonic()
        process.send_signal(number)
        out = process.stdout.read() if process.stdout else ""
        assert (process.wait(5), time.monotonic() - started < 1) == (0, True)
        answer.close()
        connection.close()
    assert out.splitlines()[-1] == "预览已结束。"
    assert "Traceback" not in out


@pytest.mark.signals
@pytest.mark.parametrize("opens", [True, False])
def test_the_browser_is_opened_where_it_can_be(
    opens: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def open_and_leave(url: str) -> bool:
        asked.append(url)
        signal.raise_signal(signal.SIGINT)
        return True

    monkeypatch.setattr(webbrowser, "open", open_and_leave)
    monkeypatch.setattr(previewing, "has_screen", lambda: True)
    path = tmp_path / "outline.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    if not opens:
        Timer(0.2, signal.raise_signal, (signal.SIGINT,)).start()
    assert previewing.show_preview(Request(str(path)), None, opens) == 0
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
    match = ADDRESS.search(capsys.readouterr().out)
    assert match and asked == ([match[0]] if opens else [])


def test_without_a_screen_the_address_is_all(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda url: pytest.fail("opened"))
    monkeypatch.setattr(previewing, "has_screen", lambda: False)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    previewing.open_browser("http://127.0.0.1:1/")
    assert capsys.readouterr().out == "没能打开浏览器，请自己打开上面的网址。\n"


def test_two_previews_live_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    with running(tmp_path, "outline.yaml") as (_, one), running(tmp_path, "outline.yaml") as (_, other):
        assert one != other
        for port in (one, other):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/")
            assert connection.getresponse().status == 200
            connection.close()
