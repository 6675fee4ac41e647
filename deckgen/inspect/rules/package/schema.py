"""部件的内容不符合公开的标准。

查什么：按 ECMA-376 和微软公布的扩展检查每个部件：元素的次序、缺少或多出的元素和属性、写错的数值（坐标写成小数、颜色写成八位、字号过大……）。
为什么：PowerPoint 打开这样的文件时要求修复，有的形状、图表或整页会丢。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，把这一行转给写程序的人。

---
A part does not follow the published standard.

Finds: by ECMA-376 and the extensions that Microsoft publishes: elements out of order, missing or too many, attributes likewise, and values that
are none (coordinates with a fraction, colours of eight digits, impossible sizes …).
Why: PowerPoint asks to repair such a file, and drops shapes, charts or whole slides.
Mend: open, repair and save with PowerPoint; if a program wrote the file, pass this line on to who wrote the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, Term, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.rules.hits import Hit, at
from deckgen.inspect.schema.validate import SchemaFault, validate

RULE = "package/schema"
SEVERITY: Severity = "error"

VERBATIM = ("customXml/",)  # what others put into the package for themselves
SAID = {
    "unexpected": "package/schema-unexpected",
    "incomplete": "package/schema-incomplete",
    "unknown-attribute": "package/schema-unknown-attribute",
    "missing-attribute": "package/schema-missing-attribute",
    "value": "package/schema-value",
    "text": "package/schema-text",
    "not-ignorable": "package/schema-not-ignorable",
}
# The types of values that programs get wrong most, in words; others are named as the standard names them.
WHOLE, COLOR, GUID = "package/a-whole-number", "package/a-color", "package/a-guid"
IN_WORDS = {
    "ST_Coordinate": WHOLE,
    "ST_PositiveCoordinate": WHOLE,
    "ST_Coordinate32": WHOLE,
    "ST_PositiveCoordinate32": WHOLE,
    "ST_LineWidth": WHOLE,
    "ST_Angle": WHOLE,
    "ST_DrawingElementId": WHOLE,
    "ST_HexColorRGB": COLOR,
    "ST_Guid": GUID,
    "ST_TextFontSize": "package/a-size",
    "ST_GapAmount": "package/a-gap",
    "boolean": "package/a-boolean",
    "unsignedInt": WHOLE,
    "int": WHOLE,
}
MOST = 20  # faults told of one part: a program that errs, errs everywhere


def check(deck: FinishedDeck) -> Iterator[Hit]:
    for part in (*(name for name in deck.package.contents if name.endswith(".rels")), *deck.facts):
        if part.startswith(VERBATIM):
            continue
        for fault in validate(deck.package.contents[part])[:MOST]:
            yield at(deck.number(part), fault.shape, part=part, line=fault.line, element=fault.element, what=what(fault))


def what(fault: SchemaFault) -> Term:
    """What is wrong with the element, and what would be right where the standard says so."""
    wrong = term(SAID[fault.kind], attribute=fault.attribute, value=fault.value)
    if not fault.expected:
        return wrong
    name = IN_WORDS.get(fault.expected)
    return term("package/schema-expected", wrong=wrong, expected=term(name) if name else fault.expected)
