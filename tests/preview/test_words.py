"""The page says what its catalog holds, no more and no less, in both languages alike."""

from __future__ import annotations

import json
import re
from pathlib import Path

from deckgen.preview import assets
from deckgen.preview.assets import page_words
from tests.some import some

PAGE = Path(assets.FOLDER)
# Said by name of a state or severity, not by a literal.
BY_VALUE = {"connected", "lost", "ended", "error", "warning", "has_errors", "has_warnings", "minutes", "minutes_of", "show_over"}


def used() -> set[str]:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in PAGE.glob("*.js"))
    markup = (PAGE / "index.html").read_text(encoding="utf-8")
    found = set(re.findall(r'\b(?:say|button|time|heading)\("(\w+)"', scripts)) | set(re.findall(r"\{\{(\w+)\}\}", markup)) - {
        "lang",
        "facts",
    }
    assert len(found) > 20
    return found


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    assert used() | BY_VALUE == set(page_words("zh"))


def test_english_is_english() -> None:
    assert all(text.isascii() or set(text) & set("←→·…") for text in some(page_words("en").values()))
    assert not any(re.search("[\u4e00-\u9fff]", text) for text in page_words("en").values())


def test_the_page_speaks_the_language_of_the_run() -> None:
    _, body = assets.page("en", "dir/report.yaml", {}).routes["/"]
    text = body.decode()
    assert '<html lang="en">' in text and "Speaker notes" in text
    assert not re.search("[\u4e00-\u9fff]", text)


def test_what_a_file_or_a_theme_is_called_cannot_end_the_data_it_stands_in() -> None:
    _, body = assets.page("zh", "<!--<script>.yaml", {"x": "</script><b>{{notes}}"}).routes["/"]
    text = body.decode()
    assert text.count("<script") == 2 and "<b>" not in text and "<!--" not in text
    facts = re.search(r'id="facts">(.*?)</script>', text)
    assert facts is not None
    assert json.loads(facts[1])["outline"] == "<!--<script>.yaml"
    assert json.loads(facts[1])["themes"] == {"x": "</script><b>{{notes}}"}


def test_another_outline_or_language_is_another_edition() -> None:
    editions = [assets.page(lang, outline, {}).edition for lang in ("zh", "en") for outline in ("a/o.yaml", "b/o.yaml", "a/p.yaml")]
    assert len(set(editions)) == 6
    assert assets.page("zh", "a/o.yaml", {}).edition == editions[0]


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    files = [path for path in PAGE.iterdir() if path.is_file()]
    assert len(files) > 7
    for path in some(files):
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//\w+\.|@import|url\(|innerHTML|insertAdjacentHTML|document\.write|eval\(|style=|onclick=", text), (
            path
        )
