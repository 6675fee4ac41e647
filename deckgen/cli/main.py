"""The command `deckgen` as a process: its streams, its exit code, and how it ends when something outside ends it."""

from __future__ import annotations

import gc
import os
import signal
import sys

ENDS = ("SIGTERM", "SIGHUP", "SIGBREAK")
OWN_FAULT = 70  # EX_SOFTWARE of sysexits.h: neither findings nor wrong usage
COLLECT_EVERY = 100_000  # things made; a compile makes many and no cycles: with Python's 700 a thousand slides take a third longer


def main() -> None:
    """Run the command; exit 0 done, 1 findings, 2 wrong usage or unreadable input."""
    gc.set_threshold(COLLECT_EVERY)
    prepare_streams()
    end_in_order()
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        drop_streams()
        code = 1  # our output has no reader: `deckgen … | head`
    except OSError as error:
        code = refused_by_the_system(error)
    except KeyboardInterrupt:
        from deckgen.cli.language import say

        print(say("cli/interrupted"), file=sys.stderr)
        code = 130  # as a shell reports a command that Ctrl-C ended
    except Exception as error:  # a fault of ours: whoever reports it gets the words to send
        code = own_fault(error)
    gc.freeze()  # else the interpreter, as it ends, looks three times through all that is left: 36 M instructions of a small build
    sys.exit(code)


def end_in_order() -> None:
    """A stop from outside ends us as Ctrl-C does: what is half done is put away, and LibreOffice ends with us."""

    def end(number: int, frame: object) -> None:
        for name in known:
            signal.signal(name, signal.SIG_IGN)  # once is enough
        sys.exit(128 + number)  # as a shell reports it

    known = [number for name in ENDS if (number := getattr(signal, name, None)) is not None]
    known = [number for number in known if signal.getsignal(number) == signal.SIG_DFL]  # under nohup a closed terminal is ignored
    for number in known:
        signal.signal(number, end)


def refused_by_the_system(error: OSError) -> int:
    """Say what compiling and saving had no words for: no room for temporary files, a folder that is gone."""
    from deckgen.cli.language import say
    from deckgen.messages.reasons import reason

    try:
        print(say("cli/system-refused", reason=reason(error)), file=sys.stderr)
        sys.stderr.flush()
    except OSError:
        drop_streams()
    return 1


def own_fault(error: Exception) -> int:
    """Say that it is our fault, where in our files, and what to send; with -v all of it."""
    import traceback

    from deckgen.cli.language import say

    if {"-v", "--verbose"} & set(sys.argv):
        traceback.print_exception(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}:{last.lineno}"
    print(say("cli/own-fault", what=f"{type(error).__name__}: {error}", where=where), file=sys.stderr)
    return OWN_FAULT


def prepare_streams() -> None:
    """A closed stream swallows what is said; a console of another encoding must not turn a message into a traceback."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (open until the process ends)
        else:
            getattr(stream, "reconfigure", lambda **_: None)(errors="replace")


def drop_streams() -> None:
    """What could not be said is not tried again as the process ends, which Python would complain of."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    import click

    from deckgen.cli.group import cli
    from deckgen.cli.help import COMPLETE

    if COMPLETE in os.environ:
        import deckgen.cli.completing  # noqa: F401 (which tells click of PowerShell)
    try:
        return int(cli.main(arguments, prog_name="deckgen", standalone_mode=False) or 0)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except click.Abort:
        raise KeyboardInterrupt from None
    except ModuleNotFoundError as error:
        return without_a_part(error)
    except click.ClickException as error:
        from deckgen.cli.findings import complain
        from deckgen.cli.usage import usage_problem

        complain(usage_problem(error))
        return error.exit_code


def without_a_part(error: ModuleNotFoundError) -> int:
    """Say which optional package is missing and how to install it; any other missing module is a fault of the installation."""
    from deckgen.cli.language import say
    from deckgen.extras import extra_of, has, packages_of

    extra = extra_of(error.name or "")
    if not extra:
        raise error
    told = "cli/needs-extra" if has("pip") else "cli/needs-extra-uv"  # environments of uv have no pip
    print(say(told, extra=extra, python=sys.executable, packages=packages_of(extra)), file=sys.stderr)
    return 2
