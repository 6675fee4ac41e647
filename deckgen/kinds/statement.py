"""One sentence, set large."""

from __future__ import annotations

from deckgen.fields import Field, ListOf, text
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, Slide, Text


class Statement(Slide, frozen=True, gc=False, kw_only=True):
    text: Text = NO_TEXT
    tags: tuple[Text, ...] = ()


KIND = Kind(
    name="statement",
    value=Statement,
    doc_zh="一句话用大字",
    doc_en="one sentence, set large",
    fields={
        "text": Field(text(4, 60), "用大字排出的一句话", "the sentence", required=True),
        "tags": Field(ListOf(text(2, 12), 12, "个"), "其余要求，做成标签", "further requirements, as tags"),
    },
    counts="tags",
    divides=("tags",),
)
