"""部件的内容类型缺失或不对。

查什么：[Content_Types].xml 里没有写某个部件的类型、同一项写了两次，或写的类型与部件内容不符。
为什么：PowerPoint 按类型认部件，缺了或错了就要求修复，甚至拒绝打开。
怎么改：用 PowerPoint 打开、修复并另存；如果文件由程序生成，请改程序。

---
The content type of a part is missing or wrong.

Finds: a part without a type in [Content_Types].xml, an entry given twice, or a type that contradicts the part.
Why: PowerPoint knows parts by their types; without the right one it asks to repair or refuses.
Mend: open, repair and save with PowerPoint; if a program wrote the file, mend the program.
"""

from collections.abc import Iterator

from deckgen.diagnostics import Severity, term
from deckgen.inspect.deck import FinishedDeck
from deckgen.inspect.package.parts import TYPES
from deckgen.inspect.rules.hits import Hit, at

RULE = "package/content-type"
SEVERITY: Severity = "error"

# What the type of a part with this root must say somewhere; charts of 2016 (chartex+xml) have a root of the same name.
EXPECTED = {
    "presentation": ".main+xml",
    "sld": "presentationml.slide+xml",
    "sldLayout": "presentationml.slideLayout+xml",
    "sldMaster": "presentationml.slideMaster+xml",
    "notes": "presentationml.notesSlide+xml",
    "notesMaster": "presentationml.notesMaster+xml",
    "handoutMaster": "presentationml.handoutMaster+xml",
    "theme": "officedocument.theme+xml",
    "chartSpace": "chart",
}
NONE = term("package/no-type")
TWICE = term("package/type-twice")
WRONG = term("package/type-contradicts")


def check(deck: FinishedDeck) -> Iterator[Hit]:
    types, parts = deck.package.types, deck.package.contents
    yield from (at(0, part=name, what=TWICE) for name in types.doubles)
    if TYPES in parts:
        yield from (at(deck.number(part), part=part, what=NONE) for part in sorted(parts) if part != TYPES and not types.of(part))
    for part, facts in deck.facts.items():
        given = types.of(part)
        if given and EXPECTED.get(facts.root, "") not in given:
            yield at(deck.number(part), part=part, what=WRONG)
