"""A deck a district in one run, beside as many calls: `python benchmarks/each.py [--rows 1000] [--calls 100]`.

The outline has 15 slides: seven show figures of the row, the others are the same for all. Calls are made one after another and, where
they are fewer than rows, scaled; that is said.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

FIGURES = {
    "地区生产总值": "亿元", "规模以上工业增加值": "亿元", "固定资产投资": "亿元", "社会消费品零售总额": "亿元",
    "一般公共预算收入": "亿元", "居民人均可支配收入": "元", "进出口总额": "亿元", "城镇新增就业": "人",
}  # fmt: skip
RESULTS = ("经济稳中有进", "投资持续增长", "消费平稳恢复", "财政收入增加", "收入稳步提高", "外贸有所回升", "就业总体稳定")
WORK = ("抓项目扩投资", "抓创新促转型", "抓服务优环境", "抓民生保稳定", "抓改革增活力")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--calls", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder, given.rows)
        each = timed(folder, "outline.yaml", "--each", "rows.xlsx", "-o", "dist/{区县}.pptx")
        made = len(list((folder / "dist").iterdir()))
        calls = sum(timed(folder, "single.yaml", "-o", f"single/{number}.pptx") for number in range(given.calls))
    scaled = calls * given.rows / given.calls
    print(f"{made} decks of 15 slides in one run: {each:.1f} s ({each / made * 1000:.0f} ms a deck)")
    print(
        f"{given.calls} calls, one after another: {calls:.1f} s; scaled to {given.rows}: {scaled:.0f} s; {scaled / each:.1f} times as long"
    )


def timed(folder: Path, *arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "deckgen", "build", *arguments], cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


def write_inputs(folder: Path, rows: int) -> None:
    text = outline()
    (folder / "outline.yaml").write_text(text, encoding="utf-8")
    (folder / "single.yaml").write_text(text.replace("{row.区县}", "河湾区"), encoding="utf-8")
    entries = (f"  {name}: {{label: {name}, value: X, unit: {unit}, change: 同比 +X%}}\n" for name, unit in FIGURES.items())
    (folder / "figures.yaml").write_text("figures:\n" + "".join(entries), encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["区县", *(name + part for name in FIGURES for part in ("", "同比"))])
    for row in range(rows):
        sheet.append([f"第{row + 1}区", *(round(100 + (row * 37 + at * 11) % 800 / 10, 1) for at in range(2 * len(FIGURES)))])
    book.save(folder / "rows.xlsx")


def outline() -> str:
    """Cover, overview, seven slides of results, five of work, closing."""
    names = list(FIGURES)
    lines = [
        "title: '{row.区县}经济运行情况'", "kicker: 全市经济运行调度会", "organization: '{row.区县}发展和改革局'", "date: 2026-01-15",
        "figures: figures.yaml", "divider: off", "parts:", "  - {title: 主要指标, agenda: true, slides: [",
    ]  # fmt: skip
    for at, title in enumerate(RESULTS):
        one, two = names[at], names[at + 1]
        lines.append(
            f"      {{kind: section, title: {title}, figures: [{one}, {two}], notes: 说明本页情况。, points: ['{one}达到{{{one}}}，{{{one}.change}}', "
            f"'{two}达到{{{two}}}，{{row.区县}}继续保持平稳增长', 重点项目加快建设，带动作用进一步显现]}},".replace(
                "显现]", "显现']"
            ).replace(" 重点", " '重点")
        )
    lines += ["    ]}", "  - {title: 下一步打算, slides: ["]
    lines += [
        f"      {{kind: section, title: {title}, notes: 说明本页情况。, points: ['健全工作机制，逐级压实责任，定期调度进展', "
        "'聚焦重点领域，补齐短板弱项，提升服务质效', '强化要素保障，优化办事流程，营造良好环境']},"
        for title in WORK
    ]  # fmt: skip
    return "\n".join([*lines, "    ]}", "closing: 谢谢", ""])


if __name__ == "__main__":
    main()
