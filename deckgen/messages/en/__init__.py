"""Messages in English: a file a stage; rule → (what is wrong, what to do)."""

from deckgen.messages.en import content, deck, form, layout, load, portability, preview, render, speech, theme
from deckgen.messages.en.load import PROBLEMS

NEAR = "did you mean `{near}`?"

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
