"""Rules of the package: whether PowerPoint opens it without repairing."""
