"""Rules of accessibility: what PowerPoint's own checker reports, at its severities."""
