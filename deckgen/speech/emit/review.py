"""核对.html: the speech at the left, what was made of it at the right, slide by slide; what is uncertain is marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from deckgen.diagnostics import Term
from deckgen.kinds.registry import KINDS
from deckgen.speech.draft import Draft, notes_of
from deckgen.speech.emit.comments import Comments, entry_doubts
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry
from deckgen.speech.source import Piece, Speech
from deckgen.speech.words.texts import ShownItem, ShownSlide

STYLE = (
    "body{font:16px/1.7 'Microsoft YaHei','PingFang SC',sans-serif;margin:0 auto;max-width:1200px;padding:16px;color:#222;background:#fff}"
    "section{display:grid;grid-template-columns:1fr 1fr;gap:24px;border-top:1px solid #bbb;padding:12px 0}h1{font-size:24px}h2{font-size:20px;margin:24px 0 4px}"
    "h3{font-size:18px;margin:0 0 4px}p{margin:0 0 8px}ul{margin:4px 0;padding-left:20px}mark{background:#e4f0e4;color:inherit}mark.check,.check{background:#ffe08a;color:#222}"
    ".kind{color:#595959;font-size:14px}.figures{display:flex;flex-wrap:wrap;gap:8px;padding:0;list-style:none}.figures li{border:1px solid #888;border-radius:4px;padding:2px 8px}"
    "@media print{section{break-inside:avoid}}@media(max-width:700px){section{grid-template-columns:1fr}}"
)


class Review:
    """Writes the page of one draft as it was emitted."""

    def __init__(self, speech: Speech, draft: Draft, ledger: DraftLedger, comments: Comments) -> None:
        self.speech = speech
        self.draft = draft
        self.comments = comments
        self.notes, self.cover = notes_of(speech, draft)
        self.entries: dict[int, list[LedgerEntry]] = {}
        for entry in ledger.entries:
            self.entries.setdefault(entry.quantity.paragraph, []).append(entry)
        self.by_name = {entry.name: entry for entry in ledger.entries}

    def page(self, shown: Mapping[int, ShownSlide]) -> str:
        """The whole page; `shown` holds the slides of the draft by their number."""
        lang = "en" if self.speech.english else "zh-CN"
        title = escape(self.comments.say("speech/review-title", title=self.draft.title))
        head = f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head><body>'
        intro = f"<h1>{title}</h1><p>{escape(self.comments.say('speech/review-use'))}</p>"
        return "\n".join([head, intro, *self.rows(shown), "</body></html>"]) + "\n"

    def kind(self, name: str) -> str:
        """What sort of slide it is: its name in an outline, and what that means."""
        kind = KINDS[name]
        return f"{name} — {kind.doc_en}" if self.speech.english else f"{name}（{kind.doc_zh}）"

    def rows(self, shown: Mapping[int, ShownSlide]) -> Iterator[str]:
        front = self.draft.front
        fields = (self.draft.title, front.kicker, front.subtitle, front.organization, front.presenter, front.date)
        yield self.row(self.cover, "".join(f"<p>{escape(field)}</p>" for field in fields if field))
        number = 0
        for part in self.draft.parts:
            yield f"<h2>{escape(part.title)}{'：' + escape(part.claim) if part.claim else ''}</h2>{self.doubts(part.doubts)}"
            if part.agenda and part.at not in {slide.at for slide in part.slides}:
                yield self.row(self.notes.get(part.at, ()), "")
            for slide in part.slides:
                yield self.row(self.notes.get(slide.at, ()), self.slide(shown[number]))
                number += 1
        if self.draft.closing:
            closing = self.draft.closing
            yield self.row(self.notes.get(closing.at, ()), f"<h3>{escape(closing.title)}</h3><p>{escape(closing.text)}</p>")

    def row(self, notes: tuple[Piece, ...], made: str) -> str:
        said = "".join(f"<p>{self.marked(piece)}</p>" for piece in notes)
        return f"<section><div>{said}</div><div>{made}</div></section>"

    def marked(self, piece: Piece) -> str:
        """A stretch of the speech with its quantities marked, those whose entry is uncertain in another colour."""
        text, words, at = self.speech.paragraphs[piece.paragraph].text, "", piece.start
        for entry in self.entries.get(piece.paragraph, ()):
            quantity, doubts = entry.quantity, entry_doubts(entry)
            if not (at <= quantity.start and quantity.end <= piece.end):
                continue
            said = "；".join(self.comments.say(doubt.name, **dict(doubt.facts)) for doubt in doubts)
            note = escape(f"{entry.label} {entry.prefix}" + (f"（{said}）" if said else ""), quote=True)
            kind = ' class="check"' if doubts else ""
            words += f'{escape(text[at : quantity.start])}<mark{kind} title="{note}">{escape(text[quantity.start : quantity.end])}</mark>'
            at = quantity.end
        return words + escape(text[at : piece.end])

    def slide(self, shown: ShownSlide) -> str:
        slide = shown.slide
        motto = f"<p>{escape(slide.motto)}</p>" if slide.motto else ""
        text = f"<p>{escape(slide.text.plain(self.speech))}</p>" if slide.text else ""
        items = "".join(f"<li>{self.item(item)}</li>" for item in shown.said)
        cards = "".join(self.card(self.by_name[name]) for name in shown.cards if name in self.by_name)
        listed = (f"<ul>{items}</ul>" if items else "") + (f'<ul class="figures">{cards}</ul>' if cards else "")
        return f'<p class="kind">{escape(self.kind(slide.kind))}</p><h3>{escape(slide.title)}</h3>{motto}{text}{listed}{self.doubts(slide.doubts)}'

    def item(self, item: ShownItem) -> str:
        lead = "／".join(filter(None, item.pair)) or item.key
        words = [f"<b>{escape(word)}</b>" for word in (lead, item.lead.plain(self.speech)) if word]
        return "　".join([*words, escape(item.text.plain(self.speech))])

    def card(self, entry: LedgerEntry) -> str:
        quantity, change = entry.quantity, entry.change
        value = f"{entry.prefix}{quantity.value}{quantity.inner}{quantity.unit}{quantity.after}"
        moved = f"，{entry.wording}{change.value}{change.unit}" if change else ""
        kind = ' class="check"' if entry_doubts(entry) else ""
        return f"<li{kind}>{escape(f'{entry.label} {value}{moved}')}</li>"

    def doubts(self, doubts: tuple[Term, ...]) -> str:
        return "".join(f'<p class="check">{escape(self.comments.check(doubt))}</p>' for doubt in doubts)
