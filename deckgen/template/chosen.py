"""What a template is used as: which of its layouts serve us, settled by its file, by evidence, or by falling back."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.geometry import Box
from deckgen.template.facts import Facts, LayoutFact, TemplateError
from deckgen.template.roles import Role, chosen_master, chosen_roles


class Chosen(Struct, frozen=True):
    """Layouts by role; a role without a layout of its own falls back to another's."""

    master: int
    roles: Mapping[str, Role]
    content: LayoutFact
    cover: LayoutFact
    area: Box | None = None
    strong: str = ""

    def opening(self, role: str) -> LayoutFact:
        """The layout of cover or closing: a closing without one looks like the cover."""
        own = self.roles[role].layout
        return own if role == "closing" and own and own.title else self.cover


def choose(facts: Facts) -> Chosen:
    """The roles by evidence, with their fallbacks; raise `TemplateError` where nothing can hold content."""
    master = chosen_master(facts)
    roles = chosen_roles(facts, master)
    content = roles["content"].layout
    if content is None or content.title is None:
        raise TemplateError("theme/no-content-layout")
    cover = roles["cover"].layout
    return Chosen(master, roles, content, cover if cover and cover.title else content)
