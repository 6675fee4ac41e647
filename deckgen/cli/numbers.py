"""Numbers of the command line that click reads more generously than we can use them."""

from __future__ import annotations

import math
from typing import Any

import click


class Between(click.FloatRange):
    """A number within bounds; `nan`, which is within any, is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        return self.fail(f"{value!r}", param, ctx) if math.isnan(number) else number
