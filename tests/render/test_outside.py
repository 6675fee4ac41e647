"""LibreOffice within walls: a deck fetches nothing, holds no more than a deck holds, and everything ends with us."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.archive import DECK
from deckgen.inspect.rules.run import check_deck
from deckgen.render import sealed
from deckgen.render.failure import RenderError
from deckgen.render.office import Office, find_office, to_pdf
from deckgen.render.sealed import seal
from tests.inspect.decks import members, ours, packed
from tests.render.fake import fake_office, small_deck
from tests.render.test_office import ended

SLIDE, RELATIONS = "ppt/slides/slide3.xml", "ppt/slides/_rels/slide3.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="901" name="链接的图片" descr="图"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:link="rId901"/>'
    '<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)
OBJECT = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="902" name="对象"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0"'
    ' y="0"/><a:ext cx="914400" cy="914400"/></p:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
    '<p:oleObj name="表" r:id="rId902" progId="Excel.Sheet.12"><p:link updateAutomatic="1"/></p:oleObj></a:graphicData></a:graphic></p:graphicFrame>'
)
BACKGROUND = '<p:cSld><p:bg><p:bgPr><a:blipFill><a:blip r:link="rId903"/><a:stretch><a:fillRect/></a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>'


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """A folder whose name says that decks in it are damaged on purpose."""
    folder = tmp_path / "broken"
    folder.mkdir()
    return folder


def linked(base: str) -> bytes:
    """Our deck with a linked picture, background and object, and a link to be clicked."""
    parts = members(ours())
    slide, relations = parts[SLIDE].decode(), parts[RELATIONS].decode()
    slide = slide.replace("<p:cSld>", BACKGROUND, 1).replace("</p:spTree>", PICTURE + OBJECT + "</p:spTree>", 1)
    slide = slide.replace('<p:cNvPr id="902" name="对象"/>', '<p:cNvPr id="902" name="对象"><a:hlinkClick r:id="rId904"/></p:cNvPr>')
    kinds = {
        "rId901": ("image", "a.png"),
        "rId902": ("oleObject", "b.xlsx"),
        "rId903": ("image", "c.png"),
        "rId904": ("hyperlink", "d.html"),
    }
    rows = "".join(
        f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target="{base}/{name}" TargetMode="External"/>'
        for rid, (kind, name) in kinds.items()
    )
    parts[SLIDE] = slide.encode()
    parts[RELATIONS] = relations.replace("</Relationships>", rows + "</Relationships>").encode()
    return packed(parts)


class Listener:
    """A server on this machine that counts who asks."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.socket.getsockname()[1]}"
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(2)
                self.asked.append(connection.recv(200))
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.socket.close()


def office() -> str:
    try:
        return find_office()
    except RenderError:
        pytest.skip("needs LibreOffice")


@pytest.mark.slow
def test_a_deck_with_links_is_drawn_and_nobody_is_asked(tmp_path: Path, listener: Listener) -> None:
    program = office()
    (tmp_path / "linked.pptx").write_bytes(linked(listener.base))
    seal(tmp_path / "linked.pptx", tmp_path / "deck.pptx")
    assert to_pdf(tmp_path / "deck.pptx", tmp_path, Office(program, 120)).stat().st_size > 10_000
    assert listener.asked == []


@pytest.mark.slow
def test_even_unsealed_a_deck_asks_nobody(tmp_path: Path, listener: Listener) -> None:
    program = office()
    (tmp_path / "linked.pptx").write_bytes(linked(listener.base))
    to_pdf(tmp_path / "linked.pptx", tmp_path, Office(program, 120))
    assert listener.asked == []


def test_a_sealed_deck_keeps_what_is_clicked_and_nothing_else_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "linked.pptx").write_bytes(linked("http://example.com"))
    seal(tmp_path / "linked.pptx", tmp_path / "deck.pptx")
    before, after = members((tmp_path / "linked.pptx").read_bytes()), members((tmp_path / "deck.pptx").read_bytes())
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == {RELATIONS}
    assert after[RELATIONS].count(b"example.com") == 1
    assert b"d.html" in after[RELATIONS]
    row = re.compile(rb"<(?:\w+:)?Relationship ")
    assert len(row.findall(after[RELATIONS])) == len(row.findall(before[RELATIONS])) - 3


def test_a_link_to_be_clicked_that_is_used_as_a_picture_is_none(tmp_path: Path) -> None:
    data = linked("http://example.com").replace(b"", b"")
    parts = members(data)
    parts[SLIDE] = parts[SLIDE].replace(b'r:link="rId901"', b'r:link="rId904"')
    (tmp_path / "a.pptx").write_bytes(packed(parts))
    seal(tmp_path / "a.pptx", tmp_path / "b.pptx")
    assert b"example.com" not in members((tmp_path / "b.pptx").read_bytes())[RELATIONS]


@pytest.mark.parametrize("target", ["http://a/b.png", "file:///a/b.png", "//a/b.png", "\\\\a\\b.png", "ftp://a/b"])
def test_a_target_elsewhere_that_is_not_called_external_leads_out_as_well(tmp_path: Path, target: str) -> None:
    parts = members(ours())
    row = f'<Relationship Id="rId901" Type="{OFFICE}/image" Target="{target}"/></Relationships>'
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", row.encode())
    parts["ppt/media/a.svg"] = b'<svg><image xlink:href="http://a/b.png"/><use href="#c"/></svg>'
    (tmp_path / "a.pptx").write_bytes(packed(parts))
    seal(tmp_path / "a.pptx", tmp_path / "b.pptx")
    after = members((tmp_path / "b.pptx").read_bytes())
    assert target.encode() not in after[RELATIONS]
    assert after["ppt/media/a.svg"] == b'<svg><image xlink:href=""/><use href="#c"/></svg>'


def test_check_names_what_lies_outside() -> None:
    found = [finding for finding in check_deck(linked("http://example.com"), "a.pptx") if finding.rule == "deck/outside-link"]
    assert sorted(str(finding.facts["target"]) for finding in found) == [
        f"http://example.com/{name}" for name in ("a.png", "b.xlsx", "c.png")
    ]
    assert {finding.span.slide for finding in found} == {3}


def test_too_large_a_deck_is_not_given_to_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec import structs

    (tmp_path / "a.pptx").write_bytes(ours())
    for limits in (structs.replace(DECK, tags=500), structs.replace(DECK, total=20_000), structs.replace(DECK, members=9)):
        monkeypatch.setattr(sealed, "DECK", limits)
        with pytest.raises(RenderError, match="render/too-large"):
            seal(tmp_path / "a.pptx", tmp_path / "b.pptx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_deck_is_no_traceback(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pptx").write_bytes(data)
    try:
        seal(tmp_path / "a.pptx", tmp_path / "b.pptx")
    except RenderError as error:
        assert error.rule == "render/broken-deck"


# ---- the end


@pytest.mark.signals
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: signals are those of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_libreoffice_ends_with_us_however_we_end(tmp_path: Path, number: signal.Signals) -> None:
    deck = small_deck(tmp_path / "deck.pptx")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    program = fake_office(tmp_path, "hang")
    command = [sys.executable, "-m", "deckgen", "render", str(deck), "--soffice", str(program), "-o", str(tmp_path / "a.pdf")]
    started = subprocess.Popen(command, env=os.environ | {"TMPDIR": str(scratch)}, stderr=subprocess.DEVNULL)
    log = tmp_path / "soffice.log"
    for _ in range(200):
        if log.exists() and "child" in log.read_text():
            break
        time.sleep(0.05)
    started.send_signal(number)
    started.wait(10)
    assert ended(int(log.read_text().split()[-1]))
    assert not (tmp_path / "a.pdf").exists()
    if number != signal.SIGKILL:
        assert started.returncode == 128 + number
        assert list(scratch.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="outside the repository: limits of memory are those of Linux")
def test_libreoffice_has_so_much_memory(tmp_path: Path) -> None:
    from deckgen.render.office import MEMORY, run

    program = shutil.which("sh")
    assert program
    assert run([program, "-c", "ulimit -v"], dict(os.environ), Office(program, 10)) == str(MEMORY)


def test_a_deck_is_a_zip_for_the_zip_library(tmp_path: Path) -> None:
    (tmp_path / "a.pptx").write_bytes(ours())
    seal(tmp_path / "a.pptx", tmp_path / "b.pptx")
    with zipfile.ZipFile(tmp_path / "b.pptx") as package:
        assert package.testzip() is None
