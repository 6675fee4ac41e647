"""Who is answered, what with, and who is not."""

from __future__ import annotations

import html
import json
import re
import socket
import time
from collections.abc import Iterator

import pytest

from deckgen.preview.server import MOST_CONNECTIONS, Server
from tests.preview.conftest import Ask, listening, serving, write_report
from tests.some import some

PROMISED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One for all requests: none of them changes anything."""
    with serving(write_report(tmp_path_factory.mktemp("report"))) as made:
        yield made


def print_of_first(server: Server) -> str:
    with listening(server) as stream:
        return str(stream.next()[1]["pages"][0]["print"])


def test_the_page_and_all_that_it_names_are_served(ask: Ask) -> None:
    index = ask("/")
    assert index.status == 200
    named = re.findall(r'(?:src|href)="(/[^"]*)"', index.body.decode())
    assert len(named) == 4
    for path in some(named):
        assert ask(path).status == 200
    for script in ("main", "feed", "stage", "strip", "findings", "score", "words"):
        answer = ask(f"/page/{script}.js")
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        for imported in re.findall(r'from "\./([^"]+)"', answer.body.decode()):
            assert ask(f"/page/{imported}").status == 200


def test_a_slide_is_served_as_svg(ask: Ask, server: Server) -> None:
    answer = ask(f"/slide/{print_of_first(server)}.svg")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml; charset=utf-8")
    assert answer.body.startswith(b"<svg ") and "报告".encode() in answer.body


def test_the_score_of_what_is_shown_is_served(ask: Ask, server: Server) -> None:
    print_of_first(server)  # the deck is there
    told = json.loads(ask("/score").body)
    assert [measure["name"] for measure in told["measures"]] == ["可编辑", "放得下", "看得清", "对得齐", "疏密", "节奏", "无障碍"]
    assert told["level"] == 3 and told["measures"][1]["points"] == 100
    assert ask("/score?theme=nope").status == 404


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/nothing", "/events?theme=nope"])
def test_every_answer_carries_the_policy(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert {name: headers.get(name) for name in PROMISED} == PROMISED
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"] and "http" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        *("/page/../studio.py", "/page/..%2fstudio.py", "/page/%2e%2e/%2e%2e/pipeline.py", "/page/index.html", "/page/", "/page/nope.js"),
        *("/../../../etc/passwd", "//etc/passwd", "/outline.yaml", "/slide/../outline.yaml", "/slide/" + "0" * 24 + ".svg", "/slide/x.svg"),
        *("/page/main.js%00.css", "/page\\main.js", "http://127.0.0.1/page/main.js", "/events/", "/events?theme=../../x", "/events?theme=%00"),
    ],
)  # fmt: skip
def test_nothing_else_is_served(ask: Ask, path: str) -> None:
    assert ask(path).status == 404


@pytest.mark.parametrize(
    "host", [None, "", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:{port}.evil.example"]
)
@pytest.mark.parametrize("path", ["/", "/events", "/page/main.js"])
def test_another_host_is_refused(ask: Ask, server: Server, host: str | None, path: str) -> None:
    assert ask(path, Host=host and host.format(port=server.port)).status == 403


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_every_name_of_this_machine_is_answered(ask: Ask, server: Server, host: str) -> None:
    assert ask("/", Host=host.format(port=server.port)).status == 200


@pytest.mark.parametrize("path", ["/events", "/page/main.js", "/slide/" + "0" * 24 + ".svg"])
def test_another_page_gets_nothing(ask: Ask, path: str) -> None:
    assert ask(path, Origin="https://evil.example").status == 403
    assert ask(path, Origin="null").status == 403
    for site in ("cross-site", "same-site"):
        assert ask(path, Sec_Fetch_Site=site).status == 403


def test_the_page_itself_can_be_opened_by_a_link(ask: Ask) -> None:
    assert ask("/", Sec_Fetch_Site="cross-site").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
def test_only_reading_is_allowed(ask: Ask, method: str) -> None:
    answer = ask("/", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", ["/", "/page/style.css", "/events", "/nothing"])
def test_head_is_get_without_the_body(ask: Ask, path: str) -> None:
    answer = ask(path, "HEAD")
    assert answer.body == b""
    assert answer.status == (404 if path == "/nothing" else 200)


def raw(server: Server, request: bytes) -> bytes:
    """All that the server says to these bytes until it hangs up."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        found = b""
        while piece := connection.recv(65536):
            found += piece
    return found


def test_a_body_is_not_taken_for_the_next_request(server: Server) -> None:
    host = f"Host: 127.0.0.1:{server.port}\r\n"
    hidden = f"GET /page/style.css HTTP/1.1\r\n{host}\r\n"
    for body in (f"Content-Length: {len(hidden)}\r\n", "Transfer-Encoding: chunked\r\n"):
        said = raw(server, f"GET /nothing HTTP/1.1\r\n{host}{body}\r\n{hidden}".encode())
        assert said.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "request_line",
    [b"\r\n\r\n", b"GET\r\n\r\n", b"\x00\xff\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"a" * 70000 + b" HTTP/1.1\r\n\r\n"],
)
def test_nonsense_is_answered_or_dropped_and_the_server_goes_on(server: Server, ask: Ask, request_line: bytes) -> None:
    said = raw(server, request_line)
    assert b"Traceback" not in said and b" 200 " not in said[:20]
    assert ask("/").status == 200


def test_a_connection_is_kept_for_many_requests(server: Server) -> None:
    one = f"GET /page/icon.svg HTTP/1.1\r\nHost: localhost:{server.port}\r\n\r\n".encode()
    assert raw(server, one * 20).count(b"HTTP/1.1 200 OK") == 20


def test_the_words_and_facts_cannot_break_out_of_the_page(ask: Ask) -> None:
    body = ask("/").body.decode()
    assert '<html lang="zh-CN">' in body and "{{" not in body
    facts = re.search(r'<script type="application/json" id="facts">(.*?)</script>', body, re.S)
    assert facts is not None
    assert json.loads(facts[1])["outline"] == "outline.yaml"
    assert "<" not in facts[1]
    assert html.unescape("跳到当前页") in body


def test_connections_that_ask_nothing_stand_in_nobodys_way(ask: Ask, server: Server) -> None:
    """Two hundred and more that begin a request and never end it."""
    silent = []
    try:
        for _ in range(MOST_CONNECTIONS + 40):
            connection = socket.create_connection(("127.0.0.1", server.port), timeout=5)
            connection.sendall(b"GET / HTTP/1.1\r\nHost:")
            silent.append(connection)
        started = time.monotonic()
        assert ask("/").status == 200
        assert time.monotonic() - started < 3
        assert len(server.connections) <= MOST_CONNECTIONS + 1
    finally:
        for connection in silent:
            connection.close()


def test_every_theme_has_a_small_picture(ask: Ask, server: Server) -> None:
    pictures = {theme: ask(f"/theme.svg?theme={theme}") for theme in server.themes if theme}
    assert len(pictures) >= 8
    assert all(answer.status == 200 and answer.headers["content-type"].startswith("image/svg+xml") for answer in some(pictures.values()))
    assert len({answer.body for answer in pictures.values()}) == len(pictures)
    assert "政府工作报告" in pictures["mojin"].body.decode()
    assert ask("/theme.svg?theme=nope").status == 404
