"""Splits lose nothing: shares and gaps add up to the EMU, in order and as even as whole numbers allow."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.geometry import EMU_PER_PT, EMU_PER_PX, PAGE_HEIGHT, Box, grid, pt, px, shares

lengths = st.integers(0, 20_000_000)
gaps = st.integers(0, 400_000)
counts = st.integers(1, 12)
weights = st.lists(st.integers(0, 1000), min_size=1, max_size=9).filter(any)
boxes = st.builds(Box, lengths, lengths, st.integers(5_000_000, 20_000_000), st.integers(5_000_000, 20_000_000))


def test_units_agree() -> None:
    assert (px(1), pt(1), px(1.5)) == (EMU_PER_PX, EMU_PER_PT, 14_288)
    assert px(4) == pt(3)
    assert PAGE_HEIGHT == 6_858_000


@given(box=boxes, count=counts, gap=gaps)
def test_columns_tile_their_box(box: Box, count: int, gap: int) -> None:
    cells = box.columns(count, gap)
    assert (cells[0].x, cells[-1].right) == (box.x, box.right)
    assert all(left.right + gap == right.x for left, right in pairwise(cells))
    assert all((cell.y, cell.height) == (box.y, box.height) for cell in cells)
    assert max(cell.width for cell in cells) - min(cell.width for cell in cells) <= 1


@given(box=boxes, count=counts, gap=gaps)
def test_rows_are_columns_turned(box: Box, count: int, gap: int) -> None:
    turned = Box(box.y, box.x, box.height, box.width)
    assert [(c.y, c.x, c.height, c.width) for c in turned.columns(count, gap)] == [
        (r.x, r.y, r.width, r.height) for r in box.rows(count, gap)
    ]


@given(length=lengths, weights=weights, gap=gaps)
def test_shares_add_up(length: int, weights: list[int], gap: int) -> None:
    found = shares(length, weights, gap)
    assert sum(size for _, size in found) + gap * (len(weights) - 1) == length
    room = length - gap * (len(weights) - 1)
    assert all(abs(size - room * weight / sum(weights)) <= 1 for (_, size), weight in zip(found, weights, strict=True))


@given(box=boxes, width=st.integers(0, 4_000_000), gap=gaps)
def test_a_cut_leaves_the_rest(box: Box, width: int, gap: int) -> None:
    left, rest = box.cut_left(width, gap)
    assert (left.x, left.width, left.right + gap, rest.right) == (box.x, width, rest.x, box.right)
    top, below = box.cut_top(width, gap)
    assert (top.y, top.height, top.bottom + gap, below.bottom) == (box.y, width, below.y, box.bottom)


@given(box=boxes, left=gaps, top=gaps)
def test_an_inset_is_undone_by_its_negative(box: Box, left: int, top: int) -> None:
    assert box.inset(left, top).inset(-left, -top) == box
    assert box.inset(left, top, 0, 0).right == box.right
    assert box.moved(left, -top).moved(-left, top) == box


@given(box=boxes, rows=st.lists(st.integers(1, 5), min_size=1, max_size=4), gap=gaps)
def test_cells_of_a_grid_stay_inside_and_line_up(box: Box, rows: list[int], gap: int) -> None:
    cells = grid(box, rows, gap, gap)
    assert len(cells) == sum(rows)
    assert all(box.x <= cell.x and cell.right <= box.right and box.y <= cell.y and cell.bottom <= box.bottom for cell in cells)
    assert len({cell.x for cell in cells}) == max(rows)
