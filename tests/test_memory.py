"""A compile lets go of what it has used, without waiting for the collector."""

from __future__ import annotations

import gc
import io
from collections import Counter

from deckgen.pipeline import Request, compile_deck
from deckgen.write.pptx.presentation import write_pptx
from tests.support import OUTLINE


def test_no_cycle_keeps_nodes_or_texts_until_a_collection() -> None:
    """The nodes of a thousand slides are 18 MB, and a collection may come late or never."""
    write_pptx(compile_deck(Request(str(OUTLINE))).scene, io.BytesIO())  # what is made once and kept is made now
    assert left_for_the_collector() == {}


def left_for_the_collector() -> dict[str, int]:
    """Things of ours and of YAML that one more build leaves in cycles, by their type."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        write_pptx(compile_deck(Request(str(OUTLINE))).scene, io.BytesIO())
        gc.collect()
        return Counter(f"{type(thing).__module__}.{type(thing).__name__}" for thing in gc.garbage if is_ours(thing))
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def is_ours(thing: object) -> bool:
    return type(thing).__module__.startswith(("deckgen", "yaml"))
