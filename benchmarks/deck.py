"""An outline as any tool would want it: pages in order, figures written out, claims and agenda spelt.

This reads only as much of the outline format as the decks of the benchmark use, so that pandoc and
PptxGenJS get the very content deckgen gets. `scale` is not applied: it changes a number by a few characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

Node = dict[str, Any]

MARK = re.compile(r"\{\{|\}\}|\{([a-z]\w*)(?:\.(\w+))?\}")
INNER_SUFFIXES = ("余", "多", "来", "几")
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Item:
    """A point, a principle, a problem, a pair, or an entry of an agenda."""

    lead: str  # key words stand between ** and **, as in the outline
    text: str = ""
    key: str = ""
    page: int = 0  # the page an agenda entry links to, counted from 1


@dataclass(frozen=True, slots=True)
class Card:
    label: str
    value: str
    unit: str
    change: str


@dataclass(frozen=True, slots=True)
class Page:
    kind: str
    title: str
    notes: str
    kicker: str = ""
    subtitle: str = ""
    numeral: str = ""
    text: str = ""
    items: list[Item] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deck:
    title: str
    author: str
    date: str
    pages: list[Page]


def read_deck(outline_path: Path) -> Deck:
    """The deck of an outline and its ledger."""
    outline = load(outline_path)
    ledger = read_ledger(outline_path.parent / outline["figures"]) if "figures" in outline else {}
    outline = write_out(outline, ledger)
    author = outline.get("organization", "")
    return Deck(outline["title"], author, str(outline.get("date", "")), list(pages(outline, ledger)))


def load(path: Path) -> Node:
    node: Node = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    return node


def read_ledger(path: Path) -> Node:
    """Name to entry; an entry in short form (the value alone) becomes a mapping."""
    node = load(path)
    ledger = read_ledger(path.parent / node["extends"]) if "extends" in node else {}
    for name, entry in node["figures"].items():
        ledger[name] = ledger.get(name, {}) | (entry if isinstance(entry, dict) else {"value": entry})
    return ledger


def write_out(node: Any, ledger: Node) -> Any:
    """The same node with every `{name}` in its texts written out."""
    if isinstance(node, dict):
        return {key: write_out(value, ledger) for key, value in node.items()}
    if isinstance(node, list):
        return [write_out(value, ledger) for value in node]
    if not isinstance(node, str) or not ("{" in node or "}" in node):
        return node
    return MARK.sub(lambda mark: figure_text(mark, ledger), node)


def figure_text(mark: re.Match[str], ledger: Node) -> str:
    name, part = mark.groups()
    if name is None:
        return mark[0][0]
    entry = ledger[name]
    if part == "change":
        return change(entry).replace(" ", "")
    if part == "value":
        return number(entry)
    if part:
        return str(entry.get(part, ""))
    inner, outer = inner_and_outer_suffix(entry)
    return f"{number(entry)}{inner}{entry.get('unit', '')}{outer}"


def number(entry: Node) -> str:
    value = entry.get("value", "X")
    if isinstance(value, str):
        return value
    exact = Decimal(str(value))
    return f"{exact:,.{entry['decimals']}f}" if "decimals" in entry else f"{exact:,f}"


def change(entry: Node) -> str:
    value = entry.get("change", "")
    if isinstance(value, dict):
        return f"{value.get('wording', '')} {value.get('value', 'X')}{value.get('unit', '')}"
    return str(value)


def inner_and_outer_suffix(entry: Node) -> tuple[str, str]:
    """余 stands before the unit, 以上 after it."""
    suffix = entry.get("suffix", "")
    return (suffix, "") if suffix in INNER_SUFFIXES else ("", suffix)


def pages(outline: Node, ledger: Node) -> Iterator[Page]:
    """Cover, the slides of every part with its agenda or its divider before them, closing."""
    subtitle = outline.get("subtitle", "")
    yield Page("cover", outline["title"], outline.get("notes", ""), outline.get("kicker", ""), subtitle)
    done = 1
    for part in outline["parts"]:
        slides = part["slides"]
        if part.get("agenda"):
            done += 1
            yield agenda(part, done + 1)
        elif has_divider(part, outline):
            done += 1
            yield Page("divider", part["title"], part.get("notes", ""), subtitle=part.get("motto", ""))
        sections = 0
        for slide in slides:
            sections += slide["kind"] == "section"
            yield page(slide, ledger, sections)
        done += len(slides)
    closing = outline.get("closing")
    if isinstance(closing, str):
        closing = {"title": closing}
    if closing:
        yield Page("closing", closing["title"], closing.get("notes", ""), subtitle=closing.get("text", ""))


def has_divider(part: Node, outline: Node) -> bool:
    """Of two parts or more each begins with one, unless its only slide says its title anyway."""
    slides = part["slides"]
    same = len(slides) == 1 and part["title"] in slides[0]["title"]
    return len(outline["parts"]) > 1 and outline.get("divider") != "off" and not same


def agenda(part: Node, first_page: int) -> Page:
    """The overview of a part; its entries link to the part's slides, the first of which is `first_page`."""
    title = f"{part['title']}：“{part['claim']}”" if "claim" in part else part["title"]
    items = [Item(slide["title"], page=page) for page, slide in enumerate(part["slides"], first_page)]
    return Page("agenda", title, part.get("notes", ""), subtitle=part.get("motto", ""), items=items)


def page(slide: Node, ledger: Node, section: int) -> Page:
    kind = slide["kind"]
    title = f"{slide['title']}：{slide['claim']}" if "claim" in slide else slide["title"]
    items = slide.get("points") or slide.get("items") or slide.get("pairs") or []
    return Page(
        kind,
        title,
        slide.get("notes", ""),
        kicker=slide.get("kicker", ""),
        subtitle=slide.get("motto") or slide.get("heading") or "",
        numeral=NUMERALS[(section - 1) % 10] if kind == "section" else slide.get("year", ""),
        text=slide.get("text", ""),
        items=[item(node) for node in items],
        tags=slide.get("tags", []),
        cards=[card(ledger[name]) for name in slide.get("figures", [])],
    )


def item(node: Node | str) -> Item:
    if isinstance(node, str):
        lead, _, text = node.partition("：")
        return Item(lead, text)
    return Item(node.get("lead", ""), node.get("text", ""), node.get("key") or node.get("pair", ""))


def card(entry: Node) -> Card:
    inner, outer = inner_and_outer_suffix(entry)
    unit = f"{inner}{entry.get('unit', '')}{outer}"
    return Card(entry.get("prefix", "") + entry["label"], number(entry), unit, change(entry))
