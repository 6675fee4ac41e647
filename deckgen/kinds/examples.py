"""An example of each kind of slide, as `deckgen kinds` shows it and as its test builds it."""

from __future__ import annotations

from deckgen.diagnostics import Words

EXAMPLES = {
    "section": Words(
        """
- kind: section
  title: 坚持稳中求进
  motto: 把发展作为第一要务
  points: [稳增长：抓项目、扩投资, 优结构：先进制造业占比提高]
""",
        """
- kind: section
  title: Growth that lasts
  motto: Projects first
  points: ["Investment: two new parks", "Industry: a larger share of advanced plants"]
""",
    ),
    "points": Words(
        """
- kind: points
  title: 三项保障
  points: [组织保障：每月调度一次, 资金保障：优先重点项目, 作风保障：抓落实]
""",
        """
- kind: points
  title: What it takes
  points: ["People: a meeting a month", "Money: key projects first"]
""",
    ),
    "statement": Words(
        """
- kind: statement
  title: 总体要求
  text: 坚持**稳中求进**，以实干实绩检验成效
  tags: [稳预期, 强信心]
""",
        """
- kind: statement
  title: Our course
  text: Steady work, **visible results**
  tags: [Trust, Pace]
""",
    ),
    "objectives": Words(
        """
- kind: objectives
  title: 主要预期目标
  year: 2031年
  heading: 预期目标
  text: 努力争取更好结果
  figures: [gdp, jobs]
""",
        """
- kind: objectives
  title: Targets
  year: "2031"
  heading: What we aim for
  text: Better where we can
  figures: [gdp, jobs]
""",
    ),
    "principles": Words(
        """
- kind: principles
  title: 工作原则
  items: [{key: 系统, text: 全局谋划一域}, {key: 精准, text: 一事一策}, {key: 法治, text: 依法办事}]
""",
        """
- kind: principles
  title: Principles
  items: [{key: Whole, text: One plan}, {key: Exact, text: One answer a case}, {key: Law, text: By the book}]
""",
    ),
    "problems": Words(
        """
- kind: problems
  title: 存在问题
  items: [{key: 不平衡, lead: 城乡差距仍然较大, text: 北部基础设施欠账较多}]
""",
        """
- kind: problems
  title: What is still wrong
  items: [{key: Uneven, lead: The north lags, text: Roads and schools are missing}]
""",
    ),
    "measures": Words(
        """
- kind: measures
  title: 问题与举措
  items:
  - {key: 学科, lead: 龙头不强, text: 重点专科偏少, answer: 三年建成五个省级重点专科}
  - {key: 信息, lead: 数据不通, answer: 建设统一数据中台}
""",
        """
- kind: measures
  title: What we do about it
  items:
  - {key: Homes, lead: Waits are long, answer: Build two hundred a year}
  - {key: Roads, lead: Potholes persist, answer: Repair within ten days}
""",
    ),
    "pairs": Words(
        """
- kind: pairs
  title: 处理好几个关系
  pairs: [{pair: 稳/进, lead: 稳是大局，进是方向, text: 在稳的前提下进取}]
""",
        """
- kind: pairs
  title: Two things at once
  pairs: [{pair: Calm/Pace, lead: Steady first, text: Then faster}]
""",
    ),
    "quote": Words(
        """
- kind: quote
  title: 群众怎么说
  text: 以前办个证跑断腿，现在家门口半天就办好了。
  by: 王大妈
""",
        """
- kind: quote
  title: What people say
  text: It took me half a day at my own door.
  by: A resident
""",
    ),
    "table": Words(
        """
- kind: table
  title: 年度目标完成情况
  columns: [指标, 目标, {label: 完成, emphasis: true}, 同比]
  rows:
  - [地区生产总值（亿元）, 408.0, 412.6, ▲ 7.8%]
  - [一般公共预算收入（亿元）, 30.8, X, X]
  note: 数据来源：区统计局
""",
        """
- kind: table
  title: Targets and results
  columns: [Measure, Target, {label: Result, emphasis: true}, Change]
  rows:
  - [Output (£m), 408.0, 412.6, ▲ 7.8%]
  - [Revenue (£m), 30.8, X, X]
  note: Source of figures, finance department
""",
    ),
    "chart": Words(
        """
- kind: chart
  title: 财政收入五年增长
  categories: [2027, 2028, 2029, 2030]
  series:
  - {name: 收入（亿元）, values: [22.5, 24.9, 28.6, 31.2]}
  - {name: 增速, values: [9.2, 10.7, 14.9, 9.1], as: line, format: '0.0"%"'}
  text: 总量居全市**第4位**
""",
        """
- kind: chart
  title: Revenue over four years
  categories: [2027, 2028, 2029, 2030]
  series:
  - {name: Revenue (£m), values: [22.5, 24.9, 28.6, 31.2]}
  - {name: Growth, values: [9.2, 10.7, 14.9, 9.1], as: line, format: '0.0"%"'}
  text: Now **fourth** in the county
""",
    ),
    "picture": Words(
        """
- kind: picture
  title: 臭水沟变成十里游园
  image: 图片/河道.jpg
  alt: 整治后的河道，两岸新植绿化
  caption: 涧河游园改造以后
  points: ["**18.6公里**沿河步道全线贯通", "**42处**排污口完成截污"]
""",
        """
- kind: picture
  title: From ditch to park
  image: pictures/river.jpg
  alt: The river with new trees on both banks
  caption: After the works
  points: ["**18.6 km** of path along the river", "**42** outfalls closed"]
""",
    ),
    "pictures": Words(
        """
- kind: pictures
  title: 治理前后
  images:
  - {image: 图片/前.jpg, alt: 治理前的河道, label: 治理前}
  - {image: 图片/后.jpg, alt: 治理后的河道, label: 治理后}
""",
        """
- kind: pictures
  title: Before and after
  images:
  - {image: pictures/before.jpg, alt: The river before the works, label: Before}
  - {image: pictures/after.jpg, alt: The river after the works, label: After}
""",
    ),
    "number": Words(
        """
- kind: number
  title: 地区生产总值突破四百亿
  figure: gdp
  text: 增速比全市平均高**1.2个**百分点
""",
        """
- kind: number
  title: Output passes 400 million
  figure: gdp
  text: Growth above the regional average
""",
    ),
    "figures": Words(
        """
- kind: figures
  title: 主要指标
  figures: [gdp, revenue, jobs]
""",
        """
- kind: figures
  title: The year in figures
  figures: [gdp, revenue, jobs]
""",
    ),
    "compare": Words(
        """
- kind: compare
  title: 办一件事：从“跑断腿”到“半天办”
  figures: [days_company, days_estate]
  old: 2018年
  new: 2019年
""",
        """
- kind: compare
  title: Faster services
  figures: [days_company, days_estate]
  old: '2018'
  new: '2019'
""",
    ),
    "timeline": Words(
        """
- kind: timeline
  title: 全年重点工作安排
  now: 8月
  events:
  - {when: 3月底前, lead: 方案印发, text: 任务分解到部门, done: true}
  - {when: 6月底前, lead: 半年讲评, text: 逐项对账, done: true}
  - {when: 12月, lead: 考核验收, text: 结果与评优挂钩}
""",
        """
- kind: timeline
  title: Milestones of the year
  now: August
  events:
  - {when: By March, lead: Plan agreed, text: Tasks shared out, done: true}
  - {when: By June, lead: Half-year review, text: Item by item, done: true}
  - {when: December, lead: Final review, text: Results published}
""",
    ),
    "steps": Words(
        """
- kind: steps
  title: 闭环管理
  steps: [任务分解：逐项明确时限, 周督查：每周到现场, 月分析：每月找差距, 季推进：每季开会]
  cycle: true
""",
        """
- kind: steps
  title: How we keep track
  steps: ["Plan: tasks with dates", "Check: on site every week", "Review: gaps every month", "Push: a meeting a quarter"]
  cycle: true
""",
    ),
    "framework": Words(
        """
- kind: framework
  title: “134”工作布局
  tiers:
  - {name: 1个目标, items: [率先建成高质量发展示范区]}
  - {name: 3大主导产业, items: [先进制造, 新型材料, 现代服务]}
  - {name: 4大攻坚, items: [供给侧, 城市, 乡村, 开放]}
""",
        """
- kind: framework
  title: One plan
  top: A borough that works for everyone
  tiers:
  - {name: 3 priorities, items: [Homes, Jobs, Climate]}
  - {name: 2 foundations, items: [Skills, Transport]}
""",
    ),
}
