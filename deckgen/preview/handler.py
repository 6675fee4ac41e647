"""One connection of a browser: known routes, read only, and a stream of news."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from deckgen import __version__
from deckgen.preview.events import BYE, PULSE, RETRY, Teller
from deckgen.preview.guards import HEADERS, refused

if TYPE_CHECKING:
    from deckgen.preview.server import Server

SLIDE = re.compile(r"/slide/([0-9a-f]{24})\.svg")
SVG, TEXT, EVENTS = "image/svg+xml; charset=utf-8", "text/plain; charset=utf-8", "text/event-stream; charset=utf-8"
JSON = "application/json; charset=utf-8"
HEARTBEAT = 10.0  # seconds; a page that is gone is noticed then
SENDING = 10.0  # seconds that a browser may take to read what it is sent


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 10  # seconds until a connection that asks nothing is closed
    server_version, sys_version = f"deckgen/{__version__}", ""

    def do_GET(self) -> None:
        self.server.has_asked(self.connection)
        self.close_connection |= self.has_body()  # which nobody reads, so that it would be taken for the next request
        path, _, query = self.path.partition("?")
        if refused(self.headers, self.server.port, path == "/"):
            self.answer(HTTPStatus.FORBIDDEN)
        elif path in self.server.page.routes:
            kind, body = self.server.page.routes[path]
            self.answer(HTTPStatus.OK, kind, body)
        elif match := SLIDE.fullmatch(path):
            self.slide(match[1])
        elif path == "/theme.svg":
            self.portrait(parse_qs(query).get("theme", [""])[0])
        elif path == "/score":
            self.score(parse_qs(query).get("theme", [""])[0])
        elif path == "/events":
            self.events(parse_qs(query).get("theme", [""])[0])
        else:
            self.answer(HTTPStatus.NOT_FOUND)

    def do_HEAD(self) -> None:
        self.do_GET()

    def has_body(self) -> bool:
        return self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers

    def slide(self, look: str) -> None:
        try:
            svg = self.server.studio.drawing(look)
        except Exception as error:  # a fault in the drawing of one slide is told in its place
            self.answer(HTTPStatus.INTERNAL_SERVER_ERROR, TEXT, f"{type(error).__name__}: {error}".encode())
            return
        if svg is None:
            self.answer(HTTPStatus.NOT_FOUND)
        else:
            self.answer(HTTPStatus.OK, SVG, svg.encode())

    def portrait(self, theme: str) -> None:
        """What a theme looks like."""
        svg = self.server.studio.portrait(theme) if theme in self.server.themes else b""
        if svg:
            self.answer(HTTPStatus.OK, SVG, svg)
        else:
            self.answer(HTTPStatus.NOT_FOUND)

    def score(self, theme: str) -> None:
        """What the deck that is shown is worth."""
        worth = self.server.studio.verdict(theme) if theme in self.server.themes else None
        if worth is None:
            self.answer(HTTPStatus.NOT_FOUND)
        else:
            self.answer(HTTPStatus.OK, JSON, worth)

    def events(self, theme: str) -> None:
        """News until the page or the server ends."""
        studio = self.server.studio
        if theme not in self.server.themes:
            self.answer(HTTPStatus.NOT_FOUND)
            return
        self.close_connection = True
        self.begin(HTTPStatus.OK, EVENTS, None)
        if self.command == "HEAD":
            return
        self.connection.settimeout(SENDING)
        self.wfile.write(RETRY)
        teller, seen = Teller(self.server.page.edition), 0
        with studio.looking(theme):
            while not studio.closed:
                view = studio.next_view(theme, seen, HEARTBEAT)
                seen = view.version if view else seen
                self.wfile.write(teller.tell(view) if view else PULSE)
            self.wfile.write(BYE)

    def answer(self, status: HTTPStatus, kind: str = TEXT, body: bytes = b"") -> None:
        body = body or f"{status.value} {status.phrase}\n".encode()
        self.begin(status, kind, len(body))
        if self.command != "HEAD":
            self.wfile.write(body)

    def begin(self, status: HTTPStatus, kind: str, length: int | None) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the base class finds wrong with a request, in our form; a method without `do_…` is one that is not allowed."""
        self.close_connection = True
        self.answer(HTTPStatus.METHOD_NOT_ALLOWED if code == HTTPStatus.NOT_IMPLEMENTED else HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for the author."""
