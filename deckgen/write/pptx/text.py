"""Text bodies: paragraphs, runs, breaks; what the placeholder's layout already says is left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from deckgen.language import Language
from deckgen.scene import Paragraph, Placeholder, StyledRun, TextBox
from deckgen.style import TextStyle
from deckgen.write.pptx.xml import escape, fill


def spoken(language: Language) -> str:
    """The attributes that say which language a run is in; every writer of texts is handed them as `lang`."""
    return f'lang="{language.tag}" altLang="{language.alt_tag}"'


@cache
def run_properties(style: TextStyle, inherited: TextStyle | None, lang: str, tag: str = "a:rPr", face: str = "") -> str:
    """What sets a run apart from the style its placeholder gives it; everything where it has none. Quotes have a `face` of their own.

    Sizes and spacing are in hundredths of a point (ST_TextFontSize, ST_TextPoint, ECMA-376 Part 1).
    """
    attributes = lang
    if inherited is None or style.size != inherited.size:
        attributes += f' sz="{style.size}"'
    if inherited is None or style.bold != inherited.bold:
        attributes += f' b="{int(style.bold)}"'
    if style.spacing != (0 if inherited is None else inherited.spacing):
        attributes += f' spc="{style.spacing}"'
    if style.raised:
        attributes += f' baseline="{style.raised * 1000}"'
    children = fill(style.color) if style.color.slot and (inherited is None or style.color != inherited.color) else ""
    if face:
        children += f'<a:latin typeface="{face}"/><a:ea typeface="{face}"/>'
    elif style.face != ("body" if inherited is None else inherited.face):
        children += typefaces(style)
    return f"<{tag} {attributes}>{children}</{tag}>" if children else f"<{tag} {attributes}/>"


def typefaces(style: TextStyle) -> str:
    """Faces are named in the theme only; a run refers to its heading or body pair."""
    pair = "+mj" if style.face == "heading" else "+mn"
    return f'<a:latin typeface="{pair}-lt"/><a:ea typeface="{pair}-ea"/>'


@cache
def paragraph_properties(
    align: str, leading: int, space_before: int, level: int, inherited: tuple[str, int] | None, indented: bool = False
) -> str:
    """Alignment and exact spacing; empty where the placeholder says the same. Out of an `indented` one the bullet is taken."""
    attributes = f' lvl="{level}"' if level else ""
    if indented:
        attributes += ' marL="0" indent="0"'
    children = ""
    if inherited is None or inherited[0] != align:
        attributes += f' algn="{align}"'
    if inherited is None:
        attributes += ' hangingPunct="0"'
    if inherited is None or inherited[1] != leading:
        children += f'<a:lnSpc><a:spcPts val="{leading}"/></a:lnSpc>'
    if space_before:
        children += f'<a:spcBef><a:spcPts val="{space_before}"/></a:spcBef>'
    if indented:
        children += ("" if space_before else '<a:spcBef><a:spcPts val="0"/></a:spcBef>') + "<a:buNone/>"
    if not attributes and not children:
        return ""
    return f"<a:pPr{attributes}>{children}</a:pPr>" if children else f"<a:pPr{attributes}/>"


QUOTES = re.compile("([“”‘’]+)")

# What a link of a run leads to, as `a:hlinkClick`.
Click = Callable[[str], str]


@lru_cache(maxsize=512)  # footers, numbers, labels recur from slide to slide
def paragraph(para: Paragraph, placeholder: Placeholder | None, lang: str) -> str:
    return written(para, placeholder, lang, None)


def written(para: Paragraph, placeholder: Placeholder | None, lang: str, click: Click | None) -> str:
    """A paragraph; one with links is not the same on every slide."""
    placeholder = placeholder if placeholder and placeholder.inherits else None
    level = min(para.level, len(placeholder.styles) - 1) if placeholder else 0
    style = placeholder.styles[level] if placeholder else None
    inherited = (placeholder.align, placeholder.leadings[level]) if placeholder else None
    indented = placeholder.indented if placeholder else False
    properties = paragraph_properties(para.align, para.leading, para.space_before, level, inherited, indented)
    return f"<a:p>{properties}{lines(para, style, lang, click)}</a:p>"


def lines(para: Paragraph, inherited: TextStyle | None, lang: str, click: Click | None) -> str:
    """Hard lines are parted by breaks; soft ones run on, and the client breaks them where the scene promised."""
    set_lines = para.lines
    if len(set_lines) == 1 and len(set_lines[0]) == 1 and not para.linked and not set_lines[0][0].field and set_lines[0][0].text:
        only = set_lines[0][0]  # most paragraphs are one run
        return plain_run(only.text, only.style, inherited, lang)
    if not para.hard or len(set_lines) == 1:
        return runs([run for line in set_lines for run in line], inherited, lang, click)
    pieces = []
    for index, line in enumerate(set_lines):
        if index:
            pieces.append(f"<a:br>{run_properties(line[0].style, inherited, lang)}</a:br>")
        if index == len(set_lines) - 1 or any(run.text for run in line):  # an empty line is its break alone
            pieces.append(runs(list(line), inherited, lang, click))
    return "".join(pieces)


def runs(line: list[StyledRun], inherited: TextStyle | None, lang: str, click: Click | None) -> str:
    """Neighbours of one style become one run again."""
    pieces: list[str] = []
    at = 0
    while at < len(line):
        first = line[at]
        text = first.text
        at += 1
        while at < len(line) and line[at].style is first.style and line[at].link == first.link and not first.field and not line[at].field:
            text += line[at].text
            at += 1
        if text and not first.field:
            pieces.append(plain_run(text, first.style, inherited, lang, click(first.link) if click and first.link else ""))
            continue
        properties = run_properties(first.style, inherited, lang)
        if first.field:
            # The id only has to be the same in every build; the type is what PowerPoint reads.
            pieces.append(
                f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="{first.field}">{properties}<a:t>{escape(text)}</a:t></a:fld>'
            )
        else:
            pieces.append(run_properties(first.style, inherited, lang, "a:endParaRPr"))
    return "".join(pieces)


def plain_run(text: str, style: TextStyle, inherited: TextStyle | None, lang: str, click: str = "") -> str:
    """A run, in three and more where there are quotes in it."""
    if not style.quotes or not QUOTES.search(text):
        properties = run_properties(style, inherited, lang)
        return f"<a:r>{with_link(properties, click) if click else properties}<a:t>{escape(text)}</a:t></a:r>"
    pieces = []
    for number, piece in enumerate(QUOTES.split(text)):  # quotes at every other place
        if piece:
            properties = run_properties(style, inherited, lang, face=style.quotes if number % 2 else "")
            pieces.append(f"<a:r>{with_link(properties, click) if click else properties}<a:t>{escape(piece)}</a:t></a:r>")
    return "".join(pieces)


def with_link(properties: str, click: str) -> str:
    """The properties of a run that is a link; `a:hlinkClick` stands behind fill and faces (CT_TextCharacterProperties)."""
    return f"{properties[:-2]}>{click}</a:rPr>" if properties.endswith("/>") else f"{properties.removesuffix('</a:rPr>')}{click}</a:rPr>"


def body_properties(box: TextBox) -> str:
    """Margins, anchor, direction; a placeholder keeps autofit on for the person who adds text."""
    placeholder = box.placeholder
    attributes = ' vert="eaVert"' if box.vertical else ""
    if placeholder is None:
        attributes += f' wrap="{"square" if box.wraps else "none"}"'
    explicit = placeholder is None or not placeholder.inherits
    if explicit or any(box.margins):
        left, top, right, bottom = box.margins
        attributes += f' lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
    if placeholder is None or explicit or placeholder.anchor != box.anchor:
        attributes += f' anchor="{box.anchor}"'
    if placeholder is None:
        return f'<a:bodyPr{attributes} rtlCol="0"><a:noAutofit/></a:bodyPr>'
    return f"<a:bodyPr{attributes}><a:normAutofit/></a:bodyPr>"


def text_body(box: TextBox, lang: str, tag: str = "p:txBody", click: Click | None = None) -> str:
    paragraphs = "".join(
        [written(para, box.placeholder, lang, click) if para.linked else paragraph(para, box.placeholder, lang) for para in box.paragraphs]
    )
    return f"<{tag}>{body_properties(box)}<a:lstStyle/>{paragraphs}</{tag}>"


def list_style(placeholder: Placeholder) -> str:
    """The levels of a layout's placeholder."""
    return levels(placeholder.styles, placeholder.leadings, placeholder.align)


@lru_cache(maxsize=256)  # bodies recur from layout to layout
def levels(styles: tuple[TextStyle, ...], leadings: tuple[int, ...], align: str) -> str:
    made = [
        level_style(f"a:lvl{number}pPr", style, leading, align)
        for number, (style, leading) in enumerate(zip(styles, leadings, strict=True), 1)
    ]
    return f"<a:lstStyle>{''.join(made)}</a:lstStyle>"


def level_style(tag: str, style: TextStyle, leading: int, align: str) -> str:
    spacing = f' spc="{style.spacing}"' if style.spacing else ""
    return (
        f'<{tag} marL="0" indent="0" algn="{align}" hangingPunct="0"><a:lnSpc><a:spcPts val="{leading}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{style.size}" b="{int(style.bold)}"{spacing}>{fill(style.color)}{typefaces(style)}</a:defRPr></{tag}>'
    )
