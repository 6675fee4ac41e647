"""How long it takes to say something: characters as they are read out, at a rate, with the pauses between.

Work reports are read at 150 to 200 characters a minute (2013: 15 000 characters in 100 minutes; 2018: some 20 000 in just under
two hours), so 170 is taken where the author says nothing; an English speech at 130 words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.numerals import FULL_WIDTH, spelled
from deckgen.scene import Pace, PlacedSlide, Scene

CHARACTERS, WORDS = 170, 130  # a minute
LATIN = 1.5  # characters that a Latin word takes in a Chinese speech
PARAGRAPH, SLIDE = 0.5, 2.0  # seconds: between two paragraphs, and until a slide is there
LONG, SHORT = 180.0, 10.0  # seconds that nobody looks at one slide, and in which nobody has read it
# A number with its digits in groups and what makes a share or a year of it; a Latin word; a hanzi. What else there is, is not read out.
UTTERANCE = (
    r"(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<mark>[%‰年])?|(?P<word>[A-Za-z][A-Za-z'’-]*)|(?P<hanzi>[\u3400-\u9fff〇]+)"
)
YEAR = r"(?:19|20)\d\d"
KEPT = 2048  # texts whose count is remembered: of a thousand slides in the live page one changes at a time
SHARES = {"%": "百分之", "‰": "千分之"}


def seconds_of(text: str, pace: Pace) -> float:
    """How long it takes to read the text out, paragraph by paragraph; 0 for one without a word."""
    amount = spoken(text, pace.words)
    if not amount:
        return 0.0
    paragraphs = sum(bool(line.strip()) for line in text.split("\n"))
    return amount * 60 / (pace.rate or (WORDS if pace.words else CHARACTERS)) + PARAGRAPH * paragraphs


def slide_seconds(notes: str, pace: Pace) -> float:
    """How long a slide stands with these notes: until it is there, and until they are said."""
    return SLIDE + seconds_of(notes, pace)


def seconds_by_slide(scene: Scene) -> tuple[float, ...]:
    """How long each slide stands; 0 for one that the show leaves out."""
    return tuple(shown_seconds(slide, scene.pace) for slide in scene.slides)


def shown_seconds(slide: PlacedSlide, pace: Pace) -> float:
    return 0.0 if slide.hidden else slide_seconds(slide.notes, pace)


def seconds_in_all(scene: Scene) -> float:
    """How long the whole takes: the speech where the author names its file, with a moment a slide; else the notes."""
    if not scene.pace.speech:
        return sum(seconds_by_slide(scene))
    return scene.pace.speech + SLIDE * sum(not slide.hidden for slide in scene.slides)


def is_spoken(scene: Scene) -> bool:
    """Whether there is anything to say: notes on some slide, or a speech."""
    return bool(scene.pace.speech) or any(slide.notes.strip() for slide in scene.slides)


def clock(seconds: float) -> str:
    """Minutes and seconds, in every language: 12:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


@lru_cache(maxsize=KEPT)
def spoken(text: str, by_words: bool = False) -> float:
    """How much is read out: characters of a Chinese speech (412.6 is 四百一十二点六, seven; a Latin word one and a half), or words of an English one."""
    return sum(weight(found, by_words) for found in re.finditer(UTTERANCE, text.translate(FULL_WIDTH)))


def weight(found: re.Match[str], by_words: bool) -> float:
    if found["hanzi"]:
        return len(found["hanzi"]) / (LATIN if by_words else 1)
    if found["word"]:
        return 1.0 if by_words else LATIN
    number = found["number"].replace(",", "")
    mark = found["mark"] or ""
    if by_words:
        return words_of(number) + bool(mark)
    return len(spelled(number, by_digit=mark == "年")) + len(SHARES.get(mark, mark))


def words_of(number: str) -> int:
    """How many English words a number is: 412.6 is four hundred and twelve point six, six; a year is two, as nineteen ninety is."""
    whole, _, fraction = number.partition(".")
    if not fraction and re.fullmatch(YEAR, whole):
        return 2
    groups = re.findall(r"\d{1,3}", whole[::-1])  # from the right, each turned round
    said = sum(group_words(int(group[::-1])) + bool(at and int(group)) for at, group in enumerate(groups))
    return max(1, said) + (1 + len(fraction) if fraction else 0)


def group_words(group: int) -> int:
    """Of three digits: a hundred is two words with its digit, and one joins it to the rest; a number of two digits is one word, or two."""
    hundreds, rest = divmod(group, 100)
    small = 0 if not rest else 1 if rest <= 20 or rest % 10 == 0 else 2
    return small + (2 if hundreds else 0) + (hundreds > 0 and small > 0)
