"""The door for programs: what `import deckgen` offers."""
