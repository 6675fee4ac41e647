"""The files of the page, read once: what is not among them is not served."""

from __future__ import annotations

import html
import os
import re
from hashlib import blake2b

import msgspec
from msgspec import Struct

from deckgen.messages import whole

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
}
LANGUAGES = {"zh": "zh-CN", "en": "en"}


class PageFiles(Struct, frozen=True):
    """(content type, content) by route; the edition is another when any of them is."""

    routes: dict[str, tuple[str, bytes]]
    edition: str


def page(lang: str, outline: str, themes: dict[str, str]) -> PageFiles:
    """The page in this language; `themes` are labels by name."""
    routes = {f"/page/{name}": asset(name) for name in sorted(os.listdir(FOLDER)) if os.path.splitext(name)[1] in KINDS}
    facts: dict[str, object] = {"words": page_words(lang), "outline": os.path.basename(outline), "themes": themes}
    edition = blake2b(msgspec.json.encode([facts, os.path.abspath(outline), list(routes.values())]), digest_size=8).hexdigest()
    kind, index = routes.pop("/page/index.html")
    routes["/"] = (kind, filled(index.decode(), lang, facts | {"edition": edition}).encode())
    routes["/favicon.ico"] = routes["/page/icon.svg"]
    return PageFiles(routes, edition)


def asset(name: str) -> tuple[str, bytes]:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return KINDS[os.path.splitext(name)[1]], file.read()


def page_words(lang: str) -> dict[str, str]:
    """The words of the page by the names that its scripts use."""
    return {name.removeprefix("page/"): text for name, text in whole("page", lang).items()}


def filled(text: str, lang: str, facts: dict[str, object]) -> str:
    """The page with its words for `{{name}}`, and the facts as data that its script reads."""
    values = page_words(lang) | {"lang": LANGUAGES[lang]}
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: html.escape(values[match[1]]) if match[1] != "facts" else match[0], text)
    # A `<` inside the data could end its element.
    return text.replace("{{facts}}", msgspec.json.encode(facts).decode().replace("<", "\\u003c"))
