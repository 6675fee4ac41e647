"""What stands around a speech and is none of it: the furniture of a web page, annexes, explanations of terms, footnotes."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.diagnostics import Findings
from deckgen.speech.source import Paragraph, Speech
from deckgen.speech.structure.roles import is_address

TOP, BOTTOM = 20, 14  # paragraphs at the head and the end of a web page that may be furniture
# Whole lines of a page around the text.
FURNITURE = re.compile(
    r"[【\[]?(?:下载|打印|打印本页|关闭(?:本页|窗口)?|收藏|全屏|加大|还原|减小|大|中|小|特大|默认|超大)[】\]]?|分享(?:到)?.{0,12}|[【】\[\]（）|｜>＞»·×]|》》.{0,24}|.{0,24}》》|[0-9a-f]{32}[：:]?|【?(?:字|页面字)[号体](?:大小)?[：:]?.{0,14}"
    r"|(?:信息|稿件|文章)?来源[：:].{0,40}|[（(]?来源[：:].{0,40}[）)]|(?:发布|发表|成文|发文|更新|生成|公开|上传|录入|主办|供稿)(?:时间|日期|机构|单位|部门|人|责任部门)[：:].{0,40}|时间[：:]\s*\d{4}-.{0,20}"
    r"|(?:浏览|点击|阅读|访问|查看)(?:次数|量|数|人次)?(?:为|是)?[：:]?\s*+\d{0,9}\s*+次?|(?:责任)?编辑[：:].{0,20}|作者[：:].{0,20}|(?:一审|二审|三审|初审|复审|终审|审核|校对|监制|供稿|录入)[：:].{0,20}"
    r"|索引号.{0,40}|(?:发文)?(?:文号|字号)[：:].{0,30}|主题(?:分类|词)[：:].{0,40}|(?:体裁|组配|服务)?分类[：:].{0,40}|有效性[：:].{0,12}|(?:您|你|的|当前|所在|现在){1,4}位置[：:]?.{0,60}|首页\s*[>＞»/].{0,80}"
    r"|[上下]一[篇条页][：:]?.{0,60}|(?:相关|延伸|推荐)(?:链接|阅读|新闻|报道|文章|文件|文档|附件|稿件|解读)[：:>＞]{0,3}.{0,40}|扫一扫.{0,30}|.{0,40}(?:记者|通讯员).{0,16}摄[）)]?|.{2,34}作(?:了)?政府工作报告。?(?:.{0,12}记者.{0,24})?|.{0,8}微信.{0,8}扫.{0,16}|手机(?:看|阅读|扫|查看).{0,20}|返回(?:顶部|首页|列表).{0,8}|(?:文件)?纠错.{0,10}"
    r"|版权(?:所有|声明).{0,60}|主办(?:单位)?[：:].{0,40}|承办(?:单位)?[：:].{0,40}|网站标识码.{0,30}|.{0,12}ICP备.{0,30}|.{0,12}公网安备.{0,30}|(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)\s+\d{1,2}[:时]\d{2}(?::\d{2}|分)?.{0,30}"
    r"|(?:[【\[][^【】\[\]]{1,6}[】\]]\s*+){2,}|Share(?: this.{0,20})?|Print(?: this page)?|Download(?: PDF)?|Source: .{0,60}|Posted (?:on|by) .{0,40}|Back to top|Home\s*[>/].{0,60}|Font size.{0,20}",
    re.I,
)
ANNEX = re.compile(
    r"附件\s*+[\d一二三四五六七八九十]{0,3}\s*+[：:.、]?.{0,24}|附[：:].{0,30}|附录.{0,16}|附表.{0,24}|(?:有关|相关|部分|本报告)?(?:报告)?(?:名词|术语|名词术语|用语|专用名词|专业名词|新名词)(?:解释|注释|说明|释义)[：:]?"
    r"|注[：:]|注释[：:]?|脚注[：:]?|尾注[：:]?|(?:Annex|Appendix)\b.{0,60}|(?:Foot)?notes:?|Glossary:?",
    re.I,
)
FOOTNOTE = re.compile(
    r"(?:\[\d{1,3}\]|［\d{1,3}］|〔\d{1,3}〕|【\d{1,3}】|[①-⑳]|\d{1,3}\s*+[.．、])\s*+[“\"《]?[^：:。]{1,36}[”\"》]?\s*+(?:[：:]\s*+(?:是?指|即|一般指|简称)?|是?指|指的是)"
)
CRUMBS = frozenset(">＞»/")  # between the pages of a site: 首页 > 政务公开 > 报告
LABEL_ALONE = re.compile(
    "(?:信息|稿件|文章)?来源[：:]|(?:发布|发表|更新)?(?:时间|日期)[：:]|(?:阅读|浏览|点击)(?:量|次数)?[：:]|作者[：:]|(?:责任)?编辑[：:]"
)
MATTER = re.compile("[。；，]|报告|讲话|总结|汇报|会议|书记|[省市县区镇]长")  # what is never a crumb
LONGEST_CRUMB, LEAST_REPEATED = 20, 6  # characters
SHARE_BEFORE = 0.25  # of the characters, that stand before the first annex
LEAST_BEFORE = 4  # paragraphs


def without_margins(speech: Speech, findings: Findings) -> Speech:
    """The speech without its margins; what was left out is told."""
    speech = without_furniture(speech, findings)
    end = end_of_matter(speech)
    if end < len(speech.paragraphs):
        facts = {"count": len(speech.paragraphs) - end, "text": speech.paragraphs[end].text[:16]}
        findings.warn(speech.span(end), "speech/annex", **facts)
        return structs.replace(speech, paragraphs=speech.paragraphs[:end])
    return speech


def without_furniture(speech: Speech, findings: Findings) -> Speech:
    """The speech without lines such as 打印, 来源：… and 上一篇：… at its head and its end."""
    lines = speech.paragraphs
    top = next((index for index, line in enumerate(lines[:TOP]) if is_address(line.text)), min(TOP, len(lines)))
    head, foot = lines[:top], lines[max(top, len(lines) - BOTTOM) :]
    dropped = [*furniture_in(head), *repeated(head), *furniture_in(foot)]
    if not dropped or len(dropped) == len(lines):
        return speech
    findings.warn(speech.span(lines.index(dropped[0])), "speech/furniture", count=len(dropped), text=shown(dropped))
    gone = {line.line for line in dropped}
    return structs.replace(speech, paragraphs=tuple(line for line in lines if line.line not in gone or line not in dropped))


def furniture_in(lines: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Whole lines of a page, and what they leave over: 云南日报 below 来源：, what stands between the > of a way through the site."""
    found = {at for at, line in enumerate(lines) if is_furniture(line)}
    for at, line in enumerate(lines):
        beside = {lines[near].text.strip() for near in (at - 1, at + 1) if 0 <= near < len(lines)}
        short = len(line.text) <= LONGEST_CRUMB and not MATTER.search(line.text)
        if short and at not in found and (beside & CRUMBS or (at and LABEL_ALONE.fullmatch(lines[at - 1].text.strip()))):
            found.add(at)
    return [lines[at] for at in sorted(found)]


def repeated(lines: tuple[Paragraph, ...]) -> list[Paragraph]:
    """Lines of the head that stand there once more: the title of the page and that of the text."""
    return [
        line for at, line in enumerate(lines) if len(line.text) > LEAST_REPEATED and line.text in {before.text for before in lines[:at]}
    ]


def is_furniture(line: Paragraph) -> bool:
    return not line.level and len(line.text) <= 120 and FURNITURE.fullmatch(line.text.strip()) is not None


def shown(lines: list[Paragraph]) -> str:
    """The first of them, as they are told."""
    return "、".join(line.text[:10] for line in lines[:4])


def end_of_matter(speech: Speech) -> int:
    """The paragraph with which annexes or footnotes begin; the number of all where there are none."""
    lines = speech.paragraphs
    total = sum(len(line.text) for line in lines)
    before = 0
    for index, line in enumerate(lines):
        if index >= LEAST_BEFORE and before >= SHARE_BEFORE * total and begins_annex(line, lines[index + 1 : index + 2]):
            return index
        before += len(line.text)
    notes = len(lines)
    while notes > LEAST_BEFORE and FOOTNOTE.match(lines[notes - 1].text) and before >= SHARE_BEFORE * total:
        notes -= 1
    return notes if len(lines) - notes >= 2 else len(lines)


def begins_annex(line: Paragraph, behind: tuple[Paragraph, ...]) -> bool:
    text = line.text.strip("【】（）()　 ")
    return bool(behind and text) and len(text) <= 40 and text[-1] not in "。；，" and ANNEX.fullmatch(text) is not None
