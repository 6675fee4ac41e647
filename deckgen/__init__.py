"""deckgen: a compiler from a report outline (YAML) and its figures to a native PowerPoint briefing.

For programs: `build`, `check` and what they give back; see docs/api.md. They are imported when they are first used,
so that this import takes a millisecond or two, and none of them changes anything in the process that it runs in.
"""

from __future__ import annotations

# The rules of `check` live in a package of that name. Python binds it here when it is first imported, which would hide the
# function of the same name; so that happens now, and the name is free again.
__import__("deckgen.check")
globals().pop("check", None)

TYPE_CHECKING = False  # type checkers know better; `typing` itself is most of what this import would cost
if TYPE_CHECKING:
    from deckgen.api.door import BuiltDeck, Finding, OutlineError, Span, build, check

__version__ = "0.1.0"
__all__ = ["BuiltDeck", "Finding", "OutlineError", "Span", "__version__", "build", "check"]


def __getattr__(name: str) -> object:
    """A name of the door, from now on an attribute like any other."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from deckgen.api import door

    globals()[name] = getattr(door, name)
    return globals()[name]
