"""The kinds of slide, a module each: what may be written for it and what becomes of that; `registry` has them all."""
