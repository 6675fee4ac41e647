"""The server of the page: this machine only, a thread a connection, an end within a second."""

from __future__ import annotations

import contextlib
import errno
import os
import socket
import socketserver
from collections.abc import Callable
from http.server import ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

from deckgen.preview.assets import PageFiles
from deckgen.preview.guards import LOOPBACK
from deckgen.preview.handler import Handler
from deckgen.preview.studio import Studio

FIRST_PORT = 8765
PORTS_TRIED = 20
MOST_CONNECTIONS = 200
BUSY = frozenset({errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEADDRINUSE", 0), getattr(errno, "WSAEACCES", 0)})


class PortBusyError(Exception):
    """The port that was asked for is taken."""


class Server(ThreadingHTTPServer):
    # On Windows the option would let us take a port that another program listens on.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, port: int, studio: Studio, page: PageFiles, themes: frozenset[str]) -> None:
        self.studio = studio
        self.page = page
        self.themes = themes
        self.connections: set[Any] = set()
        self.waiting: dict[Any, None] = {}  # those that have not asked for anything yet, the oldest first
        self.guard = Lock()
        super().__init__((LOOPBACK, port), Handler)
        self.port: int = self.server_address[1]
        self.url = f"http://{LOOPBACK}:{self.port}/"
        self.thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, name="deckgen-serve", daemon=True)

    def server_bind(self) -> None:
        """Bind without asking the network for our own name, as the base class does."""
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]

    def start(self) -> None:
        self.studio.start()
        self.thread.start()

    def close(self) -> None:
        """Stop listening, tell every page, end every connection."""
        self.shutdown()
        self.studio.close()
        with self.guard:
            connections = list(self.connections)
        for connection in connections:
            hang_up(connection)
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        with self.guard:
            room = len(self.connections) < MOST_CONNECTIONS
            idle = None if room else next(iter(self.waiting), None)
            if idle is not None:
                del self.waiting[idle]
                self.connections.discard(idle)  # its thread may take a moment to notice
            if room or idle is not None:
                self.connections.add(request)
                self.waiting[request] = None
        if idle is not None:
            hang_up(idle)  # who opened it and says nothing stands in nobody's way
        if room or idle is not None:
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def shutdown_request(self, request: Any) -> None:
        with self.guard:
            self.connections.discard(request)
            self.waiting.pop(request, None)
        super().shutdown_request(request)

    def has_asked(self, request: Any) -> None:
        with self.guard:
            self.waiting.pop(request, None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle is no event."""


def hang_up(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):  # it has hung up itself
        connection.shutdown(socket.SHUT_RDWR)


def open_server(port: int | None, made: Callable[[int], Server]) -> Server:
    """The server on this port, or without one on the first free port from `FIRST_PORT` on; raise `PortBusyError`."""
    tried = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + PORTS_TRIED), 0]
    for candidate in tried:
        try:
            return made(candidate)
        except OSError as error:
            if error.errno not in BUSY:
                raise
    raise PortBusyError
