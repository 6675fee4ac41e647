"""Pictures that an outline names: found beside it, looked into, and what is wrong with them told at their place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from yaml.nodes import Node, SequenceNode

from deckgen.files import TooLargeError
from deckgen.load.nodes import Fields, kind_of, scalar_text
from deckgen.outline import ImageFile

if TYPE_CHECKING:
    from deckgen.load.values import ValueReader

MOST_BYTES = 100 * 1024 * 1024
MEGABYTE = 1024 * 1024
PENDING = "load/picture-missing"  # no fault: the slide shows an empty frame


def read_image(reader: ValueReader, at: Fields, name: str) -> ImageFile | None:
    """The picture; one that is not there yet has no data, and is told as a warning. None where it cannot be used."""
    node = at.nodes.get(name)
    path = at.text(name)
    if node is None or not path:
        return None
    data = read_beside(reader, node, path, MOST_BYTES, PENDING)
    if data is None:
        return ImageFile(path, b"", reader.document.span(node))
    # Pillow is imported for a picture only.
    from deckgen.pictures import PictureError, seen

    try:
        seen(data)
    except PictureError as fault:
        reader.document.error(node, fault.rule, file=path, **fault.facts)
        return None
    return ImageFile(path, data, reader.document.span(node))


def read_beside(reader: ValueReader, node: Node, path: str, most: int, missing: str) -> bytes | None:
    """What a file holds whose path is relative to the outline; None, with a finding, where it cannot be had."""
    folder = os.path.dirname(reader.document.path)
    target = os.path.join(folder, path.replace("\\", "/"))
    if not reader.files.outside and not is_inside(target, folder or "."):
        reader.document.error(node, "load/outside", file=path)
        return None
    if not reader.files.exists(target):
        note = reader.document.findings.warn if missing == PENDING else reader.document.findings.error
        note(reader.document.span(node), missing, file=path)
        return None
    try:
        return reader.files.read(target, most)
    except TooLargeError:
        reader.document.error(node, "load/file-too-large", file=path, most=most // MEGABYTE)
    except (OSError, ValueError) as error:
        from deckgen.messages.reasons import reason

        reader.document.error(node, "load/cannot-read-file", file=path, reason=reason(error))
    return None


def is_inside(target: str, folder: str) -> bool:
    """Whether a path, links followed, stays in a folder."""
    try:
        inner, outer = os.path.realpath(target), os.path.realpath(folder)
        return os.path.commonpath([inner, outer]) == outer
    except ValueError:  # another drive, or a NUL
        return False


def read_focus(reader: ValueReader, at: Fields, name: str) -> tuple[float, float] | None:
    """Two shares between 0 and 1."""
    node = at.nodes.get(name)
    if node is None:
        return None
    children = node.value if isinstance(node, SequenceNode) else []
    shares = [share for child in children if (share := share_in(scalar_text(reader.document, child, name))) is not None]
    if len(children) != 2 or len(shares) != 2:
        reader.document.error(node, "load/focus", got=kind_of(node))
        return None
    return shares[0], shares[1]


def share_in(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None
