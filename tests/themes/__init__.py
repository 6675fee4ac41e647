"""Tests of themes: what they inherit, what is refused, and the pages they are drawn for."""
