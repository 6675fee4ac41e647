"""The record of what a deck was built from: small, valid, the same bytes, and gone on request."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from msgspec import structs

from deckgen.pull.base import origin_of_bytes
from deckgen.scene import Scene
from deckgen.snapshot import Snapshot
from deckgen.write.pptx.presentation import write_pptx
from tests.support import Deck


def written(scene: Scene) -> bytes:
    buffer = BytesIO()
    write_pptx(scene, buffer)
    return buffer.getvalue()


def snapshot_of(scene: Scene) -> Snapshot:
    found = origin_of_bytes(written(scene)).snapshot
    assert found is not None
    return found


def test_every_word_of_the_outline_knows_its_field(x_deck: Deck) -> None:
    snapshot = snapshot_of(x_deck.scene)
    slide = next(slide for slide in snapshot.slides if slide.layout == "section")
    title = next(shape for shape in slide.shapes if shape.place == "title 0")
    assert [(piece.text, piece.at) for piece in title.words[0]] == [(slide.title, "title")]
    pieces = [piece for each in snapshot.slides for shape in each.shapes for words in shape.words for piece in words]
    assert sum(bool(piece.at) for piece in pieces) > 100
    assert {piece.figure for piece in pieces if piece.text == "X"} >= {"gdp.value"}


def test_a_record_of_fifteen_slides_is_small(x_deck: Deck) -> None:
    """The report has sixteen slides and 461 shapes; what zip makes of the part counts."""
    with zipfile.ZipFile(BytesIO(written(x_deck.scene))) as package:
        size = package.getinfo("customXml/item1.xml").compress_size
    assert 4_000 < size / len(x_deck.scene.slides) * 15 < 10_500


def test_a_deck_is_known_as_it_was_written_and_when_it_was_not(x_deck: Deck) -> None:
    data = written(x_deck.scene)
    assert origin_of_bytes(data).kind == "written"
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for info in old.infolist():
            new.writestr(info, old.read(info).replace("区委".encode(), "县委".encode()))
    assert origin_of_bytes(changed.getvalue()).kind == "saved"


def test_without_a_source_nothing_of_it_is_left(x_deck: Deck) -> None:
    data = written(structs.replace(x_deck.scene, origin=None))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert not [name for name in package.namelist() if name.startswith("customXml")]
        assert b"customXml" not in b"".join(package.read(name) for name in package.namelist() if name.endswith((".rels", ".xml")))
    assert origin_of_bytes(data).kind == "plain"


def test_other_files_are_none_of_ours(tmp_path: Path) -> None:
    import pptx

    pptx.Presentation().save(str(tmp_path / "a.pptx"))
    assert origin_of_bytes((tmp_path / "a.pptx").read_bytes()).kind == "foreign"
    assert origin_of_bytes(b"no zip").kind == "foreign"
