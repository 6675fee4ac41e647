"""A scene becomes a file; a writer matches and formats, and decides nothing."""
