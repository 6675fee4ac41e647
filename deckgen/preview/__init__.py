"""The live page: the slides of an outline while it is being written, served to this machine alone."""
