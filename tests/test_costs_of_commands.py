"""Every command on what it reads at its limit: seconds of the processor and megabytes at a quarter of it and at the whole.

`python -m tests.test_costs_of_commands` prints the table.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from deckgen.archive import DECK, SLIDE_TAGS, SPEECH
from deckgen.form.cells import MOST_ROWS
from deckgen.load.data import MOST_ROWS as DATA_ROWS
from deckgen.pipeline import Request, compile_deck
from deckgen.speech.read.open import MOST_CHARACTERS, MOST_PARAGRAPHS
from deckgen.write.pptx.presentation import write_pptx
from tests.clock import TRIES, seconds

SECONDS, MEGABYTES = 5.0, 500
PER_SLIDE = 0.012  # seconds that import takes for each slide it makes
GROWTH, LEAST = 5.5, 0.5  # times for four times as much; seconds under which nothing is compared
PART = "parts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n"
REPORT = f"title: 报告\ndate: 2020-01\nfigures: figures.yaml\n{PART}"
ENTRIES = 40_000  # of a ledger: its lines and values stay under those of a file
PARAGRAPH = "<a:p><a:r><a:rPr lang='zh-CN' sz='1800'/><a:t>全区上下齐心协力抓好各项工作</a:t></a:r></a:p>"
WORD = "<w:p><w:r><w:t>我们坚持把产业发展摆在突出位置，推动结构不断优化。</w:t></w:r></w:p>"

Maker = Callable[[Path, int], None]


class Case(Struct, frozen=True):
    """A command on something of a size; the slides that import makes count apart, as docs/limits.md says."""

    name: str
    command: tuple[str, ...]
    made: Maker
    limit: int
    codes: tuple[int, ...] = (0, 1)


def ledger_of(folder: Path, count: int) -> None:
    entries = "".join(f"  f{n}: {{label: 指标{n}, value: {n}}}\n" for n in range(count))
    (folder / "figures.yaml").write_text(f"figures:\n{entries}", encoding="utf-8")
    (folder / "outline.yaml").write_text(REPORT, encoding="utf-8")


def form_of(folder: Path, count: int) -> None:
    """A ledger with a form that fills all of it."""
    ledger_of(folder, count)
    rows = "".join(f"f{n},指标{n},{n + 1},,\n" for n in range(count))
    (folder / "form.csv").write_text(f"名称,指标,数值,单位,变化\n{rows}", encoding="utf-8")


def data_of(folder: Path, count: int) -> None:
    (folder / "table.csv").write_text("乡镇,面积\n" + "".join(f"镇{n},{n}\n" for n in range(count - 1)), encoding="utf-8")
    slide = "{kind: chart, title: 表, data: table.csv}"
    (folder / "outline.yaml").write_text(f"title: 报告\nparts: [{{title: 一, slides: [{slide}]}}]\n", encoding="utf-8")


def lines_of(folder: Path, count: int) -> None:
    """A speech of so many short paragraphs."""
    (folder / "speech.txt").write_text("报告\n" + "一段短文字，推动工作。\n" * (count - 1), encoding="utf-8")


def characters_of(folder: Path, count: int) -> None:
    """A speech of so many characters in sections, with a figure in each."""
    section = (
        "（一）产业发展提质增效。全年完成投资3亿元，增长5.1%。"
        + "我们坚持把产业发展摆在突出位置，推动结构不断优化，基础更加牢固。" * 8
        + "\n"
    )
    (folder / "speech.txt").write_text("报告\n一、回顾\n" + section * (count // len(section) - 1), encoding="utf-8")


def word_of(folder: Path, tags: int) -> None:
    """A speech of Word with so many elements: runs of one paragraph each, beyond the paragraphs that are read as empty ones."""
    body = WORD * 2_000 + "<w:p/>" * (tags - 12_100)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(folder / "speech.docx", "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')  # fmt: skip
        zipped.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')  # fmt: skip
        zipped.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")


def deck_of(folder: Path, size: int) -> None:
    """A deck of ours whose one slide was given so many bytes of text, with the outline that it comes from."""
    (folder / "outline.yaml").write_text(f"title: 报告\n{PART}", encoding="utf-8")
    small = io.BytesIO()
    write_pptx(compile_deck(Request(str(folder / "outline.yaml"))).scene, small)
    with zipfile.ZipFile(small) as before, zipfile.ZipFile(folder / "deck.pptx", "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            data = before.read(member)
            if member.filename == "ppt/slides/slide2.xml":
                end = data.index(b"</p:txBody>", data.index(b"</p:txBody>") + 1)  # of the text behind the title
                data = data[:end] + PARAGRAPH.encode() * (size // len(PARAGRAPH.encode())) + data[end:]
            after.writestr(member, data)


DECK_ROOM = min(DECK.xml // 2, SLIDE_TAGS * 9 // 10 // 8 * len(PARAGRAPH.encode()))  # of the XML and the tags of one part
CASES = [
    Case("build: a ledger", ("build", "outline.yaml", "-o", "a.pptx"), ledger_of, ENTRIES),
    Case("build: data", ("build", "outline.yaml", "-o", "a.pptx"), data_of, DATA_ROWS),
    Case("figures", ("figures", "outline.yaml"), ledger_of, ENTRIES),
    Case("figures export", ("figures", "export", "outline.yaml", "-o", "form.xlsx"), ledger_of, MOST_ROWS - 4),
    Case("figures fill", ("figures", "fill", "outline.yaml", "form.csv"), form_of, MOST_ROWS - 4),
    Case("score: an outline", ("score", "outline.yaml"), ledger_of, ENTRIES),
    Case("import: lines", ("import", "speech.txt", "-o", "out", "--force"), lines_of, MOST_PARAGRAPHS - 10),
    Case("import: characters", ("import", "speech.txt", "-o", "out", "--force"), characters_of, MOST_CHARACTERS),
    Case("import: Word", ("import", "speech.docx", "-o", "out", "--force"), word_of, SPEECH.tags - 10_000, (0, 1, 2)),
    Case("check: a deck", ("check", "deck.pptx"), deck_of, DECK_ROOM),
    Case("score: a deck", ("score", "deck.pptx"), deck_of, DECK_ROOM),
    Case("pull", ("pull", "deck.pptx", "outline.yaml", "--dry-run"), deck_of, DECK_ROOM, (0, 1, 2)),
    Case("diff", ("diff", "deck.pptx", "outline.yaml"), deck_of, DECK_ROOM, (0, 1, 2)),
    Case("theme inspect", ("theme", "inspect", "deck.pptx"), deck_of, DECK_ROOM, (0, 1, 2)),
]


def cost(case: Case, folder: Path, size: int) -> tuple[float, int, str]:
    """(seconds of the processor, megabytes, what was said)."""
    (folder / "form.xlsx").unlink(missing_ok=True)
    case.made(folder, size)
    with (folder / "said").open("wb") as said:
        command = [sys.executable, "-m", "deckgen", *case.command]
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    text = (folder / "said").read_text(encoding="utf-8")
    assert "Traceback" not in text and process.returncode in case.codes, text[-2_000:]
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, text


def slides_in(folder: Path) -> int:
    outline = folder / "out" / "outline.yaml"
    return len(re.findall(r"^ *- kind: ", outline.read_text(encoding="utf-8"), re.M)) if outline.exists() else 0


@pytest.mark.clock
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="outside the repository: costs are asked of POSIX")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_command_at_the_limit_of_its_input_ends_soon_and_small(case: Case, tmp_path: Path) -> None:
    for _ in range(TRIES):
        quarter, _, _ = cost(case, tmp_path, case.limit // 4)
        whole, memory, _ = cost(case, tmp_path, case.limit)
        assert memory < MEGABYTES
        enough = seconds(SECONDS + slides_in(tmp_path) * PER_SLIDE)
        if whole < enough and (whole < LEAST or whole < GROWTH * quarter):
            break
    assert whole < enough
    assert whole < LEAST or whole < GROWTH * quarter


def table() -> Iterator[str]:
    for case in CASES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            quarter, little, _ = cost(case, folder, case.limit // 4)
            whole, memory, said = cost(case, folder, case.limit)
            last = said.strip().splitlines()[-1:] or [""]
            yield f"{case.name:20} {case.limit:>10,} {quarter:6.2f} s {whole:6.2f} s {little:4} MB {memory:4} MB  {slides_in(folder) or '':>5}  {last[0][:70]}"


if __name__ == "__main__":
    for line in table():
        print(line, flush=True)
