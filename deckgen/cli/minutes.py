"""How long the slides, the parts and the whole take, as `deckgen check` lists it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.cli.language import say
from deckgen.delivery import CHARACTERS, WORDS, clock, is_spoken, seconds_by_slide, seconds_in_all
from deckgen.scene import Scene

WIDTH = 6  # of 123:45


def minutes_of(scene: Scene) -> Iterator[str]:
    """A line a part and a line a slide where the head has `speech`; what the whole takes in any case, unless nothing is said at all."""
    if not is_spoken(scene):
        return
    takes = seconds_by_slide(scene)
    if scene.pace.told:
        yield from lines_of(scene, takes)
    yield whole(scene, takes)


def lines_of(scene: Scene, takes: tuple[float, ...]) -> Iterator[str]:
    for mark in scene.sections:
        own = range(mark.first, mark.first + mark.count)
        shown = [number for number in own if not scene.slides[number - 1].hidden]
        yield say("delivery/part-line", takes=padded(sum(takes[number - 1] for number in own)), title=mark.title, slides=len(shown))
        for number in shown:
            slide = say("delivery/slide", number=number)
            yield say("delivery/slide-line", slide=slide, takes=padded(takes[number - 1]), title=scene.slides[number - 1].title)


def padded(seconds: float) -> str:
    return clock(seconds).rjust(WIDTH)


def whole(scene: Scene, takes: tuple[float, ...]) -> str:
    """全场 62:10：…; how much more or less that is than it may take; that the speech was counted."""
    pace, seconds = scene.pace, seconds_in_all(scene)
    rate = pace.rate or (WORDS if pace.words else CHARACTERS)
    slides = sum(not slide.hidden for slide in scene.slides)
    said = [say("delivery/whole-words" if pace.words else "delivery/whole", takes=clock(seconds), rate=rate, slides=slides)]
    if pace.minutes:
        over = seconds - 60 * pace.minutes
        said.append(say("delivery/over" if over > 0 else "delivery/left", takes=clock(abs(over)), minutes=pace.minutes))
    if pace.speech:
        said.append(say("delivery/by-speech", takes=clock(sum(takes))))
    return say("word/semicolon").join(said)
