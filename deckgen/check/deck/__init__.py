"""A finished deck, ours or anybody's, read from its bytes and held against rules.

The parts are read with zipfile and ElementTree, not through python-pptx: that library throws on some broken
packages and accepts others without a word, and a check has to name what is wrong in both.
"""
