"""Faces that a deck may count on: those of Windows 10 and 11, of Office and of WPS, under all their names.

Sources: Microsoft's lists “Windows 10 font list” and “Windows 11 font list” (learn.microsoft.com, Typography), the typefaces it lists as
installed with Office for the desktop, and the Chinese faces that a stock WPS brings along.
"""

from __future__ import annotations

# 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 are missing on purpose: no stock machine has them. So are PingFang (Mac only) and Aptos (loaded from the cloud).
CHINESE = """
微软雅黑|Microsoft YaHei|微软雅黑 Light|Microsoft YaHei Light|Microsoft YaHei UI|Microsoft YaHei UI Light
等线|DengXian|等线 Light|DengXian Light|宋体|SimSun|新宋体|NSimSun|SimSun-ExtB|SimSun-ExtG|黑体|SimHei|仿宋|FangSong|楷体|KaiTi
华文中宋|STZhongsong|华文宋体|STSong|华文仿宋|STFangsong|华文楷体|STKaiti|华文细黑|STXihei|华文新魏|STXinwei|华文行楷|STXingkai
华文隶书|STLiti|华文琥珀|STHupo|华文彩云|STCaiyun|隶书|LiSu|幼圆|YouYuan|方正舒体|FZShuTi|方正姚体|FZYaoti
微軟正黑體|Microsoft JhengHei|細明體|MingLiU|新細明體|PMingLiU|MS Gothic|MS PGothic|MS Mincho|Yu Gothic|Meiryo|Malgun Gothic
"""
LATIN = """
Arial|Arial Black|Arial Narrow|Arial Unicode MS|Bahnschrift|Book Antiqua|Bookman Old Style|Bodoni MT|Calibri|Calibri Light|Cambria
Cambria Math|Candara|Candara Light|Century|Century Gothic|Comic Sans MS|Consolas|Constantia|Corbel|Corbel Light|Courier New|Ebrima
Franklin Gothic Book|Franklin Gothic Demi|Franklin Gothic Heavy|Franklin Gothic Medium|Gabriola|Gadugi|Garamond|Georgia|Gill Sans MT
Helvetica|Impact|Ink Free|Lucida Console|Lucida Sans Unicode|Lucida Sans|MS Sans Serif|Marlett|Microsoft Sans Serif|MV Boli|Palatino Linotype
Rockwell|Segoe Print|Segoe Script|Segoe UI|Segoe UI Black|Segoe UI Emoji|Segoe UI Historic|Segoe UI Light|Segoe UI Semibold
Segoe UI Semilight|Segoe UI Symbol|Segoe UI Variable|Sitka|Sylfaen|Symbol|Tahoma|Times|Times New Roman|Trebuchet MS|Tw Cen MT|Verdana
Webdings|Wingdings|Wingdings 2|Wingdings 3
"""
STOCK = frozenset(name.strip().lower() for line in (CHINESE + LATIN).splitlines() for name in line.split("|") if name.strip())
