"""Read any field as its type says; every fault is noted and the good rest is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from msgspec import structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen import fields
from deckgen.diagnostics import listed as names_listed
from deckgen.fields import Entry, EntryType, Field, FieldType, GivenType, ScalarType, WordType
from deckgen.figures import near_figure
from deckgen.files import Files
from deckgen.kinds.kind import NAME, SLIDE
from deckgen.kinds.registry import ANY, KINDS, WRITTEN, listed
from deckgen.language import Language
from deckgen.load import nodes
from deckgen.load.inline import InlineReader
from deckgen.load.nodes import A_MAPPING, MAX_NOTES, Document, Fields, entry_fields, is_empty, scalar_text
from deckgen.load.page import page_width
from deckgen.load.phrases import dated, is_phrase, parsed_claim, parsed_pair, split_lead
from deckgen.outline import NO_TEXT, CheckSetting, Claim, FigureUse, Slide, Text


class ValueReader:
    """Reads the fields of one outline, written in one language, against one ledger."""

    def __init__(self, document: Document, inline: InlineReader, language: Language, files: Files) -> None:
        self.document = document
        self.files = files  # where pictures and data stand
        self.inline = inline
        self.language = language

    def values(self, at: Fields, declared: Mapping[str, Field], counts: str = "") -> dict[str, Any]:
        """What each field that is written or required holds; a claim with how many entries the list `counts` has."""
        self.require(at, declared)
        made = {name: self.value(at, name, field.type) for name, field in declared.items() if name in at.nodes or field.required}
        if made.get("claim") and counts in made:
            made["claim"] = counted(made["claim"], at.nodes.get(counts), made[counts])
        return made

    def require(self, at: Fields, declared: Mapping[str, Field]) -> None:
        for name, field in declared.items():
            if field.required:
                at.require(name)

    def value(self, at: Fields, name: str, kind: FieldType) -> Any:
        """What the field holds; nothing of its type where it is absent or faulty, and None where the type knows no nothing.

        What most fields are stands first: a case that does not match costs a tenth of a microsecond.
        """
        match kind:
            case fields.Text():
                return self.text(at, name, kind.lines)
            case fields.ListOf():
                return at.list_of(name, lambda node: self.entry(node, name, kind.entry), kind.most)
            case fields.Plain() | fields.Notes() | fields.Date() | fields.Claim() | fields.Anchor():
                return self.words(at, name, kind)
            case fields.PairSides() | fields.PageSize() | fields.FigureName():
                return self.of_its_own(at, name, kind)
            case fields.Words() | fields.Flag() | fields.Choice() | fields.Number() | fields.IconName():
                return scalar(at, name, kind)
            case fields.Entry():
                return self.nested(at, name, kind)
            case fields.Levels() | fields.Columns() | fields.Quantities() | fields.PictureFile() | fields.DataRange() | fields.Focus():
                return self.listed(at, name, kind)
            case fields.KindName() | fields.Value() | fields.Amounts() | fields.Named():
                raise TypeError(f"{name} is no field of a value")  # kinds are looked up; ledgers have a reader of their own
            case _:
                assert_never(kind)

    def of_its_own(self, at: Fields, name: str, kind: fields.PairSides | fields.PageSize | fields.FigureName) -> Any:
        """What has a form that no other field has."""
        match kind:
            case fields.PairSides():
                return self.sides(at, name)
            case fields.PageSize():
                return page_width(self.document, at.nodes[name]) if name in at else None
            case fields.FigureName():
                return self.figure_use(at.nodes[name], name) if name in at else None
            case _:
                assert_never(kind)

    def listed(self, at: Fields, name: str, kind: fields.Levels | GivenType) -> Any:
        """What is written as a list or a mapping of its own."""
        match kind:
            case fields.Levels():
                return self.levels(at, name, kind.options)
            case fields.Columns():
                # Most outlines have no table.
                from deckgen.load.tables import read_columns

                return read_columns(self, at, name, kind)
            case fields.Quantities():
                from deckgen.load.tables import read_quantities

                return read_quantities(self, at, name, kind)
            case fields.PictureFile():
                from deckgen.load.images import read_image

                return read_image(self, at, name)
            case fields.DataRange():
                from deckgen.load.data import read_data

                return read_data(self, at, name)
            case fields.Focus():
                from deckgen.load.images import read_focus

                return read_focus(self, at, name)
            case _:
                assert_never(kind)

    def entry(self, node: Node, name: str, kind: EntryType) -> Any:
        """One entry of the list `name`, or None where there is none."""
        match kind:
            case fields.Entry():
                return self.entry_value(node, name, kind)
            case fields.FigureName():
                return self.figure_use(node, name)
            case fields.Text():
                return self.inline.read(scalar_text(self.document, node, name), node, kind.lines) or None
            case fields.AnySlide():
                return self.slide(node, name)
            case fields.Words():
                return scalar_text(self.document, node, name) or None
            case fields.Cells():
                from deckgen.load.tables import read_row

                return read_row(self, node, name)
            case _:
                assert_never(kind)

    # ---- texts

    def words(self, at: Fields, name: str, kind: WordType) -> Text | str | Claim | None:
        """A text whose marks and figures are read, as what it means."""
        match kind:
            case fields.Notes():
                return self.notes(at, name)
            case fields.Claim():
                return self.claim(at, name)
            case fields.Plain():
                return self.text(at, name).plain
            case fields.Date():
                return self.date(at, name)
            case fields.Anchor():
                return self.inline.links.anchor(at, name)
            case _:
                assert_never(kind)

    def text(self, at: Fields, name: str, lines: bool = False) -> Text:
        node = at.nodes.get(name)
        if node is None:
            return NO_TEXT
        return self.inline.read(scalar_text(self.document, node, name), node, lines)

    def notes(self, at: Fields, name: str) -> Text:
        node = at.nodes.get(name)
        if node is None:
            return NO_TEXT
        return self.inline.spoken(scalar_text(self.document, node, name, MAX_NOTES), node)

    def date(self, at: Fields, name: str) -> Text:
        """As the language of the deck writes dates."""
        text = dated(at.text(name), self.language)
        return self.inline.read(text, at.nodes[name]) if text else NO_TEXT

    def claim(self, at: Fields, name: str) -> Claim | None:
        known_faults = len(self.document.findings.all)
        text = self.text(at, name).plain
        if not text or len(self.document.findings.all) > known_faults:
            return None
        claim = parsed_claim(text, at.span_of(name))
        if claim is None:
            self.document.findings.error(at.span_of(name), "content/claim-without-number", claim=text)
        return claim

    # ---- mappings

    def nested(self, at: Fields, name: str, entry: Entry) -> Any:
        """The field as a value of its own; a scalar is its short form."""
        node = at.nodes.get(name)
        if node is None:
            return None
        if entry.short and isinstance(node, ScalarNode):
            return self.short_picture(at, name, entry) if is_picture(entry) else self.short(node, name, entry)
        inner = nodes.fields(self.document, node, entry.fields, name)
        return None if inner is None else self.made(inner, entry)

    def entry_value(self, node: Node, name: str, entry: Entry) -> Any:
        """One entry of a list; a scalar is its short form."""
        if entry.short and is_empty(node):
            self.document.error(node, "load/empty-value", key=name)
            return None
        if entry.short and isinstance(node, ScalarNode):
            return self.short(node, name, entry)
        colon = written_with_colon(node, entry)
        if colon is not None:
            parts = zip(entry.short, colon, strict=True)
            texts = {
                field: self.inline.read(scalar_text(self.document, part, name), part, keeps_lines(entry, field)) for field, part in parts
            }
            return entry.value(**texts, source=self.document.span(node))
        at = entry_fields(self.document, node, entry.fields, name)
        if at is None:
            return None
        if entry.short and not at.unknown and not any(name in at for name in entry.fields):
            self.document.error(node, "load/empty-value", key=name)
        return self.made(at, entry)

    def short(self, node: ScalarNode, name: str, entry: Entry) -> Any:
        text = scalar_text(self.document, node, name)
        texts = (text,) if len(entry.short) == 1 else split_lead(text)
        read = {field: self.inline.read(part, node, keeps_lines(entry, field)) for field, part in zip(entry.short, texts, strict=True)}
        return entry.value(**read, source=self.document.span(node))

    def short_picture(self, at: Fields, name: str, entry: Entry) -> Any:
        """The file alone stands for the mapping; None where it cannot be used."""
        from deckgen.load.images import read_image

        image = read_image(self, at, name)
        return None if image is None else entry.value(**{entry.short[0]: image}, source=image.source)

    def made(self, at: Fields, entry: Entry) -> Any:
        """The value; None where a field that it cannot do without was not understood."""
        values = self.values(at, entry.fields, entry.counts)
        if any(values.get(name) is None for name, field in entry.fields.items() if field.required):
            return None
        return entry.value(**values, source=at.span)

    def levels(self, at: Fields, name: str, options: tuple[str, ...]) -> tuple[CheckSetting, ...]:
        """What the author says of each rule, by its name; whether there is such a rule, `check` knows."""
        node = at.nodes.get(name)
        if node is None or is_empty(node):
            return ()
        if not isinstance(node, MappingNode):
            self.document.error(node, "load/wrong-type", key=name, wanted=A_MAPPING, got=nodes.kind_of(node))
            return ()
        rules = Fields(self.document, node, {key.value for key, _ in node.value if isinstance(key, ScalarNode)})
        return tuple(CheckSetting(rule, rules.choice(rule, options), self.document.span(rules.keys[rule])) for rule in rules.nodes)

    # ---- slides and what stands on them

    def slide(self, node: Node, name: str) -> Slide | None:
        """A slide of any kind; None where its kind is missing or unknown."""
        kind = KINDS.get(written_kind(node))
        foreign = foreign_fields(node, WRITTEN[kind.name]) if kind else {}
        at = entry_fields(self.document, node, [*WRITTEN[kind.name], *foreign] if kind else ANY, name)
        if at is None:
            return None
        for key, kinds in foreign.items():
            self.document.error(
                at.keys[key], "load/field-of-another-kind", key=key, kind=kind.name if kind else "", kinds=names_listed(kinds)
            )
        if kind is None:
            self.require(at, SLIDE | NAME)
            for name in NAME:
                at.choice(name, KINDS)
            return None
        values = self.values(at, kind.slide_fields, kind.counts)
        if "source" in values:
            values["cited"] = values.pop("source")  # `source` of a value is where it is written
        made = kind.value(**values, source=at.span)
        return kind.settle(made, self.inline.ledger, self.document.findings) if kind.settle else made

    def figure_use(self, node: Node, name: str) -> FigureUse | None:
        if is_empty(node):
            self.document.error(node, "load/empty-value", key=name)
            return None
        figure = scalar_text(self.document, node, name)
        ledger = self.inline.ledger
        span = self.document.span(node)
        if figure not in ledger.figures:
            if figure and not ledger.path:
                self.inline.note_no_ledger(node)
            elif "，" in figure or "、" in figure:
                self.document.error(node, "load/full-width-comma", text=figure)
            elif figure and ledger.whole:
                self.document.error(node, "load/unknown-figure", name=figure, near=near_figure(figure, ledger.figures))
            return None
        self.inline.uses.setdefault(figure, []).append(span)
        return FigureUse(figure, span)

    def sides(self, at: Fields, name: str) -> tuple[str, str] | None:
        """稳/进, 稳与进 or [稳, 进]."""
        node = at.nodes.get(name)
        if node is None or nodes.is_null(node):
            return None
        children = node.value if isinstance(node, SequenceNode) else []
        if len(children) == 2 and all(isinstance(child, ScalarNode) and not is_empty(child) for child in children):
            first, second = (scalar_text(self.document, child, name) for child in children)
            return first, second
        sides = parsed_pair(scalar_text(self.document, node, name)) if isinstance(node, ScalarNode) else None
        if sides is None:
            self.document.error(node, "load/pair", got=nodes.kind_of(node))
        return sides


def is_picture(entry: Entry) -> bool:
    """Whether the short form is a file, not words."""
    return isinstance(entry.fields[entry.short[0]].type, fields.PictureFile)


def keeps_lines(entry: Entry, name: str) -> bool:
    """Whether the author's own line ends are kept in this field of an entry."""
    kind = entry.fields[name].type
    return isinstance(kind, fields.Text) and kind.lines


def scalar(at: Fields, name: str, kind: ScalarType) -> str | bool | int | None:
    """A scalar as it is written."""
    match kind:
        case fields.Words():
            return at.text(name)
        case fields.Flag():
            return at.flag(name)
        case fields.Choice():
            return at.choice(name, kind.options)
        case fields.Number():
            return at.whole_number(name, kind.least, kind.most)
        case fields.IconName():
            from deckgen.load.icons import read_icon

            return read_icon(at, name)
        case _:
            assert_never(kind)


def foreign_fields(node: Node, known: Mapping[str, Field]) -> dict[str, list[str]]:
    """The fields of a slide that only other kinds have, with these kinds: `columns` of points is meant for a table."""
    keys = {key.value for key, _ in node.value if isinstance(key, ScalarNode)} if isinstance(node, MappingNode) else set()
    return {key: [name for name, fields in WRITTEN.items() if key in fields] for key in keys.difference(known) if key in ANY}


def written_kind(node: Node) -> str:
    """The kind that a slide's mapping says, looked up before its fields are read, since it decides which there can be."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value in NAME and isinstance(value, ScalarNode):
                return str(value.value)
    return ""


def counted(claim: Claim, node: Node | None, entries: tuple[Any, ...]) -> Claim:
    """The claim with how many there are, numbered slides alone where there are some; with faults in the list a count means nothing."""
    if not isinstance(node, SequenceNode) or len(node.value) != len(entries):
        return claim
    counts = listed(entries) if entries and isinstance(entries[0], Slide) else entries
    return structs.replace(claim, found=len(counts))


def written_with_colon(node: Node, entry: Entry) -> tuple[ScalarNode, ScalarNode] | None:
    """The sides of `- Roads: kerbs and lighting`, a short form that YAML takes for a mapping; None for any other node.

    What looks like the name of a field is one, so that a misspelt one is not shown on a slide.
    """
    if len(entry.short) != 2 or not isinstance(node, MappingNode) or len(node.value) != 1:
        return None
    lead, text = node.value[0]
    if not isinstance(lead, ScalarNode) or not isinstance(text, ScalarNode):
        return None
    if not is_phrase(lead.value) or lead.value.lower() in entry.fields:
        return None
    return lead, text
