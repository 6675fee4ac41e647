"""Why there is no picture, as a value."""

from __future__ import annotations

from deckgen.diagnostics import Finding, Span, fact


class RenderError(Exception):
    """The pictures cannot be made; `rule` and `facts` say why in the words of `messages`."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.facts = {name: fact(value) for name, value in facts.items()}

    def finding(self, path: str) -> Finding:
        """What to tell about the file that was to be rendered."""
        return Finding(Span(path), self.rule, self.facts)
