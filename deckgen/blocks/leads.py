"""Leads of siblings: on one line each where that can be had."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.setting import Setting
from deckgen.geometry import Emu


def one_line_step(page: Page, role: str, leads: Iterable[str], width: Emu) -> int | None:
    """The largest step of the role at which each lead stands on one line so wide; None where not even the floor does."""
    stands = partial(all_on_one_line, tuple(leads), width - SLACK)
    step = page.typesetter.largest(role, stands)
    return step if stands(page.setting(role, step)) else None


def all_on_one_line(leads: tuple[str, ...], width: Emu, setting: Setting) -> bool:
    return all(setting.width(lead) <= width for lead in leads)
