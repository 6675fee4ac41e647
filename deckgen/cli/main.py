"""The command `deckgen`: a plain `build` starts at once, everything else goes through click."""

from __future__ import annotations

import gc
import os
import sys

# A compile holds no cycles worth collecting; walking the modules again and again costs a twentieth of the run.
gc.disable()


def main() -> None:
    """Run the command; exit 0 done, 1 findings, 2 wrong usage or unreadable input."""
    prepare_streams()
    try:
        leave(run(sys.argv[1:]))
    except OSError:
        leave(1)  # our output has no reader (`deckgen … | head`) or no room; compiling and saving explain their own
    except KeyboardInterrupt:
        from deckgen.cli.language import say

        print(say("cli/interrupted"), file=sys.stderr)
        leave(130)  # as a shell reports a command that Ctrl-C ended


def prepare_streams() -> None:
    """A closed stream swallows what is said; a console of another encoding must not turn a message into a traceback."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (open until the process ends)
        else:
            getattr(stream, "reconfigure", lambda **_: None)(errors="replace")


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it takes where something else has brought it.

    That module imports `inspect`: 14 ms, a tenth of a small build, for names that our values never use.
    """
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # as Python marks a module that is not to be had
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    import_msgspec()
    from deckgen.cli.plain import plain_build

    request = plain_build(arguments)
    if request is not None:
        from deckgen.cli.building import build_deck

        return build_deck(request)
    return run_click(arguments)


def run_click(arguments: list[str]) -> int:
    import click

    from deckgen.cli.group import cli

    try:
        return int(cli.main(arguments, prog_name="deckgen", standalone_mode=False) or 0)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        from deckgen.cli.usage import usage_problem

        print(usage_problem(error), file=sys.stderr)
        return error.exit_code


def leave(code: int) -> None:
    """End the process without taking its memory apart object by object, which costs 0.15 s after 1 000 slides."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or 1
    os._exit(code)
