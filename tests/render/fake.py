"""A program that behaves as LibreOffice does, for what the real one is too slow or too healthy."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

PROGRAM = """#!{python}
import os, re, subprocess, sys, time, zipfile
mode = {mode!r}
source, folder = sys.argv[-1], sys.argv[sys.argv.index("--outdir") + 1]
open({log!r}, "a").write(" ".join(sys.argv[1:]) + "\\n")
if mode == "hang":
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    open({log!r}, "a").write(f"child {{child.pid}}\\n")
    time.sleep(600)
if mode == "fail":
    print("Error: source file could not be loaded")
    sys.exit(1)
if mode == "silent":
    sys.exit(0)
if source.endswith(".pptx"):
    pages, size = zipfile.ZipFile(source).read("ppt/presentation.xml").count(b"<p:sldId "), (192, 108)
else:
    pages, size = open(source, encoding="utf-8").read().count("<draw:page "), (210, 148)
from PIL import Image
images = [Image.new("RGB", size, (10 * number, 0, 200)) for number in range(1, pages + 1)]
images[0].save(os.path.join(folder, os.path.basename(source).rsplit(".", 1)[0] + ".pdf"), save_all=True, append_images=images[1:])
"""


def fake_office(folder: Path, mode: str = "") -> Path:
    """The program, in `folder`; what it is called with is written to soffice.log beside it."""
    path = folder / "soffice"
    path.write_text(PROGRAM.format(python=sys.executable, mode=mode, log=str(folder / "soffice.log")), encoding="utf-8")
    path.chmod(0o755)
    return path


def small_deck(path: Path, slides: int = 3, hidden: bool = False) -> Path:
    """As much of a .pptx as is looked at before LibreOffice opens it."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("ppt/presentation.xml", "<p:sldIdLst>" + '<p:sldId id="1"/>' * slides + "</p:sldIdLst>")
        package.writestr("ppt/slides/slide1.xml", '<p:sld xmlns:p="p" show="0">' if hidden else '<p:sld xmlns:p="p">')
    return path
