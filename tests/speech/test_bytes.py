"""Mutated files: whatever the bytes, the command ends in a code and a message, and never in a traceback."""

from __future__ import annotations

import contextlib
import io
import random
import tempfile
from pathlib import Path

import pytest

from deckgen.cli.main import run
from tests.examples import under_ci
from tests.some import some

from .expected import CORPUS
from .word_files import docx, numbered, numbering, p, style, table

TRIES = 400 if under_ci() else 10
TEXT = (CORPUS / "safety_speech.txt").read_bytes()
WORD = docx(
    p("讲话") + p("抓好产业", ppr=numbered(1)) + p("完成投资X亿元。") + table(("甲", "乙")) + p("谢谢大家！"),
    {"styles": style("a", "Normal"), "numbering": numbering((("chineseCounting", "%1、"),)), "header": p("密")},
)
SEEDS = {"讲话.txt": TEXT, "讲话.md": TEXT, "讲话.docx": WORD, "标题.docx": (CORPUS / "headings.docx").read_bytes()}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with a few bytes changed, cut out, doubled or moved."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        at, length = chance.randrange(len(found)), chance.choice((1, 1, 8, 400))
        piece = bytes(found[at : at + length])
        match chance.randrange(5):
            case 0:
                found[at : at + len(piece)] = chance.randbytes(len(piece))
            case 1 if len(found) > length + 1:
                del found[at : at + length]
            case 2:
                found[at:at] = piece
            case 3:
                found[at] ^= 1 << chance.randrange(8)
            case _:
                found[at:at] = chance.choice((b"\0", b"\xff", b"\r", b"<", b"&", "\u3000".encode(), b"{", b"\xef\xbb\xbf"))
    return bytes(found)


def unzipped_and_mutated(data: bytes, chance: random.Random) -> bytes:
    """The same of one part inside the package, so that what is mutated is read."""
    import zipfile

    from .word_files import zipped

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(files))
    content = files[name]
    assert isinstance(content, bytes)
    return zipped({**files, name: mutated(content, chance)})


@pytest.mark.parametrize("name", sorted(SEEDS))
def test_no_bytes_end_in_a_traceback(name: str) -> None:
    chance = random.Random(name)
    with tempfile.TemporaryDirectory() as folder:
        speech = Path(folder, name)
        for number in some(range(TRIES)):
            inside = name.endswith(".docx") and number % 3
            data = (unzipped_and_mutated if inside else mutated)(SEEDS[name], chance)
            speech.write_bytes(data)
            told = io.StringIO()
            with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
                code = run(["import", str(speech), "-o", str(Path(folder, "ziel")), "--force"])
            assert code in (0, 1, 2), number
            assert told.getvalue().strip(), number
            assert "Traceback" not in told.getvalue(), (number, told.getvalue())
