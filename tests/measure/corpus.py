"""Sentences like those of a report, written for these tests, and the strings made of them."""

from hypothesis import strategies as st

from deckgen.measure import METRICS, Metrics, advance, balance, fill, lines_of
from deckgen.measure.widths import LEADING_MARKS

REPORT = """
2024年全区实现地区生产总值1345.6亿元，同比增长5.2%，总量居全市第一位。
规模以上工业增加值增长8.4%，高于全省平均水平2.1个百分点。
完成一般公共预算收入98.7亿元，税收占比达到76.3%。
全年新签约项目126个，其中10亿元以上项目18个，总投资820亿元。
固定资产投资同比增长12.5%，工业技改投资增长21.8%。
坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。
社会消费品零售总额突破500亿元大关，达到512.3亿元。
新增5G基站1280个，重点园区实现5G网络全覆盖。
PM2.5平均浓度降至28微克/立方米，优良天数比例达到91.5%。
居民人均可支配收入达到46800元，增速快于GDP增速0.6个百分点。
深化“放管服”改革，98%的政务事项实现“一网通办”。
引进R&D人员3200名，研发经费投入强度达到3.1%。
新建改建学校24所，新增学位1.8万个，缓解了“入学难”问题。
建成高标准农田6.5万亩，粮食总产量达到23.6万吨。
实施PPP项目12个，吸引社会资本145亿元参与城市更新。
第三产业增加值占GDP比重提高到58.9%，比上年提高1.4个百分点。
外贸进出口总额完成32.6亿美元，其中出口21.9亿美元，增长9.7%。
全年化解信访积案312件，化解率达到97.4%，群众满意度持续提升。
“十四五”期间，力争GDP年均增长6%左右，2025年突破2000亿元。
成功创建国家AAAA级旅游景区2家，接待游客860万人次。
推进ERP、MES等系统上云，300家企业完成数字化转型。
城镇新增就业2.3万人，城镇登记失业率控制在3.5%以内。
改造老旧小区86个，惠及居民3.2万户，加装电梯145部。
开展“一月一主题”宣讲活动1200余场，受众达15万人次。
常住人口城镇化率达到68.7%，户籍人口城镇化率达到52.1%。
AI算力中心一期投入运营，算力规模达到1000P。
全区高新技术企业达到428家，专利授权量突破5000件。
轨道交通3号线建成通车，全长24.6公里，设站19座。
单位GDP能耗下降3.2%，累计完成“十四五”目标的82%。
办好10件民生实事，财政民生支出占比保持在78%以上。
落实减税降费政策，为市场主体减负23.4亿元。
生物医药产业产值增长16.8%，形成3个百亿级产业集群。
加快建设“1+3+X”现代产业体系，培育“专精特新”企业56家。
全年处置不良贷款12.7亿元，不良率下降至1.25%。
举办第8届国际博览会，签约金额达到360亿元。
基本医保参保率稳定在98.6%，异地就医直接结算覆盖率100%。
河长制、林长制全面落实，国控断面水质达标率100%。
2023年第四季度，全区经济运行呈现稳中向好、稳中有进的态势。
大力发展LED、OLED等新型显示产业，产值突破100亿元。
坚持房住不炒，筹集保障性租赁住房4500套（间）。
"""
SENTENCES = REPORT.split()

# Hanzi, marks of every kind, Latin words, figures and spaces, dense enough to meet each other.
PIECES = [
    *"的了和与发展改革区委全市",
    *"，。、：；！？（）《》“”‘’【】—…·％",
    *(" ", "　", "  ", "GDP", "5.2%", "2019年", "X亿元", "a", "A-B", "1,345", "(", ")", "±", "▲"),
    *("习近平新时代中国特色社会主义思想", "高质量发展", "“七个坚持”", "《通知》", "not break"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
rooms = st.integers(min_value=900, max_value=30_000)
spacings = st.sampled_from([0, 0, 50, 200])


def line_width(line: str, spacing: int) -> int:
    """A line as it stands inside a paragraph: a mark at its head goes with the Chinese line before it, not with Latin."""
    sans = METRICS["sans"]
    if line[:1] and line[0] in LEADING_MARKS:
        return min(advance(line, sans, spacing), advance("字" + line, sans, spacing) - 1000 - spacing)
    return advance(line, sans, spacing)


def filled(text: str, room: int, metrics: Metrics, spacing: int = 0) -> tuple[str, ...]:
    """The words of each line as the clients break them."""
    return lines_of(text, fill(text, room, metrics, spacing))


def balanced(text: str, room: int, metrics: Metrics, spacing: int = 0, keep: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The words of each line broken at sense."""
    return lines_of(text, balance(text, room, metrics, spacing, keep))
