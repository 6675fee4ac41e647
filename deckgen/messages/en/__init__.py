"""Messages in English: a file a stage; rule → (what is wrong, what to do)."""

from deckgen.messages.en import content, layout, load, speech, theme
from deckgen.messages.en.load import PROBLEMS

NEAR = "did you mean `{near}`?"

MESSAGES: dict[str, tuple[str, str]] = {
    **content.MESSAGES,
    **layout.MESSAGES,
    **load.MESSAGES,
    **speech.MESSAGES,
    **theme.MESSAGES,
}

__all__ = ["MESSAGES", "NEAR", "PROBLEMS"]
