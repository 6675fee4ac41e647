"""Messages in Chinese: a file a stage; rule → (what is wrong, what to do)."""

from deckgen.messages.zh import content, deck, form, layout, load, portability, preview, render, speech, theme
from deckgen.messages.zh.load import PROBLEMS

NEAR = "是不是 `{near}`？"

MESSAGES: dict[str, tuple[str, str]] = {
    **content.MESSAGES,
    **deck.MESSAGES,
    **form.MESSAGES,
    **layout.MESSAGES,
    **load.MESSAGES,
    **portability.MESSAGES,
    **preview.MESSAGES,
    **render.MESSAGES,
    **speech.MESSAGES,
    **theme.MESSAGES,
}

__all__ = ["MESSAGES", "NEAR", "PROBLEMS"]
