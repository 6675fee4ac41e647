"""What layouts are called for what: the words that PowerPoint, WPS and people write in their names, in the languages that were met."""

from __future__ import annotations

import re

ROLES = ("cover", "content", "closing", "divider")
# Names come with prefixes of copies: 1_标题幻灯片, 12_Title Slide.
PREFIX = re.compile(r"^\s*(\d+[_\s]+|自定义设计方案[_\s]*)+")
WORDS = {
    "cover": "封面|首页|标题幻灯片|標題投影片|表紙|タイトル スライド|title slide|title page|cover|titelfolie|diapositive de titre|diapositiva de título|slide de título|start",
    "content": "标题和内容|標題及內容|標題與內容|只有標題|^内容$|标题与内容|仅标题|内容页|正文|内页|正页|title and content|title only|title & content|content|titel und inhalt|nur titel|titre et contenu|titre seul|タイトルとコンテンツ|タイトルのみ|título e conteúdo|somente título",
    "closing": "封底|末尾|結尾|致谢|尾页|结束|结尾|谢谢|感谢|末页|thank|end slide|end page|closing|final|back cover|schluss|お礼|裏表紙",
    "divider": "章节|章節|節標題|过渡|节标题|转场|分隔|section|divider|chapter|abschnitt|セクション|en-tête de section|seção",
}
PATTERNS = {role: re.compile(words, re.IGNORECASE) for role, words in WORDS.items()}
END = re.compile(r"^end\b|\bend$", re.IGNORECASE)
# Names of layouts that are for something else: two columns, a comparison, a picture with a caption, nothing at all.
OTHER = re.compile(
    "两栏|比较|对比|空白|图片与标题|图片和标题|内容与标题|目录|two content|comparison|blank|picture with|content with caption|agenda|contents|quote|vertical|竖排|leer|vergleich|vide",
    re.IGNORECASE,
)


def plain_name(name: str) -> str:
    """The name without the number of a copy before it."""
    return PREFIX.sub("", name).strip()


def named_for(name: str) -> str:
    """The role that a name speaks of; `other` for one that speaks of none of ours, "" for one that says nothing."""
    plain = plain_name(name)
    if END.search(plain):
        return "closing"
    if OTHER.search(plain):
        return "other"
    return next((role for role in ("closing", "divider", "cover", "content") if PATTERNS[role].search(plain)), "")
