"""An English deck of every kind of slide: not one hanzi in any part of its package, nor a mark of Chinese typesetting."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from msgspec import structs

from deckgen.language import EN_GB, LANGUAGES
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.beside import SHARED

HERE = Path(__file__).parent
CASES = SHARED / "cases" / "outline"  # inputs of people who met faults, where they are at hand
THEMES = ("zhengwu-red", "zhengwu-blue")
LEDGERS = ("figures.yaml", "figures.filled.yaml")
# Hanzi, and the marks and spaces that stand among them only.
CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]+")
# What may be said of a small outline that a person wrote to show one fault.
EXPECTED = frozenset(
    {"content/missing-notes", "layout/lonely-slide", "layout/crowded-slide", "content/unknown-value", "content/sample-value"}
)


@cache
def built(theme: str, ledger: str) -> Built:
    return compile_deck(Request(str(HERE / "outline.yaml"), theme, str(HERE / ledger)))


def written(scene: Scene) -> dict[str, str]:
    """Every part of the package as text, those of a workbook within it as `book!part`."""
    buffer = io.BytesIO()
    write_pptx(scene, buffer)
    return parts(buffer)


def parts(file: io.BytesIO) -> dict[str, str]:
    found = {}
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            data = package.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": text for inner, text in parts(io.BytesIO(data)).items()}
            else:
                found[name] = data.decode()
    return found


def chinese(found: dict[str, str], part: str) -> dict[str, list[str]]:
    """What Chinese stands in the parts of this name; there are some."""
    asked = {name: text for name, text in found.items() if re.match(part, name)}
    assert asked, part
    return {name: words for name, text in asked.items() if (words := CHINESE.findall(text))}


def test_the_outline_has_a_slide_of_every_kind_and_one_that_goes_on() -> None:
    scene = built("zhengwu-red", "figures.yaml").scene
    kinds = {"section", "points", "statement", "objectives", "principles", "problems", "pairs"}
    assert {slide.layout for slide in scene.slides} >= {*kinds, "cover", "agenda", "closing"}
    assert "chart" in {slide.arrangement for slide in built("zhengwu-red", "figures.filled.yaml").scene.slides}
    assert len([slide for slide in scene.slides if slide.title.startswith("Next steps")]) >= 2


@pytest.mark.parametrize("ledger", LEDGERS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "part",
    [
        "ppt/slides/",
        "ppt/slideLayouts/",
        "ppt/slideMasters/",
        "ppt/theme/",
        "ppt/presentation.xml",
        "ppt/notesSlides/",
        "ppt/notesMasters/",
        "docProps/",
    ],
)
def test_no_hanzi_in_any_part(part: str, theme: str, ledger: str) -> None:
    assert chinese(written(built(theme, ledger).scene), part) == {}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("part", ["ppt/charts/", "ppt/embeddings/"])
def test_no_hanzi_in_a_chart_and_its_workbook(part: str, theme: str) -> None:
    assert chinese(written(built(theme, "figures.filled.yaml").scene), part) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_run_and_the_properties_say_the_language(theme: str) -> None:
    check_language(written(built(theme, "figures.filled.yaml").scene))


def check_language(found: dict[str, str]) -> None:
    tags = {tag for text in found.values() for tag in re.findall(r'(?<!alt)[Ll]ang="([^"]*)"|<c:lang val="([^"]*)"', text)}
    assert tags == {("en-GB", ""), ("", "en-GB")}
    assert "<dc:language>en-GB</dc:language>" in found["docProps/core.xml"]
    assert len(re.findall('lang="en-GB" altLang="zh-CN"', "".join(found.values()))) > 300


@pytest.mark.parametrize("theme", THEMES)
def test_no_hanzi_in_what_the_preview_draws(theme: str) -> None:
    scene = built(theme, "figures.yaml").scene
    drawn = [slide_svg(slide, scene.design, scene.properties.language) for slide in scene.slides]
    assert [CHINESE.findall(re.sub("font-family='[^']*'|font-family=\"[^\"]*\"", "", svg)) for svg in drawn] == [[]] * len(drawn)


@pytest.mark.parametrize("part", ["ppt/notesSlides/", "ppt/notesMasters/", "docProps/"])
def test_writers_have_no_words_of_their_own(part: str) -> None:
    """Asked of a scene that says it is English, whatever layout put into it."""
    scene = built("zhengwu-red", "figures.filled.yaml").scene
    english = structs.replace(scene, properties=structs.replace(scene.properties, language=EN_GB.tag))
    found = written(english)
    assert chinese(found, part) == {}
    check_language(found)


def test_cards_and_texts_keep_currencies_and_spaces() -> None:
    slides = built("zhengwu-red", "figures.filled.yaml").scene.slides
    notes = "\n".join(slide.notes for slide in slides)
    assert "Grants came to £12.4m, up £1.1m." in notes
    assert "Output was $3.2 billion, −0.4% year on year." in notes
    assert "Capital of €1,234.5m." in notes
    assert "The wait fell to 31 weeks." in notes


def outlines() -> list[Path]:
    names = ("english-*.yaml", "false-halfwidth-english.yaml", "newline-glues-english.yaml")
    return [path for name in names for path in sorted(CASES.glob(name)) if ".figures." not in path.name] if CASES.is_dir() else []


@pytest.mark.parametrize("path", outlines() or [None], ids=lambda path: path.stem if path else "absent")
def test_outlines_of_people_build_without_a_finding_about_chinese(path: Path | None, tmp_path: Path) -> None:
    if path is None:
        pytest.skip("outside the repository: no inputs of others at hand")
    for file in CASES.glob("*.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "figures.yaml").write_bytes((CASES / "english-first-attempt.figures.yaml").read_bytes())
    found = compile_deck(Request(str(tmp_path / path.name)))
    assert {finding.rule for finding in found.findings} <= EXPECTED


def test_every_language_of_the_list_builds(tmp_path: Path) -> None:
    text = (HERE / "outline.yaml").read_text(encoding="utf-8")
    for ledger in LEDGERS:
        (tmp_path / ledger).write_bytes((HERE / ledger).read_bytes())
    for tag in LANGUAGES:
        (tmp_path / "outline.yaml").write_text(text.replace("en-GB", tag), encoding="utf-8")
        assert compile_deck(Request(str(tmp_path / "outline.yaml"))).scene.slides
