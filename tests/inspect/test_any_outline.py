"""Whatever outline is built, its deck is clean: texts nobody designed for, in every kind of slide."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, event, given
from hypothesis import strategies as st

from deckgen.diagnostics import OutlineError
from deckgen.write.pptx.presentation import write_pptx
from tests.examples import examples
from tests.inspect.decks import check
from tests.strategies import slides
from tests.support import compile_slides


@examples(10, 300, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(made=slides(), theme=st.sampled_from(["zhengwu-red", "zhengwu-blue"]))
def test_what_is_built_has_no_findings(made: tuple[dict[str, Any], dict[str, Any]], theme: str) -> None:
    slide, ledger = made
    with tempfile.TemporaryDirectory() as name:
        try:
            built = compile_slides([slide | {"notes": "讲稿。", "hidden": False}], Path(name), theme, ledger)
        except OutlineError:
            event("refused")
            return
    stream = io.BytesIO()
    write_pptx(built.scene, stream)
    assert check(stream.getvalue()) == []
