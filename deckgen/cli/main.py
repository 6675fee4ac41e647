"""The command `deckgen`: a plain `build` starts at once, everything else goes through click."""

from __future__ import annotations

import gc
import os
import sys

# A compile holds no cycles worth collecting; walking the modules again and again costs a twentieth of the run.
gc.disable()


def main() -> None:
    """Run the command; exit 0 done, 1 findings, 2 wrong usage or unreadable input."""
    for stream in (sys.stdout, sys.stderr):
        # A console of another encoding must not turn a message into a traceback.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    try:
        leave(run(sys.argv[1:]))
    except BrokenPipeError:
        leave(1)  # the reader of our output went away (`deckgen … | head`); nothing is left to say
    except KeyboardInterrupt:
        leave(130)  # as a shell reports a command that Ctrl-C ended


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    from deckgen.cli.plain import plain_build

    request = plain_build(arguments)
    if request is not None:
        from deckgen.cli.building import build_deck

        return build_deck(request)
    from deckgen.cli.group import cli

    try:
        cli()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def leave(code: int) -> None:
    """End the process without taking its memory apart object by object, which costs 0.15 s after 1 000 slides."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 1
    os._exit(code)
