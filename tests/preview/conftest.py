"""A preview inside the test's own process, and reports that are compiled by a function of the test's own."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from msgspec import Struct

from deckgen.cli.previewing import server_of
from deckgen.diagnostics import Finding
from deckgen.pipeline import Request
from deckgen.preview.server import Server
from deckgen.preview.studio import Report
from deckgen.scene import Scene

# Nothing is to be found in it: what a test finds is what it put there.
OUTLINE = """\
title: 报告
notes: 讲封面
figures: figures.yaml
parts:
  - title: 部分
    slides:
      - {kind: points, title: 甲, points: [第一件事, 再有一件], notes: 讲甲}
      - {kind: points, title: 乙, points: [第二件事, 再有一件], figures: [gdp], notes: 讲乙}
      - {kind: points, title: 丙, points: [第三件事, 再有一件], notes: 讲丙}
"""
LEDGER = "extends: base.yaml\nfigures: {}\n"
BASE = "figures:\n  gdp: {label: 生产总值, value: 7, unit: 亿元}\n"


def write_report(folder: Path) -> Path:
    """A report of four slides whose ledger extends another; the path of its outline."""
    (folder / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (folder / "base.yaml").write_text(BASE, encoding="utf-8")
    path = folder / "outline.yaml"
    path.write_text(OUTLINE, encoding="utf-8")
    return path


@contextmanager
def serving(outline: Path, port: int = 0, lang: str = "zh_CN.UTF-8") -> Iterator[Server]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", lang)
        made = server_of(Request(str(outline)), port)
    made.start()
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    return write_report(tmp_path)


@pytest.fixture
def server(outline: Path) -> Iterator[Server]:
    with serving(outline) as made:
        yield made


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture
def ask(server: Server) -> Ask:
    """Sends one request; headers that are None are left out."""

    def send(path: str, method: str = "GET", **headers: str | None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        sent = {"Host": f"127.0.0.1:{server.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        connection.close()
        return found

    return send


class Stream:
    """The stream of events as a page reads it."""

    def __init__(self, server: Server, theme: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
        self.connection.request("GET", f"/events?theme={theme}")
        self.answer = self.connection.getresponse()

    def next(self) -> tuple[str, Any]:
        """(name, data) of the next event."""
        name = ""
        while line := self.answer.readline().decode():
            field, _, value = line.rstrip("\n").partition(": ")
            if field == "event":
                name = value
            elif field.startswith("data"):
                return name, json.loads(value) if value else None
        return "end", None


@contextmanager
def listening(server: Server, theme: str = "") -> Iterator[Stream]:
    stream = Stream(server, theme)
    try:
        yield stream
    finally:
        stream.answer.close()
        stream.connection.close()


class Looked(Struct, frozen=True):
    """What a compile of the test's own gives."""

    scene: Scene | None = None
    findings: list[Finding] = []
    files: frozenset[str] = frozenset()


def report(look: Callable[[str], Looked]) -> Report:
    return Report(
        "outline.yaml",
        look,
        lambda slide, design, language: f"<svg>{slide.title}</svg>",
        lambda path: "",
        "zh",
        lambda scene: scene.properties.title.encode(),
    )
