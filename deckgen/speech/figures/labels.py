"""What a quantity counts, in a few words from its own clause: 心得体会、理论文章, 建成小游园, 一般公共预算收入."""

from __future__ import annotations

import re

from msgspec import Struct, structs

from deckgen.speech.figures.movements import FROM, origin, turn
from deckgen.speech.figures.nouns import LONGEST, TRAILING, VERBS, WHOLE, sound, tail, tail_label, unstarted
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.figures.setting import WINDOW, Setting, clause_before, clause_start, right_of, text_before
from deckgen.speech.figures.verdicts import BOUND, verdict_of

VERB_BEHIND = re.compile(
    r"在|基本(?=完成|建成|实现|消除|形成)|如期|圆满|通了|用上|喝上|住上|实现|完成|通过|全面(?:完成|落实|推行|覆盖|推进|建成)|有序|顺利|获得|获评|荣获|被(?!子|动|告)|已|均(?!衡|等|质|价|值|匀|量)|正在|纳入|进入|得到|投入使用|建成投用|履行|落实|提供|做好|进行|全部|入驻|启动|开工|竣工|投产|通车|脱贫|摘帽|落户|上市|挂牌|投运|投用|入选|列入|复工|加快|参与|深入|保持|接受|享受|参加|达到|建立|实行"
)
EMPTY_VERB = re.compile(
    r"^(?:在.{0,12}?(?:中心|平台|市场|企业)|实现|完成|全面|有序|顺利|已|均|正在|推进|进入.*|入选.*|纳入.*|列入.*|上榜.*|提供.*|做好.*|进行.*|履行.*|落实.*)+"
)
GENERIC = re.compile(
    r"^(?:总量(?:和|、)增速|总量|总额|增速|增幅|增长|规模|占比|比重|增量|均量|排名|位次|均|人均|面积|数量|总数|其中|综合排名|考核|总投资|投资|资金|金额|收入|产值|销售额|方面|问题|项目|任务|整改率|完成率|中|等|高于全市|高于全国|高于全省|高于|低于)$"
)
EARLIER = "（原）"
# What cannot be the whole name of a thing: it begins or ends in the middle of something.
DOUBTFUL = re.compile(
    r"^(?:[0-9]|上(?!市|网|线|门|缴|岗|游|级|海|岸|年|半)|的|和(?!谐|美)|与|及|以(?!工|旧|奖|案)|为(?!民)|在(?!孵|校|建|册|岗|职|库|线|读|编|园|产|营)|对(?!外|口|接)|把|将|从(?!业)|由|比|至|到(?!位|账|访|期)|共(?!享|建|同|有)|其(?!他)|该|这|那|了|并(?!购|网)|等(?!级)|达(?!标|产)|各类$|全[国省市县区州]$)"
    r"|(?:[的和与及较至到由从达共为是将在约近第每各过]|(?<!占|同|对|环)比|(?<!同|平|高|对|中|初|上|均)等|(?<!以)前|期间|时期|以内|之间|以上|以)$|(?:19|20)[0-9]{2}年?|^.?$|[，。；：]|(?<!PM2[.])(?<!PM1)[0-9]$|^[^\u4e00-\u9fffA-Za-z]*$|^年底|月底"
    r"|^(?:完成|实现|累计|年均|全部|总)*(?:增加值|产值|收入|投资|利润|利税|面积|产量|税收|销售额|营业收入|出口|余额|资金|规模|水平|能力|比例|比重|占比|覆盖率|满意[率度]|优良率|合格率|增速|总量)$"
    r"|^(?:全年|总)?(?:计划|预计)?(?:完成)?(?:总)?投资$|^(?:新建|改建|扩建|改扩建|改造|技改)(?:项目|工程)$|^(?:产销量|产销率|总销量)$|^各[类项种](?:资金|项目|工作|活动|任务|事项|措施|投入)$|^(?:户数|人数|数|项目|企业|企业上榜|工程|任务|单位|合计|园区|村|镇|街道|社区|学校|县区|部门|个人|团队|人员|群众|地区|领域|(?:世界|国家|省|市|区域|[百千万]亿)级|点位|事项|品牌|产品|行业|区域|城市)$"
    r"|^[（(]|(?:情况|条件|背景)下$|基础上$|历史性$|迈上$|每月多$|^(?:[一二三四五两]年)?安排$|^领域的?重点|台阶$|^首期规模$|^新?[（(]?[改扩]?[）)]?建$|[近过超][一二三五十百千万]*[千万亿]元?$|^过[一二三五十百千万]+亿|^占|^(?:完成|实现|新建|改建|扩建|改造|建成|建成投[产用]|投产|投用|开工|竣工|开工建设|新开工|通车|引进|引育|招引|培育|扶持|推广|投入|设立|成立|组建|选派|选聘|配备|审结|执结|审执结|起诉|批捕|逮捕|签订|下发|印发|制定|出台|修订|征集|采纳|达成|发布|举行|召开|销售|出让|回收|压缩|腾退|拆除|清退|检查|排查|巡查|走访|慰问|化解|调处|接待|接听|答复|回复|处置|处理|解决|整改|升级|更新|铺设|架设|栽植|种植|补植|流转|托管|收储|盘活|筹措|争取|发放|安排|落实|惠及|带动|覆盖|服务|化解|整治|治理|调整|增收|减少|新增|增加|达标|创建|签约|落地|入库|培训|转移|安置|资助|救助|帮扶|受益|通过|提供|开展|举办|清理|取消|下放|压减|减免|兑现|拉动|节约|优化|推动|推进|支持|认定|评选|表彰|查处|办理|受理|办结|打造|保持|喷涌){1,8}了?$"
)
# Behind a measure, the next thing that is said and not what was measured: 15.2万吨，… 30天实现….
BEGINS_NEXT = re.compile(
    "(?:全部|逐|均(?!衡)|都(?!市)|已|被|得到|用于|投入|纳入|接受|参与|落实|获(?!奖)|实现|完成|增长|下降|提高|达到|位居|居(?!民|家|住)|列(?!车)|创(?!业|新)|分别|其中|同比|以来|内|左右)"
)
BOUND_BEHIND = "及?以[上下内]"
# What a limit is set for: 50亿元以上项目, 30万千瓦以下机组.
THING = re.compile(
    "(?:的)?(?:重大|重点|大型|小型|小|老旧|工业|产业|农业|高端|煤电)*(?:项目|企业|产业|工程|机组|锅炉|自然村|村|老人|老年人|群众|人才|集群|园区|平台|设备|车辆|船舶|林地|耕地)"
)
FUND = re.compile("[\u4e00-\u9fff“”]{0,12}(?:基金|资金|贷款|债券|补助|补贴|救助金|专项|授信|消费券|红包|奖补)")
MEASURE = re.compile("(?:率|比|比重|比例|占比|度|数|值|面|份额|水平|增速|贡献|额|量|价格|权重|化|完成|收入|支出|投资|税收)$")
# Behind these a name may begin: marks, verbs, particles, numbers.
EDGE = re.compile(
    "[^\u4e00-\u9fff]$|[的了和与及等将把对]$|(?:全[国省市县区州]|我[国省市县区]|其中|全年|累计|预计|新增|新建|建成|完成|实现|推进|推动|实施|建设|打造|培育|争取|引进|组织|开展|改造|发放|达到|加快|力争|确保|扎实|"
    "提高|提升|落实|安排|投入|获批|入选|获得|创建|持续|稳步|深入|启动|开工|支持|带动|撬动|促进|优化|强化|保障|新设|拥有|设立|签约|布局|认定|发展|扩大|努力|城市|农村|地方|累计|平均|人均|年均)$"
)
DONE = re.compile("(?:全部)?(?:办结|完成|达标|覆盖|复工|投产|清零|整改|到位|脱贫|销号|入驻|开工|兑现|处置|建成|签约|落实)")
# What a card says before a number of counted things: 突破100家. That they grew (新增) stands in their name.
THRESHOLDS = ("超", "超过", "突破", "过", "不低于", "不少于", "近", "接近", "逾")
COUNTED_PREFIXES = ("预计", *BOUND.split("|"))
RANKED = re.compile(
    r"(?:连续\w{1,3}年)?(?:均|也|中)?(?:稳居|保持|蝉联|位居|跃居|前移至|上升至|上升到|跃升至|跃升到|高居|名列|位列|排名|排在|(?<![系陈序并])列(?!入|为|车)|(?<![人定安宜旧民邻移聚群同])居(?!民|住|家|委|环|安)|(?<![安编减])排(?!放|查|量|名次)|获得?|荣获|取得|夺得|包揽|跻身|进入|迈入)"
)
PLAIN_VERBS = (
    "对应成立",
    "谋划实施",
    "分解细化",
    "撰写",
    "形成",
    "组织",
    "组织开展",
    "精心组织",
    "提供",
    "共有",
    "拥有",
    "给予",
    "召开",
    "完成",
    "实现",
)


# What was built, before the words that say how far it is: …桥段工程整体完工.
BUILT = re.compile(
    "(.{2,}?(?:工程|项目|基地|中心|园|园区|公路|大桥|厂|站|馆|医院|学校))(?=(?:整体|年内|全面|主体|顺利|已|将|正式|全部|如期)?"
    "(?:建成|完工|开工|投入|投产|竣工|启动|落地|签约|通车|封顶|交付|运行|运营))"
)
FREED = re.compile("(?:[、和][0-9.]{1,9}(?:万|余)?[户人村个]{1,2})?(?:全部|稳定|如期|顺利)?(脱贫|出列|摘帽)")
RATES = ("增速", "增幅", "涨幅", "降幅")
BATCH = re.compile("第[一二三四五六七八九十]{1,2}批$")


class Label(Struct, frozen=True):
    text: str
    prefix: str = ""  # 增长, 下降, 预计: what the card says before the value
    sure: bool = True


def begins_inside(setting: Setting, label: str) -> bool:
    """Whether a long label begins in the middle of what it names: 息贷款 of 贴息贷款, because the whole was too long."""
    text = setting.text[max(0, setting.quantity.start - WINDOW) : setting.quantity.end + WINDOW]
    at = text.find(label)
    return at > 0 and not EDGE.search(text[max(0, at - 4) : at])


class Given(Struct, frozen=True):
    """The labels given before in the same paragraph: the last one, and the last of an indicator."""

    last: str = ""
    topic: str = ""
    stale: bool = False  # a sentence has ended since


def label_of(setting: Setting, given: Given, line_before: str = "") -> Label:
    """The label of a quantity among those of its paragraph; `line_before` ends the paragraph before, where a sentence goes on."""
    label = (
        moved(setting, given)
        or ranked(setting, given)
        or threshold(setting)
        or thing_counted(setting)
        or indicator(setting, given, line_before)
    )
    before = setting.before
    beside = (
        before is not None and before.unit != "年" and setting.text.startswith(label.text, before.end)
    )  # 35个省份保供煤炭超…: of the 35
    label = of_a_level(label, setting.quantity)
    cut = beside or (len(label.text) >= LONGEST - 1 and begins_inside(setting, label.text))
    lasted = setting.quantity.unit == "年" and setting.text[: setting.quantity.start].endswith("连续")
    return structs.replace(label, sure=label.sure and not lasted and not cut and not DOUBTFUL.search(label.text))


def of_a_level(label: Label, quantity: Quantity) -> Label:
    """收入增速高于经济增速、突破3万元: what came to so many yuan is the income, and no rate."""
    rate = quantity.rank or quantity.unit.endswith(("%", "百分点", "倍"))
    if rate or not label.text.endswith(RATES) or label.prefix.startswith("高于"):
        return label
    return structs.replace(label, text=label.text[:-2] or label.text)


def moved(setting: Setting, given: Given) -> Label | None:
    """由X天缩至2天: both are the same thing, the first of them as it was; None of any other."""
    before = setting.before
    if before is not None and given.last.endswith(EARLIER) and turn(setting.text, before, setting.quantity):
        return Label(given.last.removesuffix(EARLIER))
    begun = origin(setting.text, setting.quantity)
    if begun and turn(setting.text, setting.quantity, setting.behind):
        name = tail_label(verdict_of(FROM.sub("", setting.left)).subject) or given.last
        return Label(sound(tail(name, LONGEST)) + EARLIER, sure=bool(name)) if name else None
    return None


def ranked(setting: Setting, given: Given) -> Label | None:
    """What is first or third; None where no place among others is told."""
    if not setting.quantity.rank:
        return None
    before = text_before(setting.text, setting.quantity)
    if counted_before := re.search(
        "(?<!PM)(?:(?<![0-9.,])[0-9][0-9.,]*[^、，0-9]{0,6}|突破[一二三五十百千万亿]{1,3}[^、，]{1,3})、", before
    ):  # 产量超110万辆、居全国第9
        own = RANKED.split(before[counted_before.end() :])[0]
        before = own if len(own) >= 2 and not own.startswith(("全", "居", "列")) else verdict_of(before[: counted_before.start()]).subject
        if GENERIC.match(own):  # 进出口总额突破万亿元、增速居全国第5位
            before = verdict_of(setting.text[clause_start(setting.text, setting.quantity.start) :][: counted_before.start()]).subject + own
    named = re.sub(r"(?:连续\w{1,3}年)?(?:全[国省市县区州]|[前列]){0,4}$", "", RANKED.split(before)[0])
    return finished(
        tail_label(
            re.sub("(?s)(?:由|从)(?:全[国省市]|世界|全球)?第.*$|(?:总数)?达到?[0-9]+.*$|(?<!存)(?<!所)在[\u4e00-\u9fff]{3,14}$", "", named)
        ),
        "",
        structs.replace(given, last=given.topic or given.last),
        "",
    )


def thing_counted(setting: Setting) -> Label | None:
    """X个小游园: the noun behind the unit; None where the thing stands before the number."""
    noun = noun_behind(setting)
    unit = setting.quantity.unit
    if not noun or noun.startswith(("的", "以", "和")) or unit.endswith(("%", "％", "百分点", "元", "倍")) or BEGINS_NEXT.match(noun):
        return None
    verdict = verdict_of(setting.left)
    behind = setting.behind
    if behind is not None and behind.start - setting.quantity.end <= len(right_of(setting.text, setting.quantity.end)) + 1:
        noun = leads_on(noun)
    label = counted(setting.left, verdict.subject, noun, verdict.prefix, aged=unit.endswith("岁"))
    bounded = re.fullmatch(BOUND_BEHIND, setting.quantity.after)  # 50户以上农村木质房屋: what it takes to be one
    listed = len(noun) <= 2 and "\u4e00" <= follows(setting, f"{noun}、") <= "\u9fff"  # 20个机关、企事业单位附属空间
    return structs.replace(label, sure=False) if bounded or listed else label


def follows(setting: Setting, words: str) -> str:
    """The character behind these words, where they stand right behind the number; "" for none."""
    end = setting.quantity.end + len(words)
    return setting.text[end : end + 1] if setting.text.startswith(words, setting.quantity.end) else ""


def leads_on(noun: str) -> str:
    """211个涉海重点项目完成投资超800亿元: what is done belongs to the next number."""
    split = VERB_BEHIND.search(noun)
    return noun[: split.start()] if split and split.start() >= 2 else noun


def indicator(setting: Setting, given: Given, line_before: str) -> Label:
    """一般公共预算收入完成X亿元: the thing before the number."""
    verdict = verdict_of(setting.left)
    name, right, behind = tail_label(verdict.subject), noun_behind(setting), setting.behind
    if (GENERIC.match(name) or name.endswith("投资")) and right.startswith("的"):  # 总投资X亿元的X个重大项目
        follows = behind is not None and behind.start <= setting.quantity.end + 2
        of = right_of(setting.text, behind.end) if behind is not None and follows else right[1:]
        name = name if GENERIC.match(name) else "投资"
        built = BUILT.match(of)
        whole = TRAILING.sub("", built[1] if built else of) + name
        return Label(sound(tail(whole, LONGEST)), verdict.prefix, sure=len(whole) <= WHOLE)
    if re.match("(?:增量|总量)?占", name) and given.topic and not given.stale and len(given.topic + name) <= LONGEST:
        name = given.topic + name
    if name and (freed := FREED.match(setting.text, setting.quantity.end)) and "贫困" in name:
        name = name + freed[1]  # 贫困人口96户、246人脱贫
    if name and not verdict.prefix and setting.quantity.unit == "%" and DONE.fullmatch(right):
        name = name + right  # 信访转办件100%办结
    if setting.quantity.unit == "%" and setting.quantity.after and re.match("[\u4e00-\u9fff]{2}", right) and not BEGINS_NEXT.match(right):
        return structs.replace(finished(name, verdict.prefix, given, ""), sure=False)  # 水泥、焦化行业70%以上产能
    if setting.quantity.unit.endswith("元") and FUND.fullmatch(right.lstrip("的")) and (not name or DOUBTFUL.search(name)):
        return Label(sound(tail(right.lstrip("的"), LONGEST)), verdict.prefix)  # 设立30亿元产业引导基金
    if verdict.prefix in THRESHOLDS and right.startswith("的") and len(right) > 2:  # 经济总量超500亿元的县域增至12个
        return structs.replace(finished(name, verdict.prefix, given, ""), sure=False)
    if not name:
        return without_name(setting, given, line_before, verdict.prefix)
    label = finished(name, verdict.prefix, given, comparison(setting.left))
    bare = setting.quantity.unit == "%" and right and setting.left.endswith(name) and not MEASURE.search(name)
    return structs.replace(label, sure=False) if bare else label  # 制造业企业100%使用清洁电力


def threshold(setting: Setting) -> Label | None:
    """过50亿元企业, 30万千瓦以下机组: what it takes to be counted, not what was reached; None of any other."""
    quantity, right = setting.quantity, setting.right.strip()
    if not (re.search("(?:过|超)$", setting.left) or re.fullmatch(BOUND_BEHIND, quantity.after)) or not THING.match(right):
        return None
    if setting.behind is None or setting.behind.start - quantity.end > len(right) + 2:
        return None
    return Label(sound(VERB_BEHIND.split(right)[0][:LONGEST]) or right[:LONGEST], sure=False)


def without_name(setting: Setting, given: Given, line_before: str, prefix: str) -> Label:
    """Where no thing stands before the number: the line before, the clause before, the words behind, the label before."""
    first_in_line = not setting.text[: setting.quantity.start].strip(" 　由从了的") or (not setting.left and setting.before is None)
    beside = clause_before(setting.text, setting.quantity.start)
    behind = TRAILING.sub("", setting.right.lstrip("的 ")) or ""
    for words, sure in ((line_before if first_in_line else "", True), (beside if setting.before is None else "", False)):
        name = tail_label(verdict_of(words).subject)
        if len(name) >= 2:
            return Label(sound(tail(name, LONGEST)), prefix, sure and not origin(setting.text, setting.quantity))
    if len(behind) >= 2 and not given.last:
        return Label(sound(behind[:LONGEST]), prefix, sure=False)
    return finished("", prefix, given, comparison(setting.left))


def noun_behind(setting: Setting) -> str:
    """The noun behind the unit; of X类X项服务 that behind the second."""
    quantity, behind = setting.quantity, setting.behind
    right = re.sub("^[（(][\u4e00-\u9fff]{1,2}[）)]", "", setting.right.strip())
    if right or behind is None or behind.start != quantity.end:
        return right
    return right_of(setting.text, behind.end) + ("类别" if quantity.unit == "类" else "")


def counted(left: str, subject: str, noun: str, prefix: str, aged: bool = False) -> Label:
    """建成X个小游园: verb and noun; X家企业在……挂牌: noun and what became of it."""
    split = VERB_BEHIND.search(noun)
    if split and split.start() >= 2:
        rest = EMPTY_VERB.sub("", noun[split.start() :])
        fits = len(rest) <= 6 and split.start() + len(rest) <= LONGEST and not aged
        noun = noun[: split.start()] + (rest if fits else "")
    whole = bool(split) or len(noun) <= LONGEST
    owner = noun.find("的")
    noun = noun[:owner] if owner >= 4 else noun  # 老旧小区的专业化
    noun = TRAILING.sub("", noun) or noun
    noun = noun.replace("的", "") if len(noun) <= LONGEST else noun
    begun = unstarted(left.lstrip("、和及与"))
    verb = VERBS.match(begun)
    head = ""
    if verb and verb.end() >= len(begun) - 2:
        head = "" if verb[0].rstrip("了") in PLAIN_VERBS else verb[0].rstrip("了")
    elif batch := BATCH.search(left):
        head = batch[0]
    elif len(noun) <= 2 and left.endswith("的"):
        head = tail(left.rstrip("的"), 6)
    elif len(noun) <= 2 and tail_label(subject):
        head = tail(tail_label(subject), 8)
    text = head + noun if len(head + noun) <= LONGEST else noun
    return Label(sound(tail(text, LONGEST)), prefix if prefix in COUNTED_PREFIXES else "", sure=len(noun) >= 2 and whole)


def comparison(left: str) -> str:
    match = re.search("(?:高于|低于|高出|快于|超过|优于|好于)(?=全|上|平|预|年|目)[\u4e00-\u9fff]{2,6}$", left)
    return match[0] if match else ""


def finished(text: str, prefix: str, given: Given, addition: str) -> Label:
    """The label, with the one before it where it would say nothing by itself."""
    sure = True
    previous = "" if given.stale and text else given.last
    if (not text or GENERIC.match(text) or len(text) < 2) and previous:
        joined = previous + text if text not in previous else previous
        text, sure = (joined if len(joined) <= LONGEST else tail(joined, LONGEST)), bool(text)
    if addition and addition not in text:
        fits = len(text) + len(addition) <= LONGEST + 2
        text, prefix = (text + addition, prefix) if fits else (text, prefix or addition)
    text = sound(tail(text, LONGEST))
    return Label(text or "数量", prefix, sure and bool(text))
