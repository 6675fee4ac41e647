"""The words of findings, Chinese and English; loaded only when there is something to say."""

from __future__ import annotations

from deckgen.diagnostics import Fact, Finding, Near, Span, Words, nearest

LONGEST_FACT = 60  # what the author wrote is quoted that far


def words(finding: Finding, lang: str) -> tuple[str, str]:
    """(message, hint) of a finding in `zh` or `en`; the hint may be empty."""
    if lang == "zh":
        from deckgen.messages.zh import MESSAGES, NEAR, PROBLEMS
    else:
        from deckgen.messages.en import MESSAGES, NEAR, PROBLEMS
    message, hint = MESSAGES[finding.rule]
    facts = {name: said(value, lang) for name, value in finding.facts.items()}
    if "problem" in facts:
        facts["problem"] = PROBLEMS.get(facts["problem"], facts["problem"])
    if facts.get("near"):
        hint = NEAR
    return message.format_map(facts), hint.format_map(facts)


def said(value: Fact, lang: str) -> str:
    """A fact in the language; a quotation is cut where it gets long, and stays in its line."""
    match value:
        case Words():
            return value.zh if lang == "zh" else value.en
        case Near():
            return nearest(value.word, value.candidates)
    plain = "".join(char if char.isprintable() else " " for char in value[: LONGEST_FACT + 1])
    return f"{plain[:LONGEST_FACT]}…" if len(value) > LONGEST_FACT else plain


def rendered(finding: Finding, lang: str) -> str:
    """`outline.yaml:31:9: 错误[load/unknown-key] …` and its hint on a line below."""
    message, hint = words(finding, lang)
    severity = {"zh": {"error": "错误", "warning": "警告"}, "en": {"error": "error", "warning": "warning"}}[lang][finding.severity]
    text = f"{place(finding.span, lang)}: {severity}[{finding.rule}] {message}"
    return f"{text}\n  {'提示：' if lang == 'zh' else 'hint: '}{hint}" if hint else text


def place(span: Span, lang: str) -> str:
    """`outline.yaml:31:9`, `figures.csv:B7`, or `deck.pptx: 第 3 页 “标题”`, as far as it is known."""
    if not span.slide:
        return ":".join(str(part) for part in (span.path, span.cell, span.line, span.column) if part)
    text = f"{span.path}: " + (f"第 {span.slide} 页" if lang == "zh" else f"slide {span.slide}")
    return f"{text} “{span.shape}”" if span.shape else text
