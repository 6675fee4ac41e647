"""Whatever happens to an outline on a keyboard, reading ends in findings that have a place and words."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Findings, OutlineError
from deckgen.files import Folder
from deckgen.load.outline import load_outline
from deckgen.messages import rendered
from tests.examples import examples
from tests.load.helpers import REPORT

FILES = {name: (REPORT / name).read_text(encoding="utf-8") for name in ("outline.yaml", "figures.yaml", "figures.sample.yaml")}
MARKS = ["{", "}", "[", "]", "'", '"', ":", ": ", "- ", "#", "&a", "*a", "|", ">", "\t", "\n", "%", "@", "!", "?", "<<: ", "---\n", "**", "{gdp}", "\x07", "\u2028", "\ufeff", "：", "X", "null", "1e5"]  # fmt: skip

Edit = tuple[str, float, str]
edits = st.lists(
    st.tuples(
        st.sampled_from(["drop a character", "drop a line", "repeat a line", "swap two lines", "insert"]),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(MARKS),
    ),
    min_size=1,
    max_size=6,
)


def edited(text: str, edit: Edit) -> str:
    what, where, mark = edit
    at = int(where * len(text))
    lines = text.split("\n")
    line = int(where * len(lines))
    match what:
        case "drop a character":
            return text[:at] + text[at + 1 :]
        case "drop a line":
            return "\n".join(lines[:line] + lines[line + 1 :])
        case "repeat a line":
            return "\n".join(lines[: line + 1] + lines[line:])
        case "swap two lines":
            return "\n".join(lines[:line] + lines[line : line + 2][::-1] + lines[line + 2 :])
    return text[:at] + mark + text[at:]


@examples(15, 60)
@given(name=st.sampled_from(sorted(FILES)), changes=edits)
def test_an_edited_report_is_read_or_refused_with_words(name: str, changes: list[Edit]) -> None:
    text = FILES[name]
    for change in changes:
        text = edited(text, change)
    with TemporaryDirectory() as folder:
        for other, content in FILES.items():
            (Path(folder) / other).write_text(text if other == name else content, encoding="utf-8")
        ledger = os.path.join(folder, name) if name.startswith("figures") else None
        found = Findings()
        try:
            report = load_outline(os.path.join(folder, "outline.yaml"), ledger, Folder(), found)
        except OutlineError as error:
            found.all, report = error.findings, None
    assert report is not None or found.failed
    for finding in found.all:
        assert finding.span.path.startswith(folder)
        assert rendered(finding, "zh")
        assert rendered(finding, "en")
