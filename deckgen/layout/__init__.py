"""An outline becomes a scene: one file a kind of slide, and what they share."""
