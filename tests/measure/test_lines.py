"""Where lines end in forty sentences and in some odd texts, as accepted (`--accept` rewrites; read the diff)."""

from __future__ import annotations

import pytest

from deckgen.measure import METRICS, balance, fill
from deckgen.measure.balance import at_marks
from deckgen.measure.wrap import Spans, characters_that_fit
from tests.accepted import held_to_golden
from tests.measure.corpus import SENTENCES

ODD = (
    "第一段落在这里，推动各项工作\n第二段落在那里，落实见效。\n\n第四段", "  前后有空格  ", "Outward-looking development of 2027–/28 and 5-8 o’clock",
    "“打造”‘四风’（市、区）《通知》，。、；：？！", "推动5G网络（5G+）建设，实现100%覆盖，PM2.5降至28微克", "A" * 40, "的了和与及" * 8, "一、坚持以人民为中心的发展思想不动摇",
    "建成£4.2 million项目，up 4.1% on 2019/20", "党的十九届二中、三中、四中全会精神光辉照耀下着力锻造政治坚定的区委领导集体",
)  # fmt: skip


def shown(text: str, spans: Spans) -> str:
    return "/".join(text[begin:end] for begin, end in spans).replace("\n", "¶") or "(none)"


def test_lines_are_the_accepted_ones(request: pytest.FixtureRequest) -> None:
    lines = []
    for text in (*SENTENCES, *ODD):
        for name, room, spacing in (("sans", 7_000, 0), ("sans", 12_000, 50), ("times-bold", 17_000, 0)):
            metrics = METRICS[name]
            kept = ("各项工作",)
            lines += [
                f"{name} {room}+{spacing}",
                f"  fill    {shown(text, fill(text, room, metrics, spacing))}",
                f"  balance {shown(text, balance(text, room, metrics, spacing, kept))}",
                f"  marks   {shown(text, at_marks(text, room, metrics, spacing, kept))}",
                f"  fit     {[characters_that_fit(text, room, count, metrics, spacing) for count in range(4)]}",
            ]
    held_to_golden("lines.txt", "\n".join(lines) + "\n", request)
