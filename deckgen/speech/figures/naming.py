"""Names of figures: their label in hanzi, in English the common indicators and the last words; readable, stable, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import cache

from deckgen.figures import is_hanzi
from deckgen.language import has_hanzi

# Words of a label, and the name they give. The first that is found decides.
TERMS: tuple[tuple[str, str], ...] = (
    ("人均.{0,2}(?:地区|国内)?生产总值|人均GDP", "gdp_per_capita"),
    ("(?:地区|国内)?生产总值|GDP", "gdp"),
    ("一般公共(?:财政)?预算收入|公共(?:财政)?预算收入|地方财政收入|财政总?收入", "revenue"),
    ("(?:一般)?公共(?:财政)?预算支出|财政支出|民生支出", "expenditure"),
    ("税收收入|税收", "tax_revenue"),
    ("社会消费品零售总额|社零", "retail_sales"),
    ("民间投资", "private_investment"),
    ("工业(?:技改|技术改造)?投资|技改投资", "industrial_investment"),
    ("固定资产投资|固投", "investment"),
    ("规模以上工业(?:企业)?增加值|规上工业增加值|工业增加值", "industry"),
    ("规模以上工业(?:企业)?总产值|工业总产值|工业产值", "industrial_output"),
    ("(?:第三产业|服务业)增加值", "services"),
    ("第二产业增加值", "secondary_industry"),
    ("第一产业增加值|农业增加值", "primary_industry"),
    ("农林牧渔业?总产值|农业总产值", "farm_output"),
    ("农村(?:常住)?居民人均可支配收入|农民人均", "rural_income"),
    ("城镇(?:常住)?居民人均可支配收入", "urban_income"),
    ("居民(?:人均)?可支配收入|人均可支配收入|居民收入", "income"),
    ("进出口总?额?|外贸", "trade"),
    ("(?:实际)?(?:利用|使用)外资", "foreign_investment"),
    ("居民消费价格|CPI", "cpi"),
    ("城镇新增就业|新增(?:城镇)?就业", "new_jobs"),
    ("城镇(?:登记|调查)失业率|失业率", "unemployment"),
    ("城镇化率", "urbanization"),
    ("粮食(?:总)?产量", "grain_output"),
    ("高新技术企业", "hightech_firms"),
    ("专利", "patents"),
    ("研发(?:经费|投入)|R&D", "rnd"),
    ("招商引资|到位资金", "inward_investment"),
    ("空气质量优良天数|优良天数", "clear_days"),
    ("PM2\\.?5", "pm25"),
    ("森林覆盖率", "forest_cover"),
    ("群众满意[率度]|满意[率度]", "satisfaction"),
    ("覆盖率", "coverage"),
    ("旅游(?:总)?收入", "tourism_revenue"),
    ("游客", "visitors"),
    ("(?:重大|重点)项目", "projects"),
    ("参保", "insured"),
)
LONGEST = 28
LONGEST_HANZI = 16
NAME = re.compile("[^a-z0-9]+")


def stem_of(label: str) -> str:
    """The name that a label gives, not yet made unlike others."""
    return hanzi_stem(label) if has_hanzi(label) else indicator_of(label) or english_stem(label)


@cache
def indicator_of(label: str) -> str:
    """The common indicator that a label names; "" for any other."""
    return next((name for pattern, name in TERMS if re.search(pattern, label)), "")


def english_stem(label: str) -> str:
    words = [word for word in NAME.split(label.lower()) if word and word not in ("the", "a", "an", "of", "and", "to", "in")]
    return legal("_".join(words[-3:]))


def hanzi_stem(label: str) -> str:
    """The label without its marks; of a long one the last words: 规模以上工业增加值, 人均GDP."""
    bare = "".join(char for char in label if is_hanzi(char) or (char.isascii() and char.isalnum()))
    if len(bare) <= LONGEST_HANZI:
        return bare if has_hanzi(bare) else legal(bare)
    from deckgen.measure.lexicon import cut

    kept = ""
    for word in reversed(list(cut(bare))):
        if kept and len(word + kept) > LONGEST_HANZI:
            break
        kept = word + kept
    kept = kept[-LONGEST_HANZI:]
    return kept if has_hanzi(kept) else legal(kept)


def legal(name: str) -> str:
    """A name that a ledger takes: a small letter first."""
    name = NAME.sub("_", name.lower()).strip("_")[:LONGEST].strip("_")
    return name if name[:1].isalpha() else f"figure_{name}".rstrip("_")


def unique(stem: str, taken: Container[str]) -> str:
    """`stem`, or with a number that makes it new: the first where numbers are given one by one."""
    if stem not in taken:
        return stem
    return f"{stem}_{first_free(lambda number: f'{stem}_{number}' in taken, 2)}"


def first_free(is_taken: Callable[[int], bool], first: int) -> int:
    """A free number from `first` on, in a few looks: the first one where those before it are all taken."""
    reach = 1
    while is_taken(first + reach - 1):
        reach *= 2
    low, high = reach // 2, reach - 1  # the last look that was taken, and the first that was free
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if is_taken(first + middle) else (low, middle)
    return first + high
