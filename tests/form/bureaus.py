"""Tables of the makes that statistics offices send, made here: title rows, merged headers of two rows, units in the corner, 其中, notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
from openpyxl.styles import Alignment

Rows = Sequence[Sequence[object]]

MONTHLY: Rows = [
    ["河湾区2025年1—11月主要经济指标"],
    [None, None, None, "单位：亿元、%"],
    ["指　标", "本年累计", "比上年同期±%", "上年同期"],
    ["一、地区生产总值", 412.6, 7.8, 388.1],
    ["　其中：第一产业", 31.2, 3.1, 30.5],
    ["　　　　第二产业", 188.4, 8.9, 175],
    ["二、规上工业增加值", "１２３．４", 9.1, "-"],
    ["三、固定资产投资（万元）", 3310000, 12.5, 2942222],
    ["四、社会消费品零售总额", "1,205.5", "-1.2", 1220.1],
    ["五、一般公共预算收入", "…", "…", 30],
    ["注：地区生产总值增速按不变价计算。"],
]
TWO_ROWS: Rows = [
    ["主要指标完成情况", None, None, None, None, None],
    ["指标名称", "计量单位", "本月", None, "1-11月累计", None],
    [None, None, "绝对量", "同比±%", "绝对量", "同比±%"],
    ["地区生产总值", "亿元", None, None, 412.6, 7.8],
    ["规模以上工业增加值", "亿元", 11.3, 9.5, 123.4, 9.1],
    ["城镇新增就业人数", "人", 1200, 3.4, 15200, 5.5],
]


def workbook(path: Path, *sheets: tuple[str, Rows], merged: Sequence[str] = (), indented: Sequence[str] = ()) -> str:
    """An Excel file of these sheets; ranges that are `merged` and cells that are `indented` by format are of the first."""
    book = openpyxl.Workbook()
    for number, (title, rows) in enumerate(sheets):
        sheet = book.active if not number else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        if not number:
            for area in merged:
                sheet.merge_cells(area)
            for cell in indented:
                sheet[cell].alignment = Alignment(indent=2)
    book.save(path)
    return str(path)


def monthly(folder: Path, rows: Rows = MONTHLY) -> str:
    return workbook(folder / "月报.xlsx", ("汇总", rows), merged=["A1:D1"])


def two_rows(folder: Path) -> str:
    return workbook(folder / "快报.xlsx", ("快报", TWO_ROWS), merged=["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"])
