"""What an agent may ask for: build, check, kinds, figures, render; each gives back plain values, and what is wrong as findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from deckgen.agent.room import RefusedError, Room, RoomFiles
from deckgen.checkup import findings_of, is_finished
from deckgen.diagnostics import Finding, Findings, OutlineError, Span, term
from deckgen.form.plain import entry
from deckgen.form.rows import rows_of, totals_of
from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.kind import Kind
from deckgen.kinds.layouts import ARRANGEMENTS
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described
from deckgen.load.outline import load_outline
from deckgen.messages.plain import plain
from deckgen.pipeline import Built, Request, compile_deck, outline_as_shown
from deckgen.write.save import SaveError, path_in, refuse_inputs, save

MOST_PICTURES = 8  # of one call: a picture of 960 pixels is some 100 kB, and a model looks at each
WIDTHS = (320, 1920)
SECONDS = 120.0  # for LibreOffice, where a finished deck is drawn
Values = dict[str, Any]
REFUSALS = {"edited": "pull/kept-edited", "foreign": "pull/kept-foreign", "newer": "pull/kept-newer"}


class Tools(Struct, frozen=True):
    """The tools in one room. Paths are relative to it, which is the current folder as well."""

    room: Room
    lang: str
    writes: bool = False

    def build(self, outline: str, output: str, theme: str, figures: str, final: bool) -> Values:
        """Compile an outline; where this room may be written to, the deck is saved as well.

        A deck that a person edited, or that is not ours, is never replaced.
        """
        request = self.request(outline, theme, figures, final)
        try:
            built = compile_deck(request)
        except OutlineError as error:
            return {"built": False, "written": None, **self.told(error.findings)}
        known = {"built": True, "slides": len(built.scene.slides), "unknown": list(built.unknown), "samples": list(built.samples)}
        path = self.saved(built, request, output) if self.writes else None
        return {**known, "written": path, **self.told(built.findings)}

    def check(self, file: str, theme: str, figures: str, final: bool) -> Values:
        """Every finding about an outline or a finished deck."""
        return self.told(findings_of(self.request(file, theme, figures, final)))

    def kinds(self, name: str) -> Values:
        """All kinds of slide in a line each, or one with its example, its fields and its arrangements."""
        if not name:
            return {"kinds": {kind.name: self.of(kind.doc_zh, kind.doc_en) for kind in KINDS.values()}}
        if name not in KINDS:
            raise RefusedError(term("agent/no-kind", name=name, known=", ".join(KINDS)))
        return self.kind(KINDS[name])

    def kind(self, kind: Kind) -> Values:
        example = EXAMPLES.get(kind.name)
        fields = {
            name: {"required": field.required, "about": self.of(words.zh, words.en)}
            for name, field in kind.slide_fields.items()
            for words in (described(field),)
        }
        layouts = {name: self.of(one.words.zh, one.words.en) for name in kind.layouts for one in (ARRANGEMENTS[kind.name][name],)}
        yaml = self.of(example.zh, example.en).strip() if example else ""
        return {"kind": kind.name, "about": self.of(kind.doc_zh, kind.doc_en), "example": yaml, "fields": fields, "layouts": layouts}

    def figures(self, outline: str, figures: str, missing: bool) -> Values:
        """The ledger of an outline: every figure with its state and its slides, or those nobody knows yet."""
        request = self.request(outline, "", figures)
        findings = Findings()
        report = load_outline(request.outline, request.figures or None, request.files, findings)
        if report is not None and not report.ledger.path:
            findings.error(Span(request.outline), "form/no-ledger")
        if report is None or findings.failed:
            return {"figures": [], "totals": {}, **self.told(findings.all)}
        shown = outline_as_shown(request, report) if report.outline.continues else report.outline
        rows = rows_of(report.ledger, report.used, shown)
        totals = totals_of(rows)
        counts = {name: getattr(totals, name) for name in totals.__struct_fields__}
        wanted = [entry(row) for row in rows if not missing or row.state == "unknown"]
        return {"figures": wanted, "totals": counts, **self.told(findings.all)}

    def render(self, file: str, slides: str, width: int, theme: str, figures: str) -> list[tuple[int, bytes]]:
        """(number, PNG) of the slides asked for: of an outline drawn by ourselves, of a finished deck by LibreOffice."""
        if not WIDTHS[0] <= width <= WIDTHS[1]:
            raise RefusedError(term("agent/width", least=str(WIDTHS[0]), most=str(WIDTHS[1])))
        from deckgen.agent.drawn import of_deck, of_outline

        request = self.request(file, theme, figures)
        if is_finished(file):
            return of_deck(request.outline, slides, width, SECONDS, MOST_PICTURES)
        return of_outline(compile_deck(request), slides, width, MOST_PICTURES)

    # ---- what they share

    def request(self, outline: str, theme: str, figures: str, final: bool = False) -> Request:
        files = RoomFiles(self.room)
        return Request(self.room.path(outline), theme, self.room.path(figures) if figures else "", final, files=files)

    def saved(self, built: Built, request: Request, output: str) -> str:
        from deckgen.pull.guard import standing

        title = built.scene.properties.title
        path = self.room.path(output or path_in("dist", title))
        if not path.lower().endswith(".pptx"):
            raise RefusedError(term("cli/deck-ending", output=output))
        try:
            refuse_inputs(path, request.files.looked_for)
            found = standing(path, self.lang, built.scene) if Path(path).exists() else None
            if found is not None and found.kind != "free":
                raise RefusedError(term(REFUSALS[found.kind], path=path))
            save(built.scene, path)
        except SaveError as error:
            raise RefusedError(error.what) from error
        return path

    def told(self, findings: list[Finding]) -> Values:
        errors = sum(finding.severity == "error" for finding in findings)
        return {"errors": errors, "warnings": len(findings) - errors, "findings": [plain(finding, self.lang) for finding in findings]}

    def of(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en
