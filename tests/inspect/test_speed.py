"""The cost grows with the deck and with nothing else."""

from __future__ import annotations

import re
import time
import tracemalloc

import pytest

from deckgen.inspect.deck import read_deck
from tests.clock import seconds
from tests.inspect.decks import check, found, members, packed, theirs

LARGE = 1000


def multiplied(count: int) -> bytes:
    """So many copies of the slide with text boxes, each with its own id, title and relationship."""
    parts = members(theirs())
    slide, rels = parts["ppt/slides/slide5.xml"].decode(), parts["ppt/slides/_rels/slide5.xml.rels"].decode()
    rels = re.sub(r"<Relationship [^>]*notesSlide[^>]*/>", "", rels)
    ids = relations = types = ""
    for n in range(count):
        number = 100 + n
        parts[f"ppt/slides/slide{number}.xml"] = slide.replace("下一步打算", f"第{n}步打算").encode()
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = rels.encode()
        ids += f'<p:sldId id="{1000 + n}" r:id="many{n}"/>'
        relations += f'<Relationship Id="many{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide{number}.xml"/>'
        types += f'<Override PartName="/ppt/slides/slide{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/>'
    for name, before, more in (
        ("ppt/presentation.xml", "</p:sldIdLst>", ids), ("ppt/_rels/presentation.xml.rels", "</Relationships>", relations), ("[Content_Types].xml", "</Types>", types)
    ):  # fmt: skip
        parts[name] = parts[name].replace(before.encode(), (more + before).encode())
    return packed(parts)


def test_many_slides_are_read() -> None:
    data = multiplied(30)
    assert len(read_deck(data).slides) == 35
    assert [(rule, slide) for rule, slide, _ in found(data)] == [("deck/no-notes", slide) for slide in range(6, 36)]


@pytest.mark.clock
@pytest.mark.slow
def test_a_thousand_slides_take_seconds_and_little_room() -> None:
    data = multiplied(LARGE)
    begin = time.process_time()
    assert {finding.rule for finding in check(data)} == {"deck/no-notes"}
    assert time.process_time() - begin < seconds(10)
    tracemalloc.start()
    read_deck(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150 << 20


@pytest.mark.clock
@pytest.mark.slow
def test_one_slide_of_everything_is_read_in_time() -> None:
    """Hostile rather than large: thousands of shapes on one slide, and a paragraph of a hundred thousand characters."""
    parts = members(theirs())
    slide = parts["ppt/slides/slide5.xml"].decode()
    box = next(shape for shape in re.findall(r"<p:sp>.*?</p:sp>", slide, re.S) if "左框" in shape)
    many = "".join(box.replace('id="3"', f'id="{n}"') for n in range(100, 4100))
    long = box.replace('id="3"', 'id="99"').replace("抓好重点项目建设", "长 " * 50_000)
    parts["ppt/slides/slide5.xml"] = slide.replace("</p:spTree>", f"{many}{long}</p:spTree>").encode()
    begin = time.process_time()
    assert check(packed(parts))
    assert time.process_time() - begin < seconds(60)
