"""Contrast as WCAG 2.1 counts it, and shades as PowerPoint shows them."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.style import SLOTS, Color, TextStyle, contrast, luminance, shaded

colors = st.integers(0, 0xFFFFFF).map(lambda value: f"{value:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("000000", "FFFFFF", 21.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "FFFFFF", 4.54),
        ("FF0000", "FFFFFF", 4.00),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_contrast_of_known_pairs(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(one=colors, other=colors)
def test_contrast_has_no_direction(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1.0 <= contrast(one, other) <= 21.0
    assert contrast(one, one) == 1.0


@given(color=colors, shade=st.integers(0, 100))
def test_a_shade_goes_one_way(color: str, shade: int) -> None:
    assert luminance(shaded(color, -shade)) <= luminance(color) <= luminance(shaded(color, shade))


@given(color=colors, shade=st.integers(-90, 90))
def test_a_shade_changes_nothing_but_lightness(color: str, shade: int) -> None:
    """As `lumMod` and `lumOff` do, in HSL; a channel is a whole number, so hue and saturation are held by the colour they give."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(color))
    wanted = colorsys.hls_to_rgb(hue, light * (100 - abs(shade)) / 100 + max(shade, 0) / 100, saturation)
    assert all(abs(got - want) * 255 <= 0.51 for got, want in zip(channels(shaded(color, shade)), wanted, strict=True))


def channels(rgb: str) -> list[float]:
    return [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]


def test_shades_end_at_black_and_white() -> None:
    assert (shaded("A8161B", 0), shaded("A8161B", -100), shaded("A8161B", 100)) == ("A8161B", "000000", "FFFFFF")


def test_slots_are_those_of_a_colour_scheme() -> None:
    assert len(SLOTS) == len(set(SLOTS)) == 12


def test_a_style_is_changed_in_one_thing_only() -> None:
    style = TextStyle(1600, Color("dk1"), "heading", bold=True, spacing=40)
    assert style.with_color(Color("accent1")) == TextStyle(1600, Color("accent1"), "heading", bold=True, spacing=40)
