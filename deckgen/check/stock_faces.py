"""别的机器上没有的字体

查什么：主题用的字体，不在每台装了 Windows 和 Office/WPS 的机器上。
为什么：会场的电脑上没有这种字体，就换成别的，行会重排，字会跑出框。
怎么改：换成微软雅黑、等线、宋体、黑体、仿宋、楷体或华文中宋。仿宋_GB2312、楷体_GB2312、方正小标宋简体要另外安装；苹方只在 Mac 上有。

---
A face that other machines lack

Finds: faces of the theme that are not on every machine with Windows and Office or WPS.
Why: the machine in the hall puts another face in its place, lines break anew and leave their boxes.
Mend: use 微软雅黑, 等线, 宋体, 黑体, 仿宋, 楷体 or 华文中宋. 仿宋_GB2312, 楷体_GB2312 and 方正小标宋简体 must be installed; PingFang is on Macs only.
"""

from __future__ import annotations

from deckgen.check.rule import Found
from deckgen.check.subject import Subject
from deckgen.diagnostics import Severity, term
from deckgen.faces import STOCK

RULE = "portability/stock-faces"
SEVERITY: Severity = "warning"
PARTIAL = False

ROLES = {"heading": term("portability/headings"), "body": term("portability/body-text")}


def check(subject: Subject) -> Found:
    if subject.scene is None:
        return
    for face, pair in subject.scene.design.fonts.items():
        for name in (pair.latin, pair.ea):
            if name.lower() not in STOCK:
                yield subject.outline.theme_source, {"face": name, "role": ROLES[face]}
