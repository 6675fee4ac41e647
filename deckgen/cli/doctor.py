"""`deckgen doctor`: what somebody who helps from afar asks first, in one page that can be sent."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from deckgen import __version__
from deckgen.cli.answers import FORMAT, answer
from deckgen.cli.findings import DONE, FINDINGS, put
from deckgen.cli.language import say
from deckgen.cli.progress import Waiting

GOOD, NOTE, BAD, MORE = "doctor/good", "doctor/note", "doctor/bad", "doctor/more"
Line = tuple[str, str]  # how it is, and what is told of it


@click.command(help=say("help/doctor"), epilog=say("help/doctor-example"))
@click.option("--theme", default="", metavar="NAME|DIR", help=say("help/doctor-theme"))
@click.option("--format", "form", type=FORMAT, default="text", help=say("help/list-format"))
@click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=say("help/lang"))
def doctor(theme: str, form: str) -> None:
    with Waiting(lambda seconds: say("doctor/looking", seconds=seconds)):
        found = examined(theme)
    if form == "json":
        answer({name: value for name, value in found.items() if name != "version"})
    else:
        for state, text in lines_of(found):
            put(f"{say(state)} {text}")
        put(say("doctor/nothing-personal"))
    sys.exit(DONE if found["ok"] else FINDINGS)


def examined(theme: str) -> dict[str, Any]:
    """All facts; `ok` where decks can be built and saved here."""
    from deckgen.cli import examined as here
    from deckgen.messages import printable

    tried = here.trial(theme)
    parts = list(here.parts_here())
    folder = here.folder_here()
    broken = any(not part.extra and (not part.version or part.problem) for part in parts)
    office = here.office_here()
    return {
        "version": __version__,
        "ok": tried.scene is not None and folder["writable"] and not broken,
        "python": here.python_here(),
        "system": here.system_here(),
        "language": here.language_here(),
        "console": here.console_here(),
        "fonts": {
            "theme": theme or None,
            **(here.faces_here(tried.scene) if tried.scene else {"told_by": None, "families": 0, "faces": []}),
        },
        "libreoffice": {name: said(value) for name, value in office.items()},
        "parts": [
            {
                "name": part.name,
                "version": part.version or None,
                "extra": part.extra or None,
                "needed_for": say(part.needed_for),
                "problem": printable(part.problem) or None,
            }
            for part in parts
        ],
        "folder": {name: said(value) for name, value in folder.items()},
        "build": {
            "slides": len(tried.scene.slides) if tried.scene else 0,
            "seconds": round(tried.seconds, 3),
            "problems": list(tried.problems),
        },
    }


def said(value: Any) -> Any:
    """A term in words; anything else as it is."""
    from deckgen.diagnostics import Term

    return say(value) if isinstance(value, Term) else value


def lines_of(found: dict[str, Any]) -> Iterator[Line]:
    """A line for each fact: good, to be known, or what keeps deckgen from working, with what to do."""
    python, system = found["python"], found["system"]
    yield GOOD, say("doctor/version", version=found["version"])
    yield GOOD, say("doctor/python", **python)
    yield GOOD, say("doctor/system", **system)
    yield GOOD, say("doctor/language", **found["language"])
    yield from console_lines(found["console"])
    yield from font_lines(found["fonts"])
    yield from office_lines(found["libreoffice"])
    yield from part_lines(found["parts"])
    folder, build = found["folder"], found["build"]
    if folder["writable"]:
        yield GOOD, say("doctor/folder", free=folder["free_mb"])
    else:
        yield BAD, say("doctor/folder-closed", reason=folder["problem"])
    if build["problems"]:
        yield BAD, say("doctor/no-build")
        yield from ((MORE, problem) for problem in build["problems"])
    else:
        yield GOOD, say("doctor/build", slides=build["slides"], seconds=build["seconds"])


def console_lines(console: dict[str, Any]) -> Iterator[Line]:
    where = say("doctor/terminal", columns=console["columns"]) if console["terminal"] else say("doctor/no-terminal")
    page = say("doctor/code-page", number=console["code_page"]) if console["code_page"] else ""
    colour = say("doctor/colour") if console["colour"] else say("doctor/no-colour")
    yield GOOD, say("doctor/console", where=where, encoding=console["encoding"], page=page, colour=colour)


def font_lines(fonts: dict[str, Any]) -> Iterator[Line]:
    for each in fonts["faces"]:
        if each["found"]:
            yield GOOD, say("doctor/face", face=each["face"])
        elif each["stand_in"]:
            yield NOTE, say("doctor/face-replaced", face=each["face"], other=each["stand_in"])
        else:
            yield NOTE, say("doctor/face-missing", face=each["face"])
    if any(not each["found"] for each in fonts["faces"]):
        yield MORE, say("doctor/faces-matter")


def office_lines(office: dict[str, Any]) -> Iterator[Line]:
    if not office["found"]:
        yield NOTE, say("doctor/no-office", install=office["install"])
    else:
        yield GOOD, say("doctor/office", version=office["version"] or "?", path=office["path"])


def part_lines(parts: Sequence[dict[str, Any]]) -> Iterator[Line]:
    """What is there in one line; what is missing or broken each on its own."""
    there = [f"{part['name']} {part['version']}" for part in parts if part["version"] and not part["problem"]]
    if there:
        yield GOOD, say("doctor/parts", names=", ".join(there))
    for part in parts:
        if part["problem"]:
            yield (
                NOTE if part["extra"] else BAD,
                say("doctor/part-broken", name=part["name"], needed=part["needed_for"], why=part["problem"]),
            )
        elif not part["version"]:
            yield NOTE if part["extra"] else BAD, say("doctor/part-missing", name=part["name"], needed=part["needed_for"])
