"""What a paragraph or a heading is for, told by its formulas: address, thanks, problems, plans, closing."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"(?:尊敬的|各位|同志们|同志|朋友们|大家好|女士们|主席|主任|Dear|Ladies|Fellow|Honou?rable|Distinguished|Good (?:morning|afternoon|evening)|Colleagues|Friends|M[rs]+\.? \w+ )"
)
ADDRESSED = re.compile(r"(?:[^。；;]{0,40})[：:！!,，]?")

THANKS = re.compile(
    r"成绩(?:的取得)?[，,]?(?:确实|实属|殊为)?来之不易|(?:成绩|成就|进步|变化)的取得|(?:表示|致以|表达).{0,10}(?:感谢|敬意|谢意)|express .{0,40}(?:gratitude|thanks)"
)
PROBLEMS = re.compile(
    r"(?:^|[，,])(?:我们)?(?:也|还|更)?(?:清醒|清楚|深刻)?地?(?:看到|认识到)了?.{0,8}(?:不足|差距|问题|短板)|(?:肯定|看到|总结|取得)成绩.{0,6}同时|(?:清醒|深刻|必须|也要)(?:地)?.{0,4}(?:认识到|看到|意识到).{0,60}(?:问题|不足|差距|困难|短板|挑战)"
    r"|(?:存在|面临)(?:着|的|一些|不少|许多|诸多|以下|突出|主要|、)*.{0,8}(?:问题|不足|差距|困难|短板)|还(?:有|存在).{0,24}(?:差距|不足|问题|短板)"
    r"|(?:清楚|知道|明白|承认).{0,12}(?:短板|不足|差距|问题|困难)|(?:短板|不足|差距|问题|困难)(?:还|仍|依然|也)+(?:不少|很多|较多|不小|突出|存在)"
    r"|(?:problems|shortcomings|challenges) (?:remain|we face|still)|(?:still|also) (?:face|faces|have) .{0,40}(?:problems|shortcomings|challenges)"
)
PLANS = re.compile(
    r"(?:当前|今年|明年|下一步|下一阶段|新的一年|下半年|展望|做好|20\d\d年|年).{0,110}?(?:"
    r"关键(?:一年|之年|时期)|开局之年|收官之年|工作(?:的)?(?:总体)?(?:思路|要求|安排|重点|打算|任务)|总体要求|做到|重点(?:抓好|做好|要|从|围绕)|要(?:重点)?(?:抓好|做好))"
)
CLOSES = re.compile(
    r"(?i)^(?:以上|谢谢|汇报完毕|我的(?:讲话|报告|发言|汇报)|Thank|(?:We|I) (?:would like to )?thank)|请(?:予|各位|同志们|大家|领导|代表|委员)[^。]{0,24}(?:审议|审阅|批评|指正|指导|监督|意见|建议|讨论)"
    r"|^(?:各位|同志们|朋友们)[^。]{0,12}[，,！!：:].{0,300}(?:让我们|奋斗|奋进|前进|新篇章|努力)|让我们.{0,200}(?:奋斗|前进|努力|篇章|贡献|梦)|thank you|^[^。]{0,24}希望(?:大家|同志们|各位|全[区市县省镇体])|^(?:最后，?)?(?:预祝|祝愿|祝大家)"
    r"|(?:为|向|开创|谱写|夺取|共同).{3,70}(?:贡献|力量|环境|奋斗|努力|前进|篇章|局面|胜利|奇迹|辉煌|明天|未来)[^。！]{0,14}[！!]$|^(?:谢谢|感谢)(?:大家|各位)[。！!]?$"
)

# The last paragraph of all, where it is short: a call, a promise, a request.
FINAL = re.compile(
    r"[！!]$|^(?:同志们|各位|新的一年|我们将|让我们|面向未来|展望未来|最后)|请[^。]{0,12}(?:监督|审议|审阅|指正|批评|指导|指示)[。！!]?$"
)
LONGEST_CALL = 160

# Words of headings that divide a report by its purpose.
REVIEW_WORDS = re.compile(
    r"回顾|总结|(?:工作)?(?:开展|完成|进展|主要|基本)?情况|取得的?(?:成效|成绩|成就)|主要成效|成绩|(?:主要|所做)?工作$|主要做法|review|achievement|progress",
    re.I,
)
PROBLEM_WORDS = re.compile(
    r"问题(?!导向|线索|清单|整改|意识)|不足|差距|短板|困难(?!群|家庭|职工|人员|学生|企业|户|老人|儿童|残疾|党员|和问题的办法)|challenge|problem|shortcoming|not (?:yet )?(?:fixed|done|finished|met)|(?:fall|fell) short|concerns|difficult",
    re.I,
)
PLAN_WORDS = re.compile(
    r"安排|打算|部署|计划|下一步|下步|下阶段|目标|任务|总体要求|思路|重点工作|重点任务|工作重点|草案|举措|措施|要求|意见|建议|形势|plan|next|priorit|outlook|target|goal|ahead",
    re.I,
)


# What is aimed at, announced with its figures behind it.
AIMS = re.compile(r"^[^。；]{0,50}(?:预期|主要|发展|奋斗|总体|工作)目标(?:任务)?[^。，；]{0,12}(?:[是为]|[：:])")
AIMS_LEAST = 3
# What looks back on all that was said, or leads on: it belongs to no item before it.
REFLECTS = re.compile(
    r"^(?:(?:20[0-9]{2}年是)?“?[一二三四五六七八九十]{1,2}五”(?:规划)?(?:时期|以来|的?收官之年)|过去(?:的)?[一五三]年(?!.{0,4}(?:全|共|累计))[，,]|[一五]年来(?:的)?(?:实践|工作|探索)|回顾(?:过去|一年|五年|这)|这些成绩|上述成绩|以上成绩|实践(?:证明|告诉|使)|(?:工作|实践)中[，,]?我们(?:深|也))|^.{0,16}我们深[切刻]?(?:体会|感|认识|知)"
)
LOOKS_BACK = re.compile("回望|回顾|五年来|这五年|过去")


def is_address(text: str) -> bool:
    """同志们：  各位代表！  尊敬的各位领导、同志们：— a paragraph that only greets."""
    return len(text) <= 44 and bool(ADDRESS.match(text)) and bool(ADDRESSED.fullmatch(text)) and text[-1] in "：:！!，,."


def greeted(text: str) -> str:
    """`text` without the greeting that it may begin with: 同志们，  各位代表！"""
    match = re.match(r"(?:各位[^，。！：]{1,12}|同志们|朋友们)[，！：,!:]\s*", text)
    return text[match.end() :] if match else text


def role_of(text: str, near_end: bool, last: bool = False) -> str:
    """thanks, problems, plan, closing, or "" for a paragraph of the matter itself. `near_end`: among the last of the speech."""
    start = greeted(text)[:140]
    if last and len(text) <= LONGEST_CALL and FINAL.search(text):
        return "closing"
    if near_end and CLOSES.search(text[-200:] if len(text) > 200 else text):
        return "closing"
    if PROBLEMS.search(start[:90]):
        return "problems"
    if THANKS.search(start[:80]) or (greeted(text) != text and THANKS.search(text)):
        return "thanks"
    if AIMS.search(greeted(text)[:80]) and len(re.findall(r"\d(?:%|％|[^\d，。；]{0,3}[元人吨户])|X", text)) >= AIMS_LEAST:
        return "aims"
    if REFLECTS.match(greeted(text)) and LOOKS_BACK.search(text[:160]):
        return "aside"
    if PLANS.match(start):
        return "plan"
    return "aside" if REFLECTS.match(greeted(text)) or (greeted(text) != text and len(text) > len(greeted(text))) else ""


# To solve a problem is work that was done, or will be.
MENDS = re.compile("解决|化解|破解|攻克|弥补|补齐|缩小|防范|帮扶|救助|关心|帮助|正视问题(?!.{0,80}(?:存在|不足|短板|差距))")


def part_role(title: str) -> str:
    """review, problems or plan by the words of a heading; "" when it says neither."""
    if PROBLEM_WORDS.search(title) and not PLAN_WORDS.search(title.replace("形势", "")) and not MENDS.search(title):
        return "problems"
    if REVIEW_WORDS.search(title) and not re.search("下一步|下步|打算|安排", title):
        return "review"
    return "plan" if PLAN_WORDS.search(title) else ""
