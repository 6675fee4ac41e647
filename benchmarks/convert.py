"""Write the content of an outline as pandoc markdown and as JSON for PptxGenJS.

python convert.py ../content/report-2019/outline.yaml work/report
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from deck import Card, Deck, Item, Page, read_deck

SPECIAL = re.compile(r"([\\`_\[\]#|$<>~^{}@])")  # ** stays: it means in markdown what it means in the outline


def convert(outline_path: Path, folder: Path) -> tuple[Path, Path]:
    """Write `deck.md` and `deck.json` into `folder`; their paths come back."""
    deck = read_deck(outline_path)
    folder.mkdir(parents=True, exist_ok=True)
    markdown, data = folder / "deck.md", folder / "deck.json"
    markdown.write_text("".join(pandoc_markdown(deck)), encoding="utf-8")
    data.write_text(json.dumps(asdict(deck), ensure_ascii=False), encoding="utf-8")
    return markdown, data


def pandoc_markdown(deck: Deck) -> Iterator[str]:
    """A slide a first-level heading; the cover is pandoc's title slide, made from the metadata."""
    cover, *pages = deck.pages
    metadata = {
        "title": cover.title,
        "subtitle": cover.subtitle,
        "author": deck.author,
        "date": deck.date,
        "notes": cover.notes,
    }
    yield "---\n"
    for key, value in metadata.items():
        yield f"{key}: {json.dumps(value, ensure_ascii=False)}\n"  # JSON is YAML
    yield "---\n"
    for number, page in enumerate(pages, 2):
        yield from markdown_page(page, number)


def markdown_page(page: Page, number: int) -> Iterator[str]:
    yield f"\n# {escape(page.title)} {{#s{number}}}\n\n"
    text = list(markdown_text(page))
    if page.cards:
        table = list(markdown_table(page.cards))
        yield from columns(text, table) if text else table
    else:
        yield from text
    yield from ("\n::: notes\n", escape(page.notes.replace("\n", "\n\n")), "\n:::\n")


def columns(left: list[str], right: list[str]) -> Iterator[str]:
    """List and table side by side: one under the other, pandoc would make two slides of them."""
    yield ":::: columns\n::: column\n"
    yield from left
    yield ":::\n::: column\n"
    yield from right
    yield ":::\n::::\n"


def markdown_text(page: Page) -> Iterator[str]:
    for paragraph in (page.kicker, page.subtitle, page.text):
        if paragraph:
            yield f"{escape(paragraph)}\n\n"
    for item in page.items:
        yield f"- {markdown_item(item)}\n"
    for tag in page.tags:
        yield f"- {escape(tag)}\n"


def markdown_item(item: Item) -> str:
    if item.page:
        return f"[{escape(item.lead)}](#s{item.page})"
    key = f"{item.key} " if item.key else ""
    return escape(f"{key}**{item.lead.replace('**', '')}**：{item.text}")


def markdown_table(cards: list[Card]) -> Iterator[str]:
    yield "| 指标 | 数值 | 变化 |\n|---|---|---|\n"
    for card in cards:
        yield f"| {escape(card.label)} | {escape(card.value)}{escape(card.unit)} | {escape(card.change)} |\n"


def escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outline", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    for path in convert(options.outline, options.folder):
        print(path)


if __name__ == "__main__":
    main()
