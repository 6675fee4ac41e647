"""The faces of every machine with Windows and Office or WPS, by both their names."""

from __future__ import annotations

STOCK_FACES = frozenset({
    # 仿宋 and 楷体 come with Windows, 华文中宋 with Office (WPS installs its own under the same name)
    "微软雅黑", "Microsoft YaHei", "Microsoft YaHei UI", "微软雅黑 Light", "Microsoft YaHei Light", "等线", "DengXian", "等线 Light", "DengXian Light",
    "宋体", "SimSun", "新宋体", "NSimSun", "黑体", "SimHei", "仿宋", "FangSong", "楷体", "KaiTi", "华文中宋", "STZhongsong",
    "Arial", "Arial Black", "Calibri", "Calibri Light", "Cambria", "Candara", "Consolas", "Constantia", "Corbel", "Courier New", "Georgia",
    "Impact", "Segoe UI", "Segoe UI Light", "Segoe UI Semibold", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana", "Symbol", "Wingdings",
})  # fmt: skip
