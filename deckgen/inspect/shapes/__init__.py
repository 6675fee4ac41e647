"""The shapes of a slide where they stand, and their text as it is set."""
