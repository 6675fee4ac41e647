"""Run by the Python that LibreOffice brings (`import uno`): opens a deck, edits it as a person at random would, saves it; many in one office.

    python office_edits.py SOFFICE PROFILE BASE.pptx FOLDER COUNT SEED SEED …

writes FOLDER/SEED.pptx and FOLDER/SEED.txt, a line for each edit. Nothing of deckgen is imported here.
"""

from __future__ import annotations

import pathlib
import random
import subprocess
import sys
import time

import uno
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

WORDS = ("稳步", "，", "进一步", "抓实", "“两个确保”", "（三）", "：", "AI", " new", "50%", "# 注", "'", '"', "{", "……", "—")
FILTER = "Impress MS PowerPoint 2007 XML"


def setting(name: str, value: object) -> object:
    one = PropertyValue()
    one.Name, one.Value = name, value
    return one


def connected(soffice: str, profile: str) -> tuple[subprocess.Popen[bytes], object]:
    pipe = f"deckgen{pathlib.Path(profile).name}"
    office = subprocess.Popen(
        [soffice, f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    office.kill()
    raise SystemExit("LibreOffice does not answer")


def texts_on(page: object) -> list[object]:
    """The shapes with words, those of groups too."""
    found, waiting = [], [page.getByIndex(n) for n in range(page.getCount())]
    while waiting:
        shape = waiting.pop(0)
        if shape.supportsService("com.sun.star.drawing.GroupShape"):
            waiting += [shape.getByIndex(n) for n in range(shape.getCount())]
        elif shape.supportsService("com.sun.star.drawing.Text") and shape.getString().strip():
            found.append(shape)
    return found


class Person:
    """Edits one deck."""

    def __init__(self, deck: object, seed: int) -> None:
        self.deck, self.chance = deck, random.Random(seed)
        self.pages = deck.getDrawPages()
        self.done: list[str] = []

    def page(self) -> object:
        return self.pages.getByIndex(self.chance.randrange(self.pages.getCount()))

    def type(self, shapes: list[object]) -> None:
        shape = self.chance.choice(shapes)
        text = shape.getString()
        at = self.chance.randrange(len(text) + 1)
        until = min(len(text), at + self.chance.choice((0, 0, 1, 2, 4)))
        cursor = shape.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(at, False)
        cursor.goRight(until - at, True)
        cursor.setString(self.chance.choice(WORDS))
        self.done.append(f"type {shape.getName()}: {shape.getString()!r}")

    def words(self) -> None:
        shapes = texts_on(self.page())
        if shapes:
            self.type(shapes)

    def notes(self) -> None:
        notes = texts_on(self.page().getNotesPage())
        if notes:
            self.type(notes[-1:])

    def delete(self) -> None:
        if self.pages.getCount() > 3:
            page = self.page()
            self.done.append(f"delete slide {page.Number}")
            self.pages.remove(page)

    def duplicate(self) -> None:
        page = self.page()
        self.deck.duplicate(page)
        self.done.append(f"duplicate slide {page.Number}")

    def draw(self) -> None:
        shape = self.deck.createInstance("com.sun.star.drawing.RectangleShape")
        page = self.page()
        page.add(shape)
        shape.setPosition(Point(self.chance.randrange(20_000), self.chance.randrange(12_000)))
        shape.setSize(Size(6_000, 1_500))
        shape.setString("手写的一句")
        self.done.append(f"draw on slide {page.Number}")

    def shift(self) -> None:
        page = self.page()
        shape = page.getByIndex(self.chance.randrange(page.getCount()))
        place = shape.getPosition()
        shape.setPosition(Point(place.X + 700, place.Y + 300))
        self.done.append(f"shift {shape.getName()} on slide {page.Number}")

    def take_off(self) -> None:
        page = self.page()
        shape = page.getByIndex(self.chance.randrange(page.getCount()))
        self.done.append(f"delete {shape.getName()} on slide {page.Number}")
        page.remove(shape)

    def edit(self, count: int) -> None:
        acts = (self.words, self.words, self.words, self.notes, self.delete, self.duplicate, self.draw, self.shift, self.take_off)
        while len(self.done) < count:
            self.chance.choice(acts)()


def main(soffice: str, profile: str, base: str, folder: str, count: str, *seeds: str) -> None:
    office, context = connected(soffice, profile)
    try:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        for seed in seeds:
            deck = desktop.loadComponentFromURL(pathlib.Path(base).as_uri(), "_blank", 0, (setting("Hidden", True),))
            person = Person(deck, int(seed))
            person.edit(int(count))
            target = pathlib.Path(folder) / f"{seed}.pptx"
            deck.storeToURL(target.as_uri(), (setting("FilterName", FILTER),))
            target.with_suffix(".txt").write_text("\n".join(person.done), encoding="utf-8")
            deck.close(True)
        desktop.terminate()
        office.wait(60)
    finally:
        if office.poll() is None:
            office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
