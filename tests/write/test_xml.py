"""What is put between tags and quotes comes back as it was."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from deckgen.write.pptx.xml import attribute, escape

texts = st.text(st.sampled_from("甲乙<>&\"'\n a"), max_size=12)


@given(text=texts)
@example(text="甲\n<乙>&\"'")
def test_an_attribute_comes_back(text: str) -> None:
    assert etree.fromstring(f'<a b="{attribute(text)}"/>').get("b") == text


@given(text=texts)
@example(text="甲\n<乙>&")
def test_a_text_comes_back(text: str) -> None:
    assert (etree.fromstring(f"<a>{escape(text)}</a>").text or "") == text
