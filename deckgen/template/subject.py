"""What the rules of templates look at: the file, what it holds, and what it is used as."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from deckgen.geometry import Box
from deckgen.inspect.resolve.scope import Scope
from deckgen.scene import Foundation
from deckgen.template.area import free_area
from deckgen.template.chosen import Chosen, choose
from deckgen.template.colors import Coloring, ground_color
from deckgen.template.facts import Facts as Template
from deckgen.template.facts import LayoutFact
from deckgen.template.keep import foundation
from deckgen.template.places import background_of, scope_of
from deckgen.template.read import read_template
from deckgen.template.sample import Sample, read_sample
from deckgen.template.settings import NO_SETTINGS, Settings
from deckgen.template.themed import coloring_of, ground_of

Facts = Mapping[str, object]


class TemplateSubject:
    """A template with its roles; what only some rules ask is found when it is asked."""

    def __init__(self, path: str, data: bytes, settings: Settings = NO_SETTINGS) -> None:
        self.path = path
        self.data = data
        facts, chosen = choose(read_template(data), settings)
        self.facts: Template = facts
        self.chosen: Chosen = chosen

    @property
    def name(self) -> str:
        return self.path

    @property
    def layouts(self) -> list[LayoutFact]:
        """Those of the chosen master."""
        return [layout for layout in self.facts.layouts if layout.master == self.chosen.master]

    @cached_property
    def used(self) -> list[LayoutFact]:
        """The layouts that slides stand on, each once."""
        chosen = self.chosen
        found = {layout.part: layout for layout in (chosen.cover, chosen.content, chosen.closing, chosen.divider) if layout}
        return list(found.values())

    @cached_property
    def area(self) -> Box:
        return self.chosen.area or free_area(self.chosen.content, self.facts.page)

    @cached_property
    def scope(self) -> Scope:
        return scope_of(self.facts, self.chosen.content)

    @cached_property
    def ground(self) -> str:
        return ground_color(background_of(self.facts, self.chosen.content), self.scope.colors)[0]

    @cached_property
    def theme_colors(self) -> Coloring:
        return coloring_of(self.facts, ground_of(self.facts, self.chosen.content, self.chosen.area), self.chosen)

    @cached_property
    def foundation(self) -> Foundation:
        return foundation(self.data, self.facts, {})

    @cached_property
    def samples(self) -> list[Sample]:
        """The sample slides, unpacked for this alone."""
        facts = read_template(self.data, True)
        found: list[Any] = [read_sample(facts, number) for number in range(1, len(facts.slides) + 1)]
        return [sample for sample in found if sample]
