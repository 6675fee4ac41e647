"""Two previews live side by side; a port that was asked for and is taken is said to be."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from deckgen.preview import server as serving_module
from deckgen.preview.assets import PageFiles
from deckgen.preview.server import PortBusyError, Server, open_server
from deckgen.preview.studio import Studio
from tests.preview.conftest import Ask, Looked, listening, report
from tests.some import some


def made(port: int) -> Server:
    return Server(port, Studio(report(lambda theme: Looked())), PageFiles({}, ""), frozenset())


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A port in use, the first that a preview would take."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        monkeypatch.setattr(serving_module, "FIRST_PORT", port)
        yield port


def test_the_next_free_port_is_taken(taken: int) -> None:
    server = open_server(None, made)
    server.server_close()
    assert server.port != taken
    assert server.url == f"http://127.0.0.1:{server.port}/"


def test_when_all_are_taken_the_system_chooses(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving_module, "PORTS_TRIED", 1)
    server = open_server(None, made)
    server.server_close()
    assert server.port != taken


def test_a_port_that_was_asked_for_is_not_exchanged(taken: int) -> None:
    with pytest.raises(PortBusyError):
        open_server(taken, made)


def test_only_this_machine_is_served(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_name_of_the_machine_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """`http.server` asks the resolver, which may ask the network, for the name of every address it binds."""

    def refuse(*_: object) -> str:
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket, "getfqdn", refuse)
    made(0).server_close()


@pytest.mark.clock
def test_a_hundred_connections_are_served_and_closed_within_a_second(server: Server, ask: Ask) -> None:
    open_ones = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(100)]
    assert ask("/page/icon.svg").status == 200
    with listening(server), listening(server):
        started = time.monotonic()
        server.close()
        assert time.monotonic() - started < 1
    for connection in some(open_ones):
        assert connection.recv(1) == b""
        connection.close()
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("deckgen-")]
    assert left == []


def test_of_too_many_connections_the_oldest_that_asks_nothing_is_ended(server: Server, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving_module, "MOST_CONNECTIONS", 2)
    held = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(3)]
    assert held[0].recv(1) == b""
    for connection in held:
        connection.close()
