"""The words of findings, Chinese and English; loaded only when there is something to say."""

from __future__ import annotations

from deckgen.diagnostics import Finding


def words(finding: Finding, lang: str) -> tuple[str, str]:
    """(message, hint) of a finding in `zh` or `en`; the hint may be empty."""
    if lang == "zh":
        from deckgen.messages.zh import MESSAGES, NEAR
    else:
        from deckgen.messages.en import MESSAGES, NEAR
    message, hint = MESSAGES[finding.rule]
    facts = {name: chosen(value, lang) for name, value in finding.facts.items()}
    if facts.get("near"):
        hint = NEAR
    return message.format_map(facts), hint.format_map(facts)


def chosen(value: str, lang: str) -> str:
    """Facts that are words of ours hold both languages as `中文|English`."""
    zh, bar, en = value.partition("|")
    return value if not bar or not en.isascii() else (zh if lang == "zh" else en)


def rendered(finding: Finding, lang: str) -> str:
    """`outline.yaml:31:9: 错误[load/unknown-key] …` and its hint on a line below."""
    message, hint = words(finding, lang)
    span = finding.span
    place = ":".join(str(part) for part in (span.path, span.line, span.column) if part)
    severity = {"zh": {"error": "错误", "warning": "警告"}, "en": {"error": "error", "warning": "warning"}}[lang][finding.severity]
    text = f"{place}: {severity}[{finding.rule}] {message}"
    return f"{text}\n  {'提示：' if lang == 'zh' else 'hint: '}{hint}" if hint else text
