"""Chinese: rules `deck/…` of finished decks → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "deck/overflow-text": ("文字超出形状约 {lines} 行：“{text}”", "精简文字，放大文本框，或减小字号（不低于 14 磅）"),
    "deck/loose-text": ("文字比文本框高约 {lines} 行，没有碰到别的内容：“{text}”", "把文本框拉到文字那么高，或让形状随文字调整大小"),
    "deck/off-slide": ("{what}", "移回画面内，不要的删掉；表格太长就拆成两页"),
    "deck/overlapping-text": ("文字与“{other}”的文字叠在一起", "移开其中一个，或精简文字"),
    "deck/small-print": ("“{text}”只有 {size} 磅，{why}", "精简文字、分成两页，或把细节移到备注"),
    "deck/stray-font": ("字体“{face}”不是每台电脑都有", "换成微软雅黑、等线、宋体、黑体、仿宋、楷体或华文中宋，或把字体嵌入文件"),
    "deck/proofing-language": ("有 {count} 处中文标成了 {lang}，如“{text}”", "全选 → 审阅 → 语言 → 设置校对语言 → 中文(中国)"),
    "deck/no-notes": ("{what}", "在备注窗格里写上这一页要讲的话和数据来源"),
    "deck/outside-link": ("引用了文件之外的内容（{kind}）：{target}", "把它嵌入文件；打开时会去别处取，断网就看不到"),
    "deck/hidden-slide": ("这一页是隐藏的：“{title}”", "不用的删掉；要放映的，右键 → 取消隐藏幻灯片"),
    "deck/empty-placeholder": ("留下了空的占位符", "填上内容，或选中它按 Delete"),
}

WORDS: dict[str, str] = {
    "deck/no-slide-has-notes": "整份演示文稿的 {count} 页都没有备注",
    "deck/slide-without-notes": "这一页没有备注",
    "deck/wholly-outside": "整个在幻灯片外",
    "deck/text-outside": "有文字落在幻灯片外",
    "deck/partly-outside": "有一部分在幻灯片外",
    "deck/back-rows": "后排看不清",
    "deck/nobody": "谁也看不清",
}
