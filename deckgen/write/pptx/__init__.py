"""The scene as a native PowerPoint package (ECMA-376, transitional)."""
