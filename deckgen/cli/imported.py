"""What `deckgen import` leaves behind: two files, both or none, and a report of what was understood."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

from deckgen.cli.language import language, say
from deckgen.diagnostics import Finding, Findings, Words
from deckgen.numerals import to_chinese
from deckgen.speech.draft import Draft, Slide
from deckgen.speech.emit import Emitted, entry_doubts
from deckgen.speech.understand import Understood

MOST_SHOWN = 60
KIND_WORDS = {
    "section": Words("要点", "points"),
    "points": Words("要点", "points"),
    "statement": Words("论断", "statement"),
    "objectives": Words("目标", "targets"),
    "principles": Words("原则", "principles"),
    "problems": Words("问题", "problems"),
    "pairs": Words("对子", "pairs"),
}


def save_both(folder: str, files: Mapping[str, str]) -> str:
    """Write the files that hold anything, all or none; why it failed, or "". An old file stays as it was until all are ready."""
    written: list[tuple[str, str]] = []
    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in files.items():
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                raise IsADirectoryError(path)
            if text:
                temporary = os.path.join(folder, f".deckgen-{os.getpid()}-{name}.tmp")
                written.append((temporary, path))
                write(temporary, text)
        exchange(written)
    except OSError as error:
        return unwritten(folder, error)
    finally:
        for temporary, _ in written:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
    return ""


def write(path: str, text: str) -> None:
    with open(path, "x", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def exchange(written: list[tuple[str, str]]) -> None:
    """Rename all; what was there before comes back when one of them fails."""
    kept: list[tuple[str, str]] = []
    try:
        for temporary, path in written:
            if os.path.lexists(path):
                old = f"{temporary}.old"
                os.replace(path, old)
                kept.append((old, path))
            os.replace(temporary, path)
    except OSError:
        for old, path in kept:
            with contextlib.suppress(OSError):
                os.replace(old, path)
        raise
    for old, _ in kept:
        with contextlib.suppress(OSError):
            os.unlink(old)


def unwritten(folder: str, error: OSError) -> str:
    from deckgen.messages.reasons import reason

    why = reason(error)
    return say(
        f"写不进 {folder}：{why.zh}；原来的文件没有动，请换一个位置。",
        f"Cannot write to {folder}: {why.en}; old files are untouched, choose another place.",
    )


def report(understood: Understood, draft: Draft, emitted: Emitted, folder: str, findings: Findings) -> str:
    """What was understood: title, parts, slides; figures; what is uncertain; faults of the speech; what to do next."""
    lines = [heading(understood, draft)]
    for part in draft.parts:
        claim = f"“{part.claim}”" if part.claim else ""
        lines.append(f"{part.title}{claim}  {place(understood, part.slides[0])}")
        lines.extend(slide_line(understood, emitted, number, slide) for number, slide in numbered(draft, part.slides))
    lines.extend(uncertain(understood, draft))
    lines.extend(faults(findings))
    outline = os.path.join(folder, "outline.yaml")
    ledger = say("、figures.yaml", ", figures.yaml") if emitted.figures else ""
    lines.append(say(f"已写 {outline}{ledger}。下一步：deckgen build {outline}", f"Wrote {outline}{ledger}. Next: deckgen build {outline}"))
    return "\n".join(lines)


def heading(understood: Understood, draft: Draft) -> str:
    slides = 1 + sum(part.agenda + len(part.slides) for part in draft.parts) + (draft.closing is not None)
    entries = understood.ledger.entries
    unknown = sum(not entry.known or (entry.change is not None and not entry.change.known) for entry in entries)
    points = sum(len(slide.items) for slide in draft.slides() if slide.kind in ("section", "points"))
    return say(
        f"“{draft.title}”：{len(draft.parts)} 个部分，{slides} 页，要点 {points} 个，指标 {len(entries)} 个（待填 {unknown} 个）",
        f"“{draft.title}”: {len(draft.parts)} parts, {slides} slides, {points} points, {len(entries)} figures ({unknown} unknown)",
    )


def numbered(draft: Draft, slides: tuple[Slide, ...]) -> list[tuple[int, Slide]]:
    order = {id(slide): number for number, slide in enumerate(draft.slides())}
    return [(order[id(slide)], slide) for slide in slides]


def slide_line(understood: Understood, emitted: Emitted, number: int, slide: Slide) -> str:
    shown = emitted.shown[number]
    word = KIND_WORDS[slide.kind]
    count = len(slide.items) if slide.kind not in ("statement", "objectives") else 0
    said = say(f"{word.zh} {count}", f"{count} {word.en}") if count else say(word.zh, word.en)
    cards = say(f"，指标 {len(shown.cards)}", f", {len(shown.cards)} figures") if shown.cards else ""
    motto = f"｜{slide.motto}" if slide.motto else ""
    return f"  {to_chinese(number + 1)} {slide.title}{motto}  {said}{cards}  {place(understood, slide)}"


def place(understood: Understood, slide: Slide) -> str:
    line = understood.speech.lines[slide.at[0]].line
    return say(f"第 {line} 行", f"line {line}")


def uncertain(understood: Understood, draft: Draft) -> list[str]:
    """Choices that a person should look at, with their lines."""
    found = []
    for thing in (*draft.parts, *draft.slides()):
        span = understood.speech.span(*thing.at)
        found.extend((span, words) for words in thing.doubts)
    for entry in understood.ledger.entries:
        span = understood.speech.span(entry.quantity.line, entry.quantity.start)
        found.extend((span, Words(f"指标“{entry.label}”：{w.zh}", f"figure “{entry.label}”: {w.en}")) for w in entry_doubts(entry))
    lines = [f"{span.path}:{span.line}:{span.column}: {say(words.zh, words.en)}" for span, words in found]
    lines += [say(words.zh, words.en) for words in draft.doubts]
    return [say(f"请核对（{len(lines)} 处）：", f"Please check ({len(lines)}):"), *shortened(lines)] if lines else []


def faults(findings: Findings) -> list[str]:
    from deckgen.messages import rendered

    found: list[Finding] = sorted(findings.all, key=lambda f: (f.span.line, f.span.column))
    if not found:
        return []
    lines = [rendered(finding, language()).split("\n")[0] for finding in found]
    return [say(f"原文可能有误（{len(lines)} 处）：", f"Possible faults of the speech ({len(lines)}):"), *shortened(lines)]


def shortened(lines: list[str]) -> list[str]:
    if len(lines) <= MOST_SHOWN:
        return lines
    return [*lines[:MOST_SHOWN], say(f"……还有 {len(lines) - MOST_SHOWN} 处", f"… and {len(lines) - MOST_SHOWN} more")]
