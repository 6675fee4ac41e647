"""What `deckgen theme new` does: a folder for a template, or a theme from colours; nothing that is there is written over."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import partial
from typing import BinaryIO

from msgspec import Struct

from deckgen.cli.findings import DONE, UNUSABLE, complain, show, tell
from deckgen.cli.language import say
from deckgen.cli.theme_inspect import NOTHING, read, refuse, told
from deckgen.diagnostics import Findings, Span
from deckgen.files import Folder, read_bytes
from deckgen.load.theme import find_theme, is_template, load_theme
from deckgen.template.facts import TemplateError
from deckgen.template.made import size_of_picture, theme_yaml
from deckgen.template.new import new_theme
from deckgen.template.rules.run import findings_of
from deckgen.template.settings import ROLES
from deckgen.windows import is_device
from deckgen.write.save import SaveError, replace_file

SLIDE = re.compile(r"([1-9][0-9]{0,3})=(\w+)")
COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")
MOST_LOGO = 8 << 20


class NewRequest(Struct, frozen=True):
    """The arguments of `deckgen theme new`; "" where one was not given."""

    template: str = ""
    output: str = ""
    slides: tuple[str, ...] = ()
    colors: str = ""
    name: str = ""
    base: str = ""
    logo: str = ""


def make_theme(request: NewRequest) -> int:
    """Make the folder and return the exit code."""
    if bool(request.template) == bool(request.colors):
        complain(say("cli/theme-new-what"))
        return UNUSABLE
    if request.template and not is_template(request.template):
        complain(say("cli/theme-no-template", name=request.template))
        return UNUSABLE
    return from_template(request) if request.template else from_colors(request)


def from_template(request: NewRequest) -> int:
    slides = read_slides(request.slides)
    if slides is None:
        return UNUSABLE
    data = read(request.template)
    if data is None:
        return UNUSABLE
    stem = os.path.splitext(os.path.basename(request.template))[0]
    try:
        made = new_theme(data, request.name or stem, slides, say)
        findings = findings_of(made.subject)
    except TemplateError as error:
        return refuse(request.template, error)
    folder = request.output or os.path.join("themes", safe(request.name or stem))
    code = write_folder(folder, made.files)
    if code == DONE:
        for finding in findings:
            tell(told(finding))
        tell(say("theme/made-folder", folder=folder))
    return code


def read_slides(given: tuple[str, ...]) -> dict[int, str] | None:
    """1=cover … by number; None with the complaint made."""
    found: dict[int, str] = {}
    for word in given:
        match = SLIDE.fullmatch(word)
        if match is None or match[2] not in ROLES:
            complain(say("cli/theme-slide", word=word))
            return None
        found[int(match[1])] = match[2]
    return found


def from_colors(request: NewRequest) -> int:
    """A theme of two colours; the second is a lighter main colour where only one is given."""
    colors = [match[1].upper() for word in request.colors.split(",") if (match := COLOR.fullmatch(word.strip()))]
    if len(colors) != len(request.colors.split(",")) or not 1 <= len(colors) <= 2:
        complain(say("cli/theme-colors", given=request.colors))
        return UNUSABLE
    findings = Findings()
    base = find_theme(request.base, ".", Span("--from"), Folder(), findings)
    if base is None:
        show(findings.all, NOTHING)
        return UNUSABLE
    files: dict[str, bytes] = {}
    logo = None
    if request.logo:
        data = read_bytes(request.logo, Folder(), MOST_LOGO, findings)
        size = size_of_picture(data) if data else None
        if data is None or size is None:
            show(findings.all, NOTHING) if data is None else complain(say("cli/theme-logo", path=request.logo))
            return UNUSABLE
        logo = ("logo.png" if data.startswith(b"\x89") else "logo.jpg", *size)
        files[logo[0]] = data
    name = request.name or "own"
    text = theme_yaml(name, (colors[0], colors[-1]), request.base, logo, say)
    folder = request.output or os.path.join("themes", safe(name))
    code = write_folder(folder, {"theme.yaml": text.encode(), **files})
    if code == DONE:
        theme = load_theme(os.path.join(folder, "theme.yaml"), Folder(), findings)
        if theme is None:
            show(findings.all, NOTHING)
            return UNUSABLE
        tell(say("theme/made-folder", folder=folder))
    return code


def write_folder(folder: str, files: Mapping[str, bytes]) -> int:
    """Write the files into a folder that has none of them."""
    there = next((name for name in files if os.path.exists(os.path.join(folder, name))), None)
    if there:
        complain(say("cli/theme-there", path=os.path.join(folder, there)))
        return UNUSABLE
    try:
        for name, content in sorted(files.items()):
            replace_file(os.path.join(folder, name), partial(write, content))
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    return DONE


def write(content: bytes, file: BinaryIO) -> None:
    file.write(content)


def safe(name: str) -> str:
    """A name for a folder."""
    plain = re.sub(r'[\\/:*?"<>|\s]+', "-", name).strip("-.")
    return f"{plain}_" if is_device(plain) else plain or "own"
