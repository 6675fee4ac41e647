"""The package: its members, its bytes, its relations and its properties."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import yaml
from lxml import etree
from msgspec import structs

from deckgen.base import LAYOUTS
from deckgen.write.pptx.package import Package
from deckgen.write.save import SaveError, save
from tests.some import some
from tests.support import OUTLINE, ROOT, Deck, compile_text, write
from tests.write.parts import THEME, contents, find, relations, slides, xml_parts

EPOCH = (1980, 1, 1, 0, 0, 0)


def check_members(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        assert package.testzip() is None
    names = [info.filename for info in infos]
    assert names[0] == "[Content_Types].xml"
    assert len({name.lower() for name in names}) == len(names)
    assert {(info.date_time, info.create_system) for info in infos} == {(EPOCH, 0)}
    assert {info.compress_type for info in infos} == {zipfile.ZIP_DEFLATED}
    assert not any(info.flag_bits & 0x08 or info.extra for info in infos)


def test_members_are_in_order_and_of_no_time(deck: Deck) -> None:
    check_members(deck.path.read_bytes())


@pytest.mark.slow
def test_a_package_of_more_members_than_a_plain_directory_can_count() -> None:
    """From 65 536 on (some 16 000 slides) the directory is that of zip64, which every reader of packages knows."""
    stream = io.BytesIO()
    package = Package(stream)
    for number in range(65_536):
        package.add(f"ppt/{number}.xml", "")
    package.close()
    with zipfile.ZipFile(stream) as read:
        assert len(read.namelist()) == 65_536
        assert read.read("ppt/65535.xml") == b""


def test_the_workbook_is_a_package_of_the_same_kind(sample_deck: Deck) -> None:
    books = [data for name, data in contents(sample_deck.path).items() if name.endswith(".xlsx")]
    assert len(books) == 1
    check_members(books[0])


def test_every_part_is_well_formed(deck: Deck) -> None:
    assert len(xml_parts(deck.path)) > 80
    for name, data in some(contents(deck.path).items()):
        if name.endswith((".xml", ".rels")):
            assert data.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'), name
            etree.fromstring(data)


def test_every_part_has_a_content_type_and_a_way_to_it(deck: Deck) -> None:
    names = set(contents(deck.path)) - {"[Content_Types].xml"}
    types = xml_parts(deck.path)["[Content_Types].xml"]
    overrides = {name.lstrip("/") for name in find(types, "./ct:Override/@PartName")}
    defaults = set(find(types, "./ct:Default/@Extension"))
    assert overrides <= names
    assert {name for name in names if name not in overrides and name.rsplit(".", 1)[-1] not in defaults} == set()
    reached = {target for part in ["", *names] for _, target in relations(deck.path, part).values()}
    assert reached == {name for name in names if not name.endswith(".rels")}


def test_every_relation_is_used_and_every_use_is_one(deck: Deck) -> None:
    implicit = {"slideLayout", "notesSlide", "notesMaster", "slide", "theme", "slideMaster", "presProps", "viewProps", "tableStyles"}
    implicit |= {"customXml", "customXmlProps"}  # what the deck remembers of its outline
    for name, root in some(xml_parts(deck.path).items()):
        if name.endswith(".rels") or name == "[Content_Types].xml":
            continue
        known = relations(deck.path, name)
        used = {str(value) for value in root.xpath("//@r:id | //@r:embed | //@r:link", namespaces={"r": NS_R})}
        assert used <= set(known), name
        assert {kind for rid, (kind, _) in known.items() if rid not in used} <= implicit, name


NS_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_ids_are_unique(deck: Deck) -> None:
    """Shape ids on a slide, slide ids from 256 on, master and layouts together from 2^31 on."""
    parts = xml_parts(deck.path)
    for name, root in some(parts.items()):
        ids = find(root, "//p:cNvPr/@id")
        assert len(set(ids)) == len(ids), name
    presentation = parts["ppt/presentation.xml"]
    slide_ids = [int(value) for value in find(presentation, "//p:sldIdLst/p:sldId/@id")]
    assert len(set(slide_ids)) == len(slide_ids) == 16 and min(slide_ids) >= 256
    masters = [
        int(v) for v in find(presentation, "//p:sldMasterId/@id") + find(parts["ppt/slideMasters/slideMaster1.xml"], "//p:sldLayoutId/@id")
    ]
    assert len(set(masters)) == len(masters) == len(LAYOUTS) and min(masters) >= 2**31


def test_sections_hold_every_slide_once(deck: Deck) -> None:
    presentation = xml_parts(deck.path)["ppt/presentation.xml"]
    (listed,) = find(presentation, "//p:ext[@uri='{521415D9-36F7-43E2-AB2F-B90AF26B5E84}']/p14:sectionLst")
    assert find(listed, ".//p14:sldId/@id") == find(presentation, "//p:sldIdLst/p:sldId/@id")
    guids = find(listed, "./p14:section/@id")
    assert len(set(guids)) == len(guids) == 5
    assert all(re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid) for guid in some(guids)), guids


def test_colours_and_faces_are_named_in_themes_only(deck: Deck) -> None:
    """But for the face of quotes, which stand in runs of their own."""
    seen = quotes = 0
    for name, root in some(xml_parts(deck.path).items()):
        faces = set(find(root, "//a:latin/@typeface | //a:ea/@typeface"))
        if THEME.fullmatch(name):
            seen += 1
            continue
        assert find(root, "//a:srgbClr | //a:sysClr | //a:prstClr") == [], name
        named = {face for face in faces if not face.startswith(("+mj-", "+mn-"))}
        words = [text for face in named for text in find(root, f"//a:r[a:rPr/a:ea/@typeface='{face}']/a:t/text()")]
        assert named <= {"Arial", "Times New Roman"} and not set("".join(words)) - set("“”‘’"), (name, named, words)
        quotes += len(words)
    assert seen == 2 and quotes > 10


def test_every_run_says_its_language(deck: Deck) -> None:
    seen = 0
    for name, root in some(xml_parts(deck.path).items()):
        runs = find(root, "//a:r | //a:fld | //a:br")
        assert all(len(find(run, "./a:rPr")) == 1 for run in runs), name
        for properties in find(root, "//a:rPr | //a:endParaRPr"):
            assert (properties.get("lang"), properties.get("altLang")) == ("zh-CN", "en-US"), name
            seen += 1
    assert seen > 500


def test_sizes_are_written_and_never_scaled(deck: Deck) -> None:
    for name, root in some(xml_parts(deck.path).items()):
        assert find(root, "//@fontScale | //@lnSpcReduction") == [], name


def test_an_element_of_a_body_is_never_without_a_paragraph(deck: Deck) -> None:
    for name, root in some(slides(deck.path)):
        assert all(find(body, "./a:p") for body in find(root, "//p:txBody")), name


def test_document_properties(deck: Deck) -> None:
    core = xml_parts(deck.path)["docProps/core.xml"]
    wanted = {"dc:title": "区委常委会工作报告", "dc:creator": "区委常委会", "dc:language": "zh-CN"}
    wanted |= {"dcterms:created": "2020-01-01T00:00:00Z", "dcterms:modified": "2020-01-01T00:00:00Z"}
    assert {tag: "".join(find(core, f"./{tag}/text()")) for tag in wanted} == wanted


@pytest.mark.parametrize(
    ("date", "timestamp"),
    [
        ("2020-01", "2020-01-01T00:00:00Z"),
        ("2021-11-05", "2021-11-05T00:00:00Z"),
        ("2020年3月", "2020-03-01T00:00:00Z"),
        ("2019", "2019-01-01T00:00:00Z"),
        ("二〇二〇年一月", "2000-01-01T00:00:00Z"),
    ],
)
def test_the_moment_is_the_outlines_date(date: str, timestamp: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert timestamp_of(date, tmp_path) == timestamp


def test_source_date_epoch_is_honoured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836799")
    assert timestamp_of("2020-01", tmp_path) == "2019-12-31T23:59:59Z"


def timestamp_of(date: str, folder: Path) -> str:
    head = {
        "title": "报告",
        "date": date,
        "parts": [{"title": "部分", "slides": [{"kind": "points", "title": "页面", "points": ["要点：说明"]}]}],
    }
    built = compile_text(yaml.safe_dump(head, allow_unicode=True), folder)
    core = xml_parts(write(built.scene, folder / "deck.pptx"))["docProps/core.xml"]
    return "".join(find(core, "./dcterms:created/text()"))


ENVIRONMENTS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "1"},
)


@pytest.mark.parametrize("ledger", ["figures.yaml", "figures.sample.yaml"])
def test_equal_input_gives_equal_bytes(ledger: str, theme_name: str, tmp_path: Path) -> None:
    """In two processes of different hash seed, time zone and locale."""
    paths = [tmp_path / f"{n}.pptx" for n in range(len(ENVIRONMENTS))]
    arguments = ["build", str(OUTLINE), "--theme", theme_name, "--figures", str(OUTLINE.parent / ledger)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "deckgen", *arguments, "-o", str(path)], env=os.environ | env, cwd=ROOT, stdout=subprocess.DEVNULL
        )
        for path, env in zip(paths, ENVIRONMENTS, strict=True)
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}) == 1


def test_links_lead_to_slides(deck: Deck) -> None:
    """Every click of the scene is one in the file, on the right slide."""
    for slide, (name, root) in some(zip(deck.scene.slides, slides(deck.path), strict=True)):
        known = relations(deck.path, name)
        found = Counter()
        for link in find(root, "//a:hlinkClick"):
            kind, target = known[link.get(f"{{{NS_R}}}id", "")]
            assert (kind, link.get("action")) == ("slide", "ppaction://hlinksldjump")
            assert link.get("tooltip")
            found[int(re.findall(r"\d+", target)[0])] += 1
        assert found == Counter(item.link for item in slide.items if getattr(item, "link", 0))


@pytest.mark.parametrize("text", ["甲&乙<丙>丁", '"引号"与“引号”', "a\tb", "甲]]>", "<a:t>", "𠮷野家"])
def test_any_text_is_escaped(text: str, tmp_path: Path) -> None:
    slide = {"kind": "points", "title": f"标题{text}", "notes": text, "points": [{"lead": text, "text": text}]}
    head = {"title": text, "kicker": text, "organization": text, "parts": [{"title": f"部分{text}", "slides": [slide], "agenda": True}]}
    built = compile_text(yaml.safe_dump(head, allow_unicode=True), tmp_path)
    path = write(built.scene, tmp_path / "deck.pptx")
    assert text in "".join(find(xml_parts(path)["ppt/slides/slide3.xml"], "//a:t/text()"))
    assert text in "".join(find(xml_parts(path)["ppt/notesSlides/notesSlide3.xml"], "//a:t/text()"))
    assert "".join(find(xml_parts(path)["docProps/core.xml"], "./dc:title/text()")) == text


def test_a_scene_without_sections_has_no_list_of_them(x_deck: Deck, tmp_path: Path) -> None:
    """The schema wants a section in every list; found by the validators over a deck of the visual tests."""
    path = write(structs.replace(x_deck.scene, sections=()), tmp_path / "deck.pptx")
    assert "sectionLst" not in contents(path)["ppt/presentation.xml"].decode()


def test_a_deck_does_not_take_the_place_of_a_folder(x_deck: Deck, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    with pytest.raises(SaveError) as caught:
        save(x_deck.built.scene, str(tmp_path / "deck.pptx"))
    assert caught.value.what.name == "save/folder"
    assert [path.name for path in tmp_path.rglob("*")] == ["deck.pptx"]
