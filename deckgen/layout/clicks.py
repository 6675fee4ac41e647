"""The clicks of a slide whose entries come one by one, counted as they are there."""

from __future__ import annotations

from msgspec import structs

from deckgen.scene import PlacedSlide


def in_clicks(slide: PlacedSlide) -> PlacedSlide:
    """The slide with the number of its clicks. A step at which nothing comes (an entry without words) is none: those behind it move up."""
    steps = sorted({item.step for item in slide.items} - {0})
    order = {step: click for click, step in enumerate(steps, 1)}
    items = tuple(structs.replace(item, step=order[item.step]) if item.step else item for item in slide.items)
    return structs.replace(slide, items=items, clicks=len(steps))
