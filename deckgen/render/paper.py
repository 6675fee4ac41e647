"""The paper of a handout, and how many slides stand on it how large. Millimetres and points."""

from __future__ import annotations

from msgspec import Struct

PT_PER_MM = 72 / 25.4


class Paper(Struct, frozen=True):
    width: float
    height: float


# 16K is the size of 十六开 that offices buy: 184 x 260 mm.
PAPERS = {"a4": Paper(210.0, 297.0), "16k": Paper(184.0, 260.0)}


class Sheet(Struct, frozen=True):
    """How slides and what is said stand on a page: `slides` of them at the most, each `picture` wide, text in `size_pt`.

    One slide has the upper half of its page to itself; of several each stands beside its first lines.
    """

    paper: Paper
    slides: int
    picture: float
    size_pt: float
    leading_pt: float
    margin: float = 18.0
    top: float = 14.0
    bottom: float = 12.0

    @property
    def width(self) -> float:
        """Of the text, from margin to margin."""
        return self.paper.width - 2 * self.margin

    @property
    def limit(self) -> float:
        """Below it nothing stands."""
        return self.paper.height - self.bottom

    @property
    def slot(self) -> float:
        """The height that a slide has, and the gap behind it."""
        return (self.limit - self.top) / self.slides

    @property
    def leading(self) -> float:
        return self.leading_pt / PT_PER_MM

    def room(self, width: float) -> int:
        """Thousandths of an em in so many millimetres, a fiftieth less: the face that stands in may be as much wider than the table."""
        return int(width * PT_PER_MM / self.size_pt * 1000 * 0.98)


def sheet_of(paper: str, slides: int) -> Sheet:
    """The sheet for a paper by its name, with one, two or six slides. No text is under 10 points (between 小五 and 五号)."""
    size, small = PAPERS[paper], paper == "16k"
    match slides:
        case 1:
            return Sheet(size, 1, size.width - 36, 11.0, 17.0, bottom=size.height / 2 - 132 * size.height / 297)
        case 2:
            return Sheet(size, 2, 88.0 if small else 102.0, 10.5, 16.0, margin=16.0 if small else 18.0)
    return Sheet(size, 6, 52.0 if small else 62.0, 10.0, 13.5 if small else 14.0, margin=14.0 if small else 16.0)
