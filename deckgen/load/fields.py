"""The fields of an outline outside its slides, and those of a ledger; `kinds` declares what slides have."""

from __future__ import annotations

from deckgen.fields import (
    ICON,
    REVEAL,
    TRANSITION,
    Amounts,
    AnySlide,
    Choice,
    Claim,
    Date,
    Entry,
    Field,
    Flag,
    Focus,
    Levels,
    ListOf,
    Named,
    Notes,
    Number,
    PageSize,
    PictureFile,
    Text,
    Value,
    Words,
    text,
)
from deckgen.figures import Change, Figure
from deckgen.language import LANGUAGES
from deckgen.outline import Closing, Cover, Footer, Part, Speech
from deckgen.values import SCALES

DIVIDER = Field(
    Choice(("auto", "off", "agenda")),
    "各部分开头的分隔页：有两个部分以上时，没有总览的部分自动有一页（`auto`，默认）；`off` 不要；`agenda` 总览也画成分隔页",
    "the slide on which a part begins: of two parts or more each has one that has no overview (`auto`, the default); `off` for none; "
    "`agenda` draws overviews this way too",
)

PART = Entry(
    Part,
    {
        "title": Field(
            text(4, 20, lines=True),
            "这一部分的标题，也是 PowerPoint 里“节”的名称",
            "the title; also the name of the section in PowerPoint",
            required=True,
        ),
        "claim": Field(
            Claim(),
            "数得清的提法，如 `七个坚持`、`7个坚持`。有 `section` 页时数 `section` 页，否则数全部页；数目与页数不符会报错",
            "a counted claim such as `Seven commitments`; an error where the `section` slides, or all where there are none, are not as many",
        ),
        "agenda": Field(
            Flag(),
            "`true`：在这一部分前面加一页总览，标题是“部分标题：“提法””，各条链接到各页",
            "`true`: an overview before the part, each entry a link to its slide",
        ),
        "divider": DIVIDER,
        "motto": Field(text(2, 20), "总览页标题下面的一行", "a line under the title of the overview"),
        "notes": Field(Notes(), "总览页或分隔页的讲稿备注", "speaker notes of the overview or the divider"),
        "slides": Field(ListOf(AnySlide()), "这一部分的幻灯片", "the slides", required=True),
    },
    counts="slides",
)

CLOSING = Entry(
    Closing,
    {
        "title": Field(text(2, 20, lines=True), "封底的大字", "the large words", required=True),
        "text": Field(text(0, 40, lines=True), "大字下面的一行", "a line under them"),
        "notes": Field(Notes(), "封底的讲稿备注", "speaker notes of the closing slide"),
    },
    short=("title",),
)

COVER = Entry(
    Cover,
    {
        "image": Field(
            PictureFile(),
            "垫在文字后面的图片文件，相对于大纲所在的文件夹",
            "a picture behind the words, relative to the folder of the outline",
        ),
        "focus": Field(
            Focus(), "裁切时保住哪里：`[0.5, 0.3]` 是从左上角起的比例", "what a crop keeps: `[0.5, 0.3]`, shares from the top left corner"
        ),
        "seal": Field(
            PictureFile(),
            "徽标的图片文件，完整地放在封面一角（题目居中的主题放在上方正中）；文件还没有，就留出虚线圆位",
            "a picture of a seal or logo, shown whole in a corner of the cover (above the middle where the title is centred); while the file is missing, "
            "a dashed circle keeps its place",
        ),
    },
    short=("image",),
)

SPEECH = Entry(
    Speech,
    {
        "minutes": Field(Number(1, 600), "全场多少分钟，超过就提醒", "how many minutes the whole may take; more is warned of"),
        "rate": Field(
            Number(60, 400),
            "每分钟多少字（默认 170）；英文稿是词（默认 130）",
            "characters a minute (170 by default); of an English deck, words (130)",
        ),
        "text": Field(
            Words(),
            "讲话稿文件（`.docx`、`.txt`、`.md`），相对于大纲所在的文件夹：全场按它算；不写就按备注算",
            "the file of the speech (`.docx`, `.txt`, `.md`), relative to the folder of the outline: the whole is counted by it, else by the notes",
        ),
    },
)

FOOTER = Entry(
    Footer,
    {
        "text": Field(text(2, 24), "页脚的字，代替报告标题，如 `内部资料`", "the words of the footer instead of the title of the report"),
        "date": Field(Date(), "`true`：印上报告的日期；或另写一个日期", "`true` for the date of the report; or another date"),
        "pages": Field(
            Choice(("number", "total", "none")),
            "页码：`number` 只有号（默认），`total` 写“第3页 共20页”，`none` 不要",
            "page numbers: `number` (the default), `total` for “Page 3 of 20”, `none`",
        ),
        "hidden": Field(
            Choice(("count", "skip")),
            "备用页（`hidden: true`）：`count` 一起编号（默认，与 PowerPoint 一致），`skip` 不编号、也不算进总数",
            "hidden slides: `count` them (the default, as PowerPoint does), or `skip`: no number, and no part of the total",
        ),
    },
    short=("text",),
)

HEAD = {
    "title": Field(
        text(4, 40, lines=True), "报告标题：封面、页脚和文件属性都用它", "title of the report: cover, footers and properties", required=True
    ),
    "kicker": Field(text(2, 20), "封面顶部的小字，一般是会议名称", "small words at the top of the cover, such as the name of the meeting"),
    "subtitle": Field(text(2, 40, lines=True), "封面标题下面的一行", "a line under the title"),
    "organization": Field(text(2, 20), "报告单位", "who reports"),
    "presenter": Field(text(2, 12), "报告人", "who speaks"),
    "date": Field(
        Date(),
        "日期：`2020-01`（显示为“2020年1月”，英文的显示为 January 2020）、`2020-01-15`，或照原样显示的文字",
        "the date: `2020-01`, `2020-01-15`, or words shown as they are",
    ),
    "theme": Field(
        Words(),
        "主题名称、主题文件夹的路径，或单位自己的模板（.potx、.pptx）；默认 `zhengwu-red`",
        "name of a theme, path of its folder, or a template of the organisation (.potx, .pptx); `zhengwu-red` by default",
    ),
    "page": Field(
        PageSize(),
        "页面：`16:9`、`4:3`、`32:9`，或 `[宽, 高]`（只看比例）；不写就用主题的",
        "the page: `16:9`, `4:3`, `32:9`, or `[width, height]`, of which only the ratio counts; as the theme has it without it",
    ),
    "figures": Field(Words(), "指标台账文件，相对于大纲所在的文件夹", "the ledger of figures, relative to the folder of the outline"),
    "language": Field(
        Choice(tuple(LANGUAGES)),
        "幻灯片的语言：`zh-CN`、`en-GB` 或 `en-US`，决定序号、标点、日期、“待填”等用语、占位符和拼写检查；"
        "不写时，大纲的文字里有汉字就是中文，没有就是英文（用英式拼法或写着 £ 的是 `en-GB`）",
        "the language of the slides: `zh-CN`, `en-GB` or `en-US`; without it Chinese where a text has hanzi, else English",
    ),
    "notes": Field(Notes(), "封面的讲稿备注", "speaker notes of the cover"),
    "cover": Field(
        COVER,
        "封面的背景图片，程序把它调淡到文字看得清：一个文件，如 `图片/河湾.jpg`，或 `{image: 图片/河湾.jpg, focus: [0.5, 0.3]}`（`focus` 是裁切时保住的地方）；"
        "`seal: 图片/徽标.png` 放一枚徽标",
        "a picture behind the cover, made as pale as its words need: a file such as `images/river.jpg`, or `{image: images/river.jpg, focus: [0.5, 0.3]}` "
        "(`focus` is what a crop keeps); `seal: images/logo.png` shows a seal or logo",
    ),
    "footer": Field(
        FOOTER,
        "每页的页脚：一段文字，或 `text`、`date`、`pages`、`hidden`",
        "the footer of every slide: a text, or `text`, `date`, `pages`, `hidden`",
    ),
    "speech": Field(
        SPEECH,
        "讲多长时间：`minutes`、`rate`、`text`；`check` 列出每页、每部分和全场的分钟数",
        "how long the speech takes: `minutes`, `rate`, `text`; `check` lists the minutes of every slide, part and the whole",
    ),
    "keep": Field(
        ListOf(Words()),
        "换行时不许拆开的词，如 `[南部生态县]`；常用的提法已经内置",
        "words that no line break may cut; common ones are built in",
    ),
    "divider": DIVIDER,
    "overflow": Field(
        Choice(("error", "continue")),
        "放不下时：`error` 报错（默认），`continue` 把要点接到“（续）”页，仍算一页",
        "what does not fit: `error` (the default), or `continue` on a further slide that counts as the same",
    ),
    "reveal": REVEAL,
    "transition": TRANSITION,
    "checks": Field(
        Levels(("off", "warning", "error")),
        "检查规则的取舍，如 `{missing-notes: off, density: error}`：`off` 不查，`warning` 提醒，`error` 报错；`deckgen explain` 列出全部规则",
        "rules of `check`, such as `{missing-notes: off, density: error}`: `off`, `warning` or `error`; `deckgen explain` lists them",
    ),
    "parts": Field(ListOf(PART), "报告的各个部分", "the parts of the report", required=True),
    "closing": Field(CLOSING, "封底：一句话，或 `title`、`text`、`notes`", "the last slide: a text, or `title`, `text`, `notes`"),
}

DECIMALS = Number(0, 6)
SCALE = Choice((*SCALES, "auto"))
GOOD = Choice(("up", "down", "none"))

CHANGE = Entry(
    Change,
    {
        "wording": Field(Text(), "同比、占比、提高……", "how it is called, such as 同比"),
        "value": Field(Value(), "数值或 `X`", "a number or `X`", required=True),
        "unit": Field(Text(), "`%`、`个百分点`……", "its unit, such as `%`"),
        "signed": Field(Flag(), "`true`：上升时写出加号", "`true`: a plus sign before a rise"),
    },
    short=("value",),
)

FIGURE = Entry(
    Figure,
    {
        "label": Field(Text(), "显示的名称", "the name that is shown"),
        "value": Field(
            Value(),
            "数值、范围（`6—6.5`、`0.3～0.8`，横线照原样显示）、位次或文字（如 `第1`），或 `X`（尚未掌握）",
            "a number, a range (`6—6.5`), words, or `X` (not known yet)",
        ),
        "unit": Field(Text(), "单位", "its unit"),
        "prefix": Field(
            Text(),
            "写在数值前面的说明，如 `预计`、`达到`、`增长`；`{gdp}` 不带它；货币符号（`£`、`US$`，也可以写在 `unit` 里，如 `£m`）算数值的一部分，处处跟着数值",
            "words before the value, such as `about`; `{gdp}` goes without them; a currency (`£`, `US$`; or in `unit`: `£m`) stands with its number",
        ),
        "suffix": Field(
            Text(),
            "`余`、`多` 在数值和单位之间（`X余篇`），其他的如 `以上` 在单位后面（`X亿元以上`）",
            "words behind the value (余, 多) or behind its unit",
        ),
        "change": Field(
            CHANGE,
            "变化：`同比 +7.8%`、`同比 +X%`、`同比 -X%`、`占比 57.4%`、`提高0.5个百分点`、`比2025年提高6个百分点`；也可以写 `{wording: 同比, value: 7.8, unit: '%'}`",
            "how it changed, such as `同比 +7.8%`; or `wording`, `value`, `unit`",
        ),
        "decimals": Field(DECIMALS, "小数位数（四舍五入，不写就照原样）", "decimals to round to (as written without it)"),
        "scale": Field(SCALE, "用 `万`、`亿` 表示大数，或 `auto`", "large numbers in `万`, `亿`, or `auto`"),
        "period": Field(Text(), "所属时期，如 `2019年`", "the period it is of"),
        "base": Field(
            Value(),
            "上年（基期）的数值；写了就核对 `change` 是否算得对（按不变价计算的增速不要写）",
            "its value a period before; `change` is then held against it",
        ),
        "target": Field(
            Value(),
            "目标，与 `value` 同一单位，可以是范围、`X`，后面可以写 `以上`、`左右`；文字里写 `{gdp.target}`",
            "what was to be reached, in the unit of `value`; `{gdp.target}` in texts",
        ),
        "compare": Field(
            Amounts(),
            "别处的同一个指标，如 `{全市: 6.9, 全省: 6.4}`；文字里写 `{gdp.compare.全市}`",
            "the same figure elsewhere, such as `{England: 6.9}`; `{gdp.compare.England}` in texts",
        ),
        "history": Field(
            Amounts(),
            "历年的数值，如 `{2015: 298.4, 2016: 321}`；文字里写 `{gdp.history.2015}`",
            "what it was before, such as `{2015: 298.4, 2016: 321}`; `{gdp.history.2015}` in texts",
        ),
        "rank": Field(
            Text(),
            "位次，如 `全市第2`、`2/15`；与 `compare` 里的数对不上会报错",
            "its place among others, such as `2nd of 15`; held against `compare`",
        ),
        "icon": ICON,
        "good": Field(
            GOOD,
            "升了好还是降了好：`up`、`down`，或 `none`（不论好坏）；不写就看指标和变化的说法",
            "whether more is better (`up`, `down`) or neither (`none`); told by the wording without it",
        ),
        "parts_of": Field(Text(), "合计指标的名称；写了就核对各部分之和是否等于合计", "the name of a total; its parts are then added up"),
        "match": Field(
            Text(),
            "`figures fill` 从统计表的哪一行、哪一列取数（`行名｜列名｜单位`）；`--accept` 确认过的由程序写上",
            "which row and column of a table `figures fill` takes it from (`row｜column｜unit`); written once `--accept` confirmed it",
        ),
        "source": Field(Text(), "提供数据的部门", "who provides it"),
        "text": Field(
            Flag(),
            "`true`：写了单位，`value` 却确实是文字，如 `全部`（不写就报错，以防把“X亿元”“待定”当成数值）",
            "`true`: the value is words although there is a unit (an error without it)",
        ),
        "sample": Field(
            Flag(), "`true`：这个数值是示例，用到它的页面在页脚标明“示例数据”", "`true`: a sample value; slides that show it say so"
        ),
    },
    short=("value",),
)

LEDGER = {
    "sample": Field(Flag(), "`true`：这里的数值是示例，用到的页面会标明“示例数据”", "`true`: sample values; slides that show them say so"),
    "extends": Field(Words(), "另一本台账；这里写了的才替换", "another ledger; what is written here replaces what it says"),
    "grouping": Field(
        Flag(), "`false`：大数不加千位逗号，写 1234 而不写 1,234", "`false`: no commas in large numbers, 1234 instead of 1,234"
    ),
    "figures": Field(Named(FIGURE), "指标，各有一个名称", "the figures, each by a name", required=True),
}
