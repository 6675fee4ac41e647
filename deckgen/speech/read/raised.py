"""Characters set above or below the line, as characters that stand there by themselves: 10⁴, CO₂, km²."""

from __future__ import annotations

ABOVE = dict(zip("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
BELOW = dict(zip("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", strict=True))
# A fraction below the line names a size (PM2.5), which is written on the line.
NO_BELOW = "."


def raised(text: str) -> str:
    """`text` above the line; ^(…) where no such characters are; "" for nothing."""
    return moved(text, ABOVE, "^")


def lowered(text: str) -> str:
    """`text` below the line; as it is where it is a number with a point, _(…) where no such characters are."""
    return text if NO_BELOW in text else moved(text, BELOW, "_")


def moved(text: str, table: dict[str, str], sign: str) -> str:
    if all(char in table for char in text):
        return "".join(table[char] for char in text)
    return f"{sign}({text})" if len(text) > 1 else f"{sign}{text}"
