"""Speeches that nobody wrote: random structure, numbering, claims and quantities, and text that YAML and the notes could trip over."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from deckgen.numerals import to_chinese

NUMBERINGS: tuple[Callable[[int], str], ...] = (
    lambda n: f"{to_chinese(n)}、",
    lambda n: f"（{to_chinese(n)}）",
    lambda n: f"({to_chinese(n)})",
    lambda n: f"{n}.",
    lambda n: f"{n}．",
    lambda n: f"（{n}）",
    lambda n: f"第{to_chinese(n)}，",
    lambda n: f"{to_chinese(n)}是",
    lambda n: "——",
    lambda n: "# ",
    lambda n: "## ",
    lambda n: "- ",
    lambda n: "",
)
WORDS = (
    "坚持",
    "推进",
    "产业",
    "项目",
    "民生",
    "改革",
    "环境",
    "治理",
    "全面",
    "加快",
    "建设",
    "工作",
    "群众",
    "企业",
    "乡村",
    "振兴",
    "干部",
)
HOSTILE = (
    *(
        "{",
        "}",
        "{gdp}",
        "{{",
        "**",
        "*",
        "\\",
        "\\n",
        "\\*",
        "#",
        " # 注",
        ": ",
        ":",
        "- ",
        "? ",
        "!",
        "&a",
        "*a",
        "|",
        ">",
        "'",
        '"',
        "%",
        "@",
        "`",
    ),
    *(
        "---",
        "...",
        "~",
        "null",
        "true",
        "[",
        "]",
        ",",
        "=",
        "<<",
        "😀",
        "👨‍👩‍👧",
        "é",
        "\u200b",
        "\xa0",
        "\u2028",
        "\ufeff",
        "\x07",
        "𠮷",
        "http://a.b/c?d=e#f",
    ),
    *(
        "Internationalisierungsprogrammdurchführungsverordnung",
        "a" * 60,
        "０１２",
        "X",
        "Ｘ",
        "xx",
        "“",
        "”",
        "《",
        "》",
        "（",
        "）",
        "(",
        ")",
    ),
)
QUANTITIES = (
    "X亿元",
    "X%",
    "12.3%",
    "1,234户",
    "10000余人",
    "-0.5%",
    "第3位",
    "3个",
    "X次",
    "０.５个百分点",
    "100%",
    "1.5万亩",
    "2019年",
    "15分钟",
    "５件",
    "X 个",
)
CLAIMS = ("五个统筹", "四个牢牢把握", "七个坚持", "做到三个必须", "抓好6件大事")
ENDS = "。；，！？：、"

word = st.sampled_from(WORDS)
phrase = st.lists(word, min_size=2, max_size=8).map("".join)
quantity = st.builds(lambda before, amount: f"{before}达到{amount}", phrase, st.sampled_from(QUANTITIES))
growth = st.builds(lambda what, a, b: f"{what}{a}，同比增长{b}", phrase, st.sampled_from(QUANTITIES), st.sampled_from(QUANTITIES))
hostile = st.builds(lambda a, mark, b: a + mark + b, word, st.sampled_from(HOSTILE), word | st.just(""))
anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
clause = st.one_of(phrase, phrase, quantity, growth, hostile, st.sampled_from(CLAIMS), anything)
sentence = st.builds(lambda clauses, end: "，".join(clauses) + end, st.lists(clause, min_size=1, max_size=5), st.sampled_from(ENDS))
paragraph = st.lists(sentence, min_size=1, max_size=4).map("".join)
indent = st.sampled_from(("", "", "　　", "  ", "\t"))


@st.composite
def speeches(draw: st.DrawFn) -> list[str]:
    """The lines of a speech: title, address, preamble, numbered sections one to three levels deep, closing; each may be missing."""
    lines = draw(st.lists(paragraph, max_size=1)) + draw(st.sampled_from(([], ["——在全区大会上的讲话"], ["同志们："], ["", "各位代表："])))
    lines += draw(st.lists(paragraph, max_size=2))
    outer, inner = draw(st.sampled_from(NUMBERINGS)), draw(st.sampled_from(NUMBERINGS))
    for n in range(1, draw(st.integers(0, 4)) + 1):
        lines.append(draw(indent) + outer(n) + draw(phrase | clause))
        lines += [draw(indent) + inner(m) + draw(paragraph) for m in range(1, draw(st.integers(0, 4)) + 1)]
        lines += draw(st.lists(paragraph, max_size=1))
    return lines + draw(st.sampled_from(([], ["谢谢大家！"], ["同志们，让我们" + draw(paragraph)])))
