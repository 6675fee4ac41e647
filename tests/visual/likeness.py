"""How alike two pictures of a slide are where there is ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageFilter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Plane = NDArray[np.float64]
else:
    np = pytest.importorskip("numpy", reason="numpy is missing: pip install -e '.[dev]'")

BLUR = 1.0  # pixels: renderers smooth edges each in its own way
WINDOW = 9  # pixels: about the stroke of a hanzi and the white beside it
# The constants of SSIM for values from 0 to 255 (Wang et al. 2004): they keep flat windows from dividing by nothing.
LEAST_MEAN, LEAST_VARIANCE = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity, 1 for equal pictures; a place counts as much as the stronger picture changes there.

    Paper says nothing: without the weights an empty slide would be nine tenths like any other.
    """
    assert one.size == other.size
    similar = weight = 0.0
    for a, b in zip(planes(one), planes(other), strict=True):
        mean_a, mean_b = smooth(a), smooth(b)
        variance_a, variance_b = smooth(a * a) - mean_a**2, smooth(b * b) - mean_b**2
        covariance = smooth(a * b) - mean_a * mean_b
        structure = (2 * covariance + LEAST_VARIANCE) / (variance_a + variance_b + LEAST_VARIANCE)
        brightness = (2 * mean_a * mean_b + LEAST_MEAN) / (mean_a**2 + mean_b**2 + LEAST_MEAN)
        ink = np.sqrt(np.maximum(np.maximum(variance_a, variance_b), 0))
        similar += float((structure * brightness * ink).sum())
        weight += float(ink.sum())
    return similar / weight


def planes(image: Image.Image) -> list[Plane]:
    """Lightness, slightly blurred, and the two planes of colour at a third of the size: there the eye sees no more."""
    light, *colors = image.convert("RGB").filter(ImageFilter.GaussianBlur(BLUR)).convert("YCbCr").split()
    return [np.asarray(plane, dtype=np.float64) for plane in (light, *(color.reduce(3) for color in colors))]


def smooth(plane: Plane) -> Plane:
    """The mean of the window around each place that has a whole one."""
    total = np.pad(plane.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    corners = total[WINDOW:, WINDOW:] - total[:-WINDOW, WINDOW:] - total[WINDOW:, :-WINDOW] + total[:-WINDOW, :-WINDOW]
    return np.asarray(corners / WINDOW**2)
