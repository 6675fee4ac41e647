"""A finished deck, ours or anybody's, read from its bytes (`deck.read_deck`) and, by those who ask, held against rules (`rules`).

The parts are read with zipfile and ElementTree, not through python-pptx: that library throws on some broken
packages and accepts others without a word, and a reader has to name what is wrong in both.
"""
