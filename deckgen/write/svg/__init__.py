"""A slide as SVG, drawn from the scene alone: the live preview and pictures without an office program."""
