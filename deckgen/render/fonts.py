"""Open faces in place of missing ones, for LibreOffice on a system that chooses faces by fontconfig."""

from __future__ import annotations

import os
from pathlib import Path

from deckgen.language import FACES

SYSTEM = "/etc/fonts/fonts.conf"
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
# Without these LibreOffice takes any Chinese face, and a deck in 宋体 comes out in 黑体.
STAND_INS = {
    **dict.fromkeys(("华文中宋", "宋体", "华文宋体", "方正小标宋简体", "方正小标宋_GBK", "仿宋", "仿宋_GB2312", "楷体", "楷体_GB2312", "SimSun"), SERIF),
    **dict.fromkeys(("微软雅黑", "黑体", "等线", "Microsoft YaHei", "SimHei", "DengXian"), SANS),
    "Times New Roman": "Liberation Serif",
    "Arial": "Liberation Sans",
}  # fmt: skip
STAND_INS |= {FACES[face]: other for face, other in STAND_INS.items() if face in FACES}  # as English decks call them


def fonts_conf(folder: Path) -> Path | None:
    """A fontconfig file in `folder` that adds the stand-ins behind the faces themselves; None where there is no fontconfig."""
    base = os.environ.get("FONTCONFIG_FILE") or SYSTEM
    if not os.path.isfile(base):
        return None
    matches = "".join(
        f'<match target="pattern"><test name="family" qual="any"><string>{face}</string></test>'
        f'<edit name="family" mode="append" binding="strong"><string>{other}</string></edit></match>'
        for face, other in STAND_INS.items()
    )
    path = folder / "fonts.conf"
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>{base}</include>{matches}</fontconfig>',
        encoding="utf-8",
    )
    return path
