"""`deckgen themes`: the shipped themes, those of one's own and the templates beside the outline; as a list and drawn."""

from __future__ import annotations

import base64
import json
import re
import shutil
from pathlib import Path

import pytest

from deckgen.cli.previewing import server_of
from deckgen.load.theme import theme_names
from deckgen.pipeline import Request, compile_deck
from tests.cli.conftest import Deckgen
from tests.some import some
from tests.support import ROOT


@pytest.fixture
def folder(deckgen: Deckgen) -> Deckgen:
    """A folder with a template, a theme made of it, a theme of its own, a broken one, and what is none of these."""
    assert deckgen("build", "outline.yaml", "-o", "deck.pptx").code == 0
    shutil.copy("deck.pptx", "单位.potx")
    assert deckgen("theme", "new", "单位.potx", "-o", "themes/单位").code == 0
    shutil.copytree(ROOT / "themes" / "yemu", "own")
    Path("own/theme.yaml").write_text("name: own\nlabel: 我们的\nextends: yemu\n", encoding="utf-8")
    Path("broken").mkdir()
    Path("broken/theme.yaml").write_text("name: broken\nextends: nowhere\n", encoding="utf-8")
    Path("~$单位.potx").write_bytes(b"lock")
    return deckgen


def lines(text: str) -> dict[str, list[str]]:
    return {line.split("\t")[0]: line.split("\t")[1:] for line in text.splitlines()}


def test_what_is_beside_the_outline_is_listed(folder: Deckgen) -> None:
    listed = lines(folder("themes").out)
    assert set(theme_names()) < set(listed)
    assert listed["own"] == ["我们的", "自己的主题"]
    assert listed["单位.potx"] == ["单位", "单位模板"]
    assert "themes/单位" in listed and listed["themes/单位"][1] == "自己的主题"
    assert "用不了" in listed["broken"][2]
    assert set(listed) - set(theme_names()) == {"own", "单位.potx", "themes/单位", "broken"}


def test_an_outline_or_its_folder_may_be_elsewhere(folder: Deckgen) -> None:
    Path("elsewhere").mkdir()
    shutil.copy("outline.yaml", "elsewhere")
    shutil.copy("单位.potx", "elsewhere/市局.potx")
    for where in ("elsewhere", "elsewhere/outline.yaml"):
        listed = lines(folder("themes", where).out)
        assert "市局.potx" in listed and "own" not in listed
    ended = folder("themes", "nowhere")
    assert ended.code == 2 and "nowhere" in ended.err


def test_every_name_is_one_that_an_outline_may_say(folder: Deckgen) -> None:
    text = Path("outline.yaml").read_text(encoding="utf-8")
    names = [entry["name"] for entry in json.loads(folder("themes", "--format", "json").out)["themes"] if not entry["findings"]]
    assert len(names) >= 11
    for name in some(names):
        Path("outline.yaml").write_text(f"theme: {name}\n{text}", encoding="utf-8")
        assert compile_deck(Request("outline.yaml")).scene.slides, name


def test_they_are_drawn_on_one_page(folder: Deckgen) -> None:
    ended = folder("themes", "--format", "html", "-o", "t.html")
    assert (ended.code, ended.out) == (0, "已写入 t.html\n")
    page = Path("t.html").read_text(encoding="utf-8")
    sections = page.split("<h2>")[1:]
    assert len(sections) == len(theme_names()) + 4
    for section in some(sections):
        drawn = re.findall(r"base64,([^\"]+)", section)
        if "theme: broken" in section:
            assert "nowhere" in section and not drawn
            continue
        assert len(drawn) == 4
        assert all(base64.b64decode(each).startswith(b"<svg") for each in drawn)
    assert "http://" not in re.sub(r"base64,[^\"]+", "", page)


def test_the_live_page_offers_the_same(folder: Deckgen) -> None:
    server = server_of(Request("outline.yaml"), 0)
    server.server_close()
    assert {"单位.potx", "zhengwu-red"} <= {name.removeprefix("./") for name in server.themes}
    assert any(name.endswith("own/theme.yaml") for name in server.themes)
    assert not any("broken" in name for name in server.themes)
