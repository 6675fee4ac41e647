"""The bytes of a deck: zip members under limits, parts, types and relationships, XML names."""
