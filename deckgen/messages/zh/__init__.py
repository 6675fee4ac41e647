"""Messages in Chinese: a file a stage; rule → (what is wrong, what to do)."""

from deckgen.messages.zh import content, layout, load, speech, theme
from deckgen.messages.zh.load import PROBLEMS

NEAR = "是不是 `{near}`？"

MESSAGES: dict[str, tuple[str, str]] = {
    **content.MESSAGES,
    **layout.MESSAGES,
    **load.MESSAGES,
    **speech.MESSAGES,
    **theme.MESSAGES,
}

__all__ = ["MESSAGES", "NEAR", "PROBLEMS"]
