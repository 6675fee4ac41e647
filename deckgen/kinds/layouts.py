"""The arrangements that an author may choose with `layout:`, each with what it is and a small drawing, for `deckgen kinds` and the docs."""

from __future__ import annotations

from msgspec import Struct

from deckgen.diagnostics import Words


class Arrangement(Struct, frozen=True):
    """One arrangement of a kind: what it is, and how it looks in letters of one width."""

    words: Words
    drawing: str


POINTS = {
    "list": Arrangement(
        Words("带序号的列表；有指标时指标在旁边", "a numbered list; figures stand beside it"),
        """
1 =====  +----++----+
2 =====  +----++----+
3 =====  +----++----+
""",
    ),
    "columns": Arrangement(
        Words("两列列表；有指标时指标在上面一排", "a list in two columns; figures stand in a row above it"),
        """
+---++---++---++---+
1 =======  3 =======
2 =======  4 =======
""",
    ),
    "cards": Arrangement(
        Words("卡片；有指标时指标在上面一排，要点最多 4 条", "cards; figures stand in a row above at most four of them"),
        """
+----+ +----+ +----+
| == | | == | | == |
+----+ +----+ +----+
""",
    ),
    "rows": Arrangement(
        Words("通栏的几行；有指标时指标在上面一排", "cards over the whole width; figures stand in a row above"),
        """
+------------------+
| 1  ============= |
+------------------+
| 2  ============= |
+------------------+
""",
    ),
}
ARRANGEMENTS = {
    "section": POINTS,
    "points": POINTS,
    "statement": {
        "bar": Arrangement(
            Words("左边一条色带", "with a bar at the left"),
            """
# ================
# ==========
""",
        ),
        "centered": Arrangement(
            Words("居中", "centred"),
            """
        ----
   ==============
      ========
""",
        ),
    },
    "objectives": {
        "cards": Arrangement(
            Words("每个目标一张卡片", "a card a target"),
            """
##### +-----+ +-----+
#2031 | 8%  | | 7%  |
##### +-----+ +-----+
""",
        ),
        "table": Arrangement(
            Words("目标和上年并排的表", "a table of the targets beside the year before"),
            """
##### | == | 2030 | 2031 |
#2031 |----|------|------|
##### | == |  7%  |  8%  |
""",
        ),
        "chart": Arrangement(
            Words("条形图；目标全部知道、至少两个是增速时才画得出", "a bar chart, once all targets are known and two of them are rates"),
            """
##### == ######## 8%
#2031 == ###### 7%
##### == ######### 9%
""",
        ),
    },
    "problems": {
        "rows": Arrangement(
            Words("一个问题一行", "a row a problem"),
            """
+----+-------------+
| == | =========== |
+----+-------------+
""",
        ),
        "columns": Arrangement(
            Words("一个问题一列，最多 5 个", "a column a problem, at most five"),
            """
+----+ +----+ +----+
| ## | | ## | | ## |
| == | | == | | == |
+----+ +----+ +----+
""",
        ),
    },
    "pairs": {
        "columns": Arrangement(
            Words("一对一列", "a column a pair"),
            """
+----+ +----+ +----+
|(O) | |(O) | |(O) |
| == | | == | | == |
+----+ +----+ +----+
""",
        ),
        "rows": Arrangement(
            Words("一对一行", "a row a pair"),
            """
(O)(O)  ====  ======
(O)(O)  ====  ======
""",
        ),
    },
    "picture": {
        "left": Arrangement(
            Words("图片在左", "the picture at the left"),
            """
//////////  ======
//////////  = ====
//////////  = ====
""",
        ),
        "right": Arrangement(
            Words("图片在右", "the picture at the right"),
            """
======  //////////
= ====  //////////
= ====  //////////
""",
        ),
        "top": Arrangement(
            Words("图片在上，像一条横带", "the picture as a band at the top"),
            """
//////////////////
//////////////////
======
====   ====   ====
""",
        ),
    },
    "pictures": {
        "mosaic": Arrangement(
            Words("三张时一大两小，四张时两行", "of three the first is large, four stand in two rows"),
            """
/////////// //////
/////////// //////
///////////
/////////// //////
""",
        ),
        "row": Arrangement(
            Words("排成一行", "in one row"),
            """
//////  //////  //////
//////  //////  //////
""",
        ),
    },
    "figures": {
        "hero": Arrangement(
            Words("第一个领头，占左边一块", "the first one leads, on a panel at the left"),
            """
######## +----+ +----+
# 412  # +----+ +----+
######## +----+ +----+
""",
        ),
        "grid": Arrangement(
            Words("一样大的卡片", "cards of one size"),
            """
+----+ +----+ +----+
+----+ +----+ +----+
""",
        ),
    },
}
