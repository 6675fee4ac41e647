"""Examples of what stands around slides: an outline, a part of it, a figure of its ledger; for snippets of editors."""

from __future__ import annotations

from deckgen.diagnostics import Words

AROUND = {
    "outline": (
        Words("大纲", "An outline"),
        Words(
            "title: 报告标题\nsubtitle: 副标题\norganization: 报告单位\ndate: 2027-01\ntheme: zhengwu-red\nfigures: figures.yaml\n"
            "notes: 封面的讲稿备注\nparts:\n  - title: 第一部分\n    slides:\n      - kind: points\n        title: 标题\n"
            "        points: [领起的词：一句话]\n        notes: 讲稿备注\nclosing:\n  title: 谢谢\n",
            "title: Title\nsubtitle: Subtitle\norganization: Who reports\ndate: 2027-01\ntheme: civic\nfigures: figures.yaml\n"
            "notes: What to say on the cover\nparts:\n  - title: First part\n    slides:\n      - kind: points\n        title: Heading\n"
            '        points: ["Lead: a sentence"]\n        notes: What to say\nclosing:\n  title: Thank you\n',
        ),
    ),
    "part": (
        Words("部分", "A part"),
        Words(
            "- title: 部分的标题\n  agenda: true\n  slides:\n    - kind: section\n      title: 标题\n      points: [领起的词：一句话]\n",
            '- title: Title of the part\n  agenda: true\n  slides:\n    - kind: section\n      title: Heading\n      points: ["Lead: a sentence"]\n',
        ),
    ),
    "figure": (
        Words("指标：台账里的一条", "A figure of the ledger"),
        Words(
            "gdp:\n  label: 地区生产总值\n  value: X\n  unit: 亿元\n  change: 同比 +X%\n  source: 区统计局\n",
            "gdp:\n  label: Output\n  value: X\n  unit: £m\n  change: up X%\n  source: Finance\n",
        ),
    ),
}
