"""Any slide that an author might write, from what its kind declares: a new kind is tried without a word here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, assert_never

from hypothesis import strategies as st

from deckgen import fields
from deckgen.fields import EntryType, Field, FieldType, ScalarType
from deckgen.kinds.kind import Kind
from deckgen.kinds.registry import ANY, KINDS

Made = dict[str, Any]
Drawn = st.SearchStrategy[Any]

PIECES = [
    *"的了和与发展改革区委全市稳进", *"，。、：；！？（）—…·％", *(" ", "5.2%", "2019年", "X亿元", "GDP", "AI+", "A-B", "1,345.6", "1号线"),
    *("“两个维护”", "‘四风’", "《通知》", "“", "”", "高质量发展", "新时代中国特色社会主义", "IPv6", "Internet", "(", ")"),
]  # fmt: skip
CLAIM = "{count}个“必须”"


def slides() -> st.SearchStrategy[tuple[Made, Made]]:
    """(slide, ledger) of any kind."""
    return st.one_of([slide_of(kind) for kind in KINDS.values()])


def slide_of(kind: Kind) -> st.SearchStrategy[tuple[Made, Made]]:
    """(slide, ledger) of this kind; some say how many entries they have."""
    if kind.name in SHAPED:  # fields that must agree with each other
        head = {name: field for name, field in kind.slide_fields.items() if name not in kind.fields}
        drawn = st.builds(lambda one, other: one | other, mapping(head), SHAPED[kind.name]())
    else:
        drawn = mapping(kind.slide_fields)
    return st.builds(completed, st.just(kind), drawn, st.booleans())


def completed(kind: Kind, drawn: Made, claims: bool) -> tuple[Made, Made]:
    """The slide with its kind and its claim, and with names where figures were drawn; and these figures by their names."""
    slide = {"kind": kind.name} | drawn
    ledger: Made = {}
    for name in kind.lists:
        if holds_figures(kind.fields[name]) and name in slide:
            names = {f"f{len(ledger) + n}": figure for n, figure in enumerate(slide[name])}
            slide[name] = list(names)
            ledger |= names
    for name in (name for name, field in kind.fields.items() if isinstance(field.type, fields.FigureName) and name in slide):
        ledger |= {(own := f"f{len(ledger)}"): slide[name]}
        slide[name] = own
    count = len(slide.get(kind.counts, ()))
    if claims and count:
        slide |= {name: CLAIM.format(count=count) for name, field in kind.slide_fields.items() if isinstance(field.type, fields.Claim)}
    return plain(slide), ledger


def holds_figures(field: Field) -> bool:
    return isinstance(field.type, fields.ListOf) and isinstance(field.type.entry, fields.FigureName)


def plain(value: Any) -> Any:
    """Without fields that hold nothing."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items() if inner not in ("", [])}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


# ---- fields that must agree with each other


@st.composite
def tables(draw: Any) -> Made:
    """Rows as long as there are columns, or figures of the ledger; at times a sum, a note, an order."""
    made: Made = draw(st.fixed_dictionaries({}, optional={"note": text(0, 40), "total": st.just("last")}))
    if draw(st.integers(0, 3)) == 0:
        return made | {"figures": draw(st.lists(figures, min_size=1, max_size=9))}
    count = draw(st.integers(1, 6))
    heads = draw(st.lists(text(2, 8), min_size=count, max_size=count))
    columns = [draw(st.sampled_from([head, {"label": head, "emphasis": True}, {"label": head, "align": "center"}])) for head in heads]
    drawn = [draw(st.sampled_from([text(0, 12), st.just("X"), NUMBERS])) for _ in range(count)]
    rows = draw(st.lists(st.tuples(*drawn).map(list), min_size=1, max_size=10))
    return made | {"columns": columns, "rows": rows}


@st.composite
def charts(draw: Any) -> Made:
    """Series as long as there are categories, of a type that can show them."""
    kind = draw(st.sampled_from(["", "column", "bar", "line", "stacked", "stacked100", "doughnut", "pie", "combo"]))
    whole, few = kind in ("stacked", "stacked100", "doughnut", "pie"), kind in ("doughnut", "pie")
    count = draw(st.integers(1, 4 if few else 12))
    names = draw(st.one_of(st.lists(text(1, 6), min_size=count, max_size=count), st.just([str(2008 + n) for n in range(count)])))
    value = st.one_of(st.integers(0 if whole else -50, 5000), st.decimals(0 if whole else -9, 999, places=2).map(str), st.just("X"))
    series = []
    for number in range(1 if few else draw(st.integers(1, 4))):
        one: Made = {"name": draw(text(2, 8)), "values": draw(st.lists(value, min_size=count, max_size=count))}
        if kind in ("", "combo") and number and draw(st.booleans()):
            one["as"] = "line"
        series.append(one | draw(st.fixed_dictionaries({}, optional={"format": st.sampled_from(["0.0", '0"%"', "#,##0"])})))
    made: Made = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "text": text(4, 30), "facts": st.lists(text(4, 20), max_size=3), "note": text(0, 40), "sort": st.sampled_from(["up", "down"]),
                "labels": st.sampled_from(["none", "ends", "all"]),
            },
        )
    )  # fmt: skip
    return made | ({"type": kind} if kind else {}) | {"categories": names, "series": series}


@st.composite
def pictures(draw: Any) -> Made:
    """Pictures that are still to come, in half the cases beside figures."""
    made: Made = draw(
        st.fixed_dictionaries({"image": st.just("没有.jpg"), "alt": text(4, 20)}, optional={"caption": text(2, 20), "credit": text(2, 8)})
    )
    if draw(st.booleans()):
        return made | {"figures": draw(st.lists(figures, min_size=1, max_size=4))}
    return made | {"points": draw(st.lists(text(2, 20), max_size=4))}


@st.composite
def mosaics(draw: Any) -> Made:
    image = st.fixed_dictionaries(
        {"image": st.just("没有.jpg"), "alt": text(4, 20)}, optional={"label": text(1, 8), "fit": st.just("contain")}
    )
    return draw(st.fixed_dictionaries({"images": st.lists(image, min_size=1, max_size=4)}, optional={"caption": text(2, 30)}))  # type: ignore[no-any-return]


NUMBERS = st.sampled_from(["412.6", "1,268.45", "7", "-3.5", "12%", "X", "X.X", "", "▲ 7.8%", "100亿元以上"])
SHAPED: dict[str, Callable[[], Drawn]] = {"table": tables, "chart": charts, "picture": pictures, "pictures": mosaics}


# ---- what a field may hold


def mapping(declared: Mapping[str, Field]) -> Drawn:
    """What is required always, the rest at times; claims wait until there is something to count, pictures have tests of their own."""
    drawn = {
        name: of_type(field)
        for name, field in declared.items()
        if not isinstance(field.type, fields.Claim | fields.Anchor | fields.PictureFile)
    }
    required = {name: drawn[name] for name, field in declared.items() if field.required}
    return st.fixed_dictionaries(required, optional={name: drawn[name] for name in drawn if name not in required})


def of_type(field: Field) -> Drawn:
    kind: FieldType = field.type
    match kind:
        case fields.Text():
            return text(*kind.usual)
        case fields.ListOf():
            return st.lists(entry(kind.entry), min_size=int(field.required), max_size=kind.most)
        case fields.Entry():
            return entry(kind)
        case fields.FigureName():
            return figures
        case fields.PairSides():
            return st.sampled_from(["稳/进", "破/立", "效率/公平", "A/B"])
        case fields.Plain() | fields.Notes() | fields.Date():
            return st.sampled_from([2020, "2020-01", "2022年"])
        case fields.Words() | fields.Flag() | fields.Choice() | fields.Number() | fields.IconName():
            return scalar(kind)
        case (
            fields.Claim()
            | fields.Anchor()
            | fields.KindName()
            | fields.Value()
            | fields.Levels()
            | fields.Named()
            | fields.Columns()
            | fields.Quantities()
            | fields.FigureName()
        ):
            raise TypeError(f"{kind} is no field of a slide")
        case _:
            assert_never(kind)


def scalar(kind: ScalarType) -> Drawn:
    match kind:
        case fields.Words():
            return text(2, 12)
        case fields.Flag():
            return st.booleans()
        case fields.Choice():
            return st.sampled_from(kind.options)
        case fields.IconName():
            return st.sampled_from(["factory", "users", "shield-check"])
        case fields.Number():
            return st.integers(kind.least, kind.most)
        case _:
            assert_never(kind)


def entry(kind: EntryType) -> Drawn:
    match kind:
        case fields.Text():
            return text(max(1, kind.usual[0]), kind.usual[1])
        case fields.Words():
            return text(2, 12)
        case fields.FigureName():
            return figures
        case fields.Entry():
            return st.fixed_dictionaries({name: of_type(field) for name, field in kind.fields.items()})
        case fields.AnySlide() | fields.Cells():
            raise TypeError(f"{kind} is drawn with what stands around it")
        case _:
            assert_never(kind)


def text(least: int, most: int) -> st.SearchStrategy[str]:
    """Hanzi, digits, Latin words, quotes and marks, dense enough to meet; cut to length, never blank unless `least` is 0."""
    made = st.lists(st.sampled_from(PIECES), min_size=max(1, least // 2), max_size=most)
    return made.map(lambda pieces: long_enough("".join(pieces).strip()[:most].strip(), least))


def long_enough(words: str, least: int) -> str:
    return words + "发展改革"[: max(0, least - len(words))]


figures = st.fixed_dictionaries(
    {"label": text(2, 12), "value": st.sampled_from(["X", 7, 31.2, 1268.45, 120000, "第1", "6—6.5", "0.3～0.8"]), "unit": st.sampled_from(["亿元", "%", "个", "万平方米", "人次"])},
    optional={"change": st.sampled_from(["同比 +X%", "同比 +9.1%", "占比 57.4%"]), "prefix": st.just("预计"), "suffix": st.sampled_from(["余", "以上"])},
)  # fmt: skip


# ---- what names there are


def names_of(declared: Mapping[str, Field]) -> Iterator[str]:
    """The names of all fields that are declared, at any depth."""
    for name, field in declared.items():
        yield name
        held = field.type.entry if isinstance(field.type, fields.ListOf | fields.Named) else field.type
        if isinstance(held, fields.Entry | fields.Columns):
            yield from names_of(held.fields)
        elif isinstance(held, fields.AnySlide):
            yield from names_of(ANY)
