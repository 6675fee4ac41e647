"""deckgen: a compiler from a report outline (YAML) and its figures to a native PowerPoint briefing."""

__version__ = "0.1.0"
