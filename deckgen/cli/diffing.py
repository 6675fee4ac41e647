"""What `deckgen diff` does: compare, and tell it as text, as JSON or as one page with pictures."""

from __future__ import annotations

import base64
import contextlib
import html
import json
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from deckgen import __version__
from deckgen.cli.answers import put_json
from deckgen.cli.findings import DONE, FINDINGS, UNUSABLE, complain, exit_code, put, show, tell
from deckgen.cli.language import language, say
from deckgen.cli.progress import Waiting
from deckgen.diagnostics import OutlineError
from deckgen.pipeline import Request
from deckgen.pull.changes import Change
from deckgen.pull.scalars import differences
from deckgen.pull.telling import told_of
from deckgen.pull.versions import UnreadableDeckError, Version, compared, version_of
from deckgen.write.save import SaveError, refuse_inputs, replace_file
from deckgen.write.svg.slide import slide_svg

WIDTH = 960  # pixels of a picture that LibreOffice draws
SECONDS = 300.0  # for LibreOffice
STYLE = (
    "body{font:16px/1.6 system-ui,'Microsoft YaHei',sans-serif;margin:2rem auto;max-width:1280px;padding:0 1rem;color:#222}"
    "h2{border-top:1px solid #ccc;padding-top:1rem}.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem}"
    "figure{margin:0}figure>*{width:100%;height:auto;border:1px solid #ccc;display:block}figcaption{border:0;color:#555;font-size:14px}"
    "del{background:#fde0e0}ins{background:#dff3df;text-decoration:none}"
)


class DiffRequest(Struct, frozen=True):
    """The arguments of `deckgen diff`."""

    old: str
    new: str
    form: str = "text"
    output: str = ""


def show_differences(request: DiffRequest) -> int:
    """0 when both say the same, 1 when they differ, 2 for what cannot be read."""
    try:
        with Waiting(lambda seconds: say("cli/comparing", seconds=seconds)):
            old, new = version_of(Request(request.old)), version_of(Request(request.new))
            found = compared(old, new)
    except OutlineError as error:
        show(error.findings, "cli/nothing-done")
        return UNUSABLE if exit_code(error.findings) != FINDINGS else FINDINGS
    except UnreadableDeckError as error:
        complain(say("pull/not-a-deck", path=error.path))
        return UNUSABLE
    text = {"text": as_text, "json": as_json, "html": as_page}[request.form](found, old, new)
    if not request.output:
        (put_json if request.form == "json" else put)(text)
        return FINDINGS if found else DONE
    try:
        refuse_inputs(request.output, (request.old, request.new))
        replace_file(request.output, lambda file: file.write(f"{text}\n".encode()))
    except SaveError as error:
        complain(say(error.what))
        return UNUSABLE
    tell(say("pull/diff-written", path=request.output, count=len(found)))
    return FINDINGS if found else DONE


def as_text(found: Sequence[Change], old: Version, new: Version) -> str:
    if not found:
        return say("pull/no-differences", old=old.path, new=new.path)
    lines = [say("pull/differences", old=old.path, new=new.path, count=len(found))]
    return "\n".join([*lines, *(f"  {told_of(change, language())}" for change in found)])


def as_json(found: Sequence[Change], old: Version, new: Version) -> str:
    listed = [{name: getattr(change, name) for name in Change.__struct_fields__} for change in found]
    return json.dumps({"version": __version__, "old": old.path, "new": new.path, "changes": listed}, ensure_ascii=False, indent=2)


def as_page(found: Sequence[Change], old: Version, new: Version) -> str:
    """One page: of every slide that changed both pictures, and what changed, old words struck out and new ones marked."""
    with contextlib.ExitStack() as stack:
        before, after = (Pictures(version, stack) for version in (old, new))
        sections = [section(list(changes), before, after) for _, changes in groupby(found, key=lambda one: (one.slide, one.was))]
    title = say("pull/diff-title", old=old.path, new=new.path)
    body = "".join(sections) or f"<p>{html.escape(say('pull/no-differences', old=old.path, new=new.path))}</p>"
    return (
        f'<!doctype html><html lang="{language()}"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style><h1>{html.escape(title)}</h1>{body}</html>'
    )


def section(found: Sequence[Change], before: Pictures, after: Pictures) -> str:
    first = found[0]
    heading = say("pull/diff-slide", slide=first.slide or first.was, title=first.title)
    figures = "".join(
        f"<figure>{picture}<figcaption>{html.escape(name)}</figcaption></figure>"
        for picture, name in (
            (before.of(first.was), say("pull/diff-old", slide=first.was)),
            (after.of(first.slide), say("pull/diff-new", slide=first.slide)),
        )
        if picture
    )
    items = "".join(f"<li>{told_in_marks(change)}</li>" for change in found)
    return f"<h2>{html.escape(heading)}</h2><div class=pair>{figures}</div><ul>{items}</ul>"


def told_in_marks(change: Change) -> str:
    if change.kind in ("words", "cell"):
        return f"{html.escape(change.shape)}: {marked(change.old, change.new)}"
    return html.escape(told_of(change, language()))


def marked(old: str, new: str) -> str:
    """The new words with what came marked, and what went struck out where it stood."""
    text, at = "", 0
    for left, right, piece in differences(old, new):
        gone, came = (f"<{tag}>{html.escape(words)}</{tag}>" if words else "" for tag, words in (("del", old[left:right]), ("ins", piece)))
        text += html.escape(old[at:left]) + gone + came
        at = right
    return (text + html.escape(old[at:])).replace("\n", " / ")


class Pictures:
    """Pictures of the slides of one version: drawn from its scene, by LibreOffice where there is none and that is installed."""

    def __init__(self, version: Version, stack: contextlib.ExitStack) -> None:
        self.version = version
        self.stack = stack
        self.drawn: list[bytes] | None = None

    def of(self, number: int) -> str:
        """The picture as HTML; "" for none."""
        if not 0 < number <= len(self.version.deck.slides):
            return ""
        scene = self.version.scene
        if scene is not None:
            return image(slide_svg(scene.slides[number - 1], scene.design, scene.properties.language).encode(), "svg+xml")
        if self.drawn is None:
            self.drawn = list(by_office(self.version.path, self.stack))
        if number > len(self.drawn):
            return ""
        return image(self.drawn[number - 1], "png")


def image(data: bytes, kind: str) -> str:
    """A picture within the page; drawings of two versions have ids of their own so."""
    return f'<img alt="" src="data:image/{kind};base64,{base64.b64encode(data).decode()}">'


def by_office(path: str, stack: contextlib.ExitStack) -> Iterator[bytes]:
    """A picture of every slide; none without LibreOffice."""
    # Pillow and pypdfium2 are loaded for decks alone.
    from deckgen.cli.drawing import WITH_HIDDEN
    from deckgen.render.failure import RenderError
    from deckgen.render.office import Office, find_office, to_pdf
    from deckgen.render.pages import page_count, pictures, png
    from deckgen.render.sealed import seal

    try:
        program = find_office()
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        seal(Path(path), folder / "deck.pptx")
        pdf = to_pdf(folder / "deck.pptx", folder, Office(program, SECONDS), WITH_HIDDEN)
    except RenderError:
        return
    yield from (png(picture) for picture in pictures(pdf, range(1, page_count(pdf) + 1), WIDTH))
