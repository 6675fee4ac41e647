"""Chinese: rules `speech/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    # What cannot be read.
    "speech/missing-file": ("找不到这个文件", "请核对路径和文件名；文件名里有空格时加引号"),
    "speech/is-a-folder": ("这是一个文件夹，不是讲稿", "请写到文件一级，如 讲稿.docx"),
    "speech/cannot-read": ("读不出这个文件：{reason}", "请检查文件权限，或者是否正被其他程序占用"),
    "speech/too-large": ("文件超过 {limit}", "讲稿不会这么大；请删去图片和附件，另存一份再导入"),
    "speech/too-long": ("讲稿有 {count} 个字，最多 {most} 个", "请核对是不是选错了文件，或分成几份导入"),
    "speech/pdf": ("PDF 读不了", "请用 Word 或 WPS 打开它，另存为 .docx；或者全选复制，粘贴到记事本，存成 .txt"),
    "speech/old-word": ("旧版 Word 或 WPS 文档（.doc、.wps）读不了", "请用 Word 或 WPS 打开它，另存为 .docx 再导入"),
    "speech/other-format": ("这种文件（{kind}）读不了", "请用 Word 或 WPS 打开它，另存为 .docx；或存成纯文本 .txt"),
    "speech/not-text": ("这不是讲稿（{kind}）", "可以导入 .docx、.txt、.md"),
    "speech/not-word": ("这不是 Word 文档，或者文件已经损坏", "请用 Word 或 WPS 打开它，另存为 .docx；设了打开密码的先去掉密码"),
    "speech/encoding": ("读不懂文字编码", "请用记事本打开，另存为 UTF-8"),
    "speech/empty": ("里面没有文字", "如果是扫描件或图片，请先识别成文字"),
    # What a person should look at.
    "speech/table": ("有 {count} 个表格，已按行读成文字", "请核对；要在幻灯片上用表格里的数，请整理到 figures.yaml"),
    "speech/two-counts": ("“{text}”写了两个数", "请核对是几个"),
    "speech/claim-count": ("说的是“{claim}”（{claimed}），实际有 {found}", "请核对是多了、少了，还是数目写错"),
    "speech/no-year": ("“{text}”前面缺年份", "请补上年份"),
    "speech/year-without": ("“{text}”的年份后面缺“年”字", "请补上"),
    "speech/half-width": ("中文里用了半角标点：“{text}”（本段 {count} 处）", "请改成全角"),
    "speech/doubled-mark": ("标点重复或多余：“{text}”", "请删去一个"),
    "speech/straight-quote": ("引号不规范：“{text}”", "请改成成对的全角引号"),
    "speech/unpaired": ("“{mark}”没有配对：“{text}”", "请补上另一半"),
    "speech/repeated-words": ("文字重复：“{text}”", "请核对是不是多了"),
    "speech/known-phrase": ("“{text}”与固定提法不同", "固定提法是“{phrase}”，请核对"),
    "speech/numbering": ("序号不连续：“{text}”，前一个是 {before}，这里是 {number}", "请核对序号，或是否漏了一段"),
    "speech/same-heading": ("标题与第 {first} 行相同：“{title}”", "请核对是不是重复了"),
    "speech/over-100": ("“{text}”超过 100%", "请核对数字"),
}
