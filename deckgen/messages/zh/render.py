"""Chinese: rules `render/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "render/no-office": (
        "没有找到 LibreOffice（WPS 和 PowerPoint 不能代替它）",
        "安装：{install}；装在别处时用 --soffice 给出路径；只要图片可以用 --engine svg",
    ),
    "render/not-the-office": ("`{got}` 不是可以运行的 LibreOffice", "给出 soffice 程序或 LibreOffice 的文件夹，如 /opt/libreoffice7.6"),
    "render/office-failed": ("LibreOffice 没有转换成功：{said}", "请先用 LibreOffice 或 PowerPoint 打开这个文件看看"),
    "render/timeout": ("LibreOffice 在 {seconds} 秒内没有完成，已经停止", "页数很多时用 --timeout 给更多时间"),
    "render/broken-deck": ("不是完好的 .pptx 文件", "可能没有下载完整；请用 PowerPoint 或 WPS 打开后另存一份"),
    "render/too-large": ("解压后大得不合常理，没有交给 LibreOffice", "来历不明的不要打开；自己的文件请压缩图片和视频后再存"),
    "render/encrypted": ("是旧的 .ppt 文件，或者设了打开密码", "请用 PowerPoint 或 WPS 另存为没有密码的 .pptx"),
    "render/no-slides": ("里面没有幻灯片", "请核对是不是这个文件"),
    "render/other-format": ("不能渲染这种文件", "请给出大纲（.yaml）或演示文稿（.pptx）"),
    "render/deck-needs-office": ("--engine svg 只能画大纲，不能画 .pptx", "去掉 --engine svg，由 LibreOffice 来画"),
    "render/pdf-needs-office": ("PDF 和备注讲义要由 LibreOffice 来做", "去掉 --engine svg，或者改为 --to png"),
    "render/range": ("看不懂 --slides 的“{got}”", "写如 3-9 或 1,4,7-"),
    "render/range-backwards": ("--slides 的“{got}”前后颠倒", "是不是 {better}？"),
    "render/no-such-slide": ("没有第 {number} 页", "--slides 可以是 1 到 {count}"),
    "render/no-chinese-face": ("系统里没有中文字体，画出来的图没有字", "安装：sudo apt-get install fonts-noto-cjk（Windows 和 macOS 自带中文字体）"),
}  # fmt: skip

WORDS: dict[str, str] = {
    "render/install-on-linux": "sudo apt-get install libreoffice-impress fonts-noto-cjk（Fedora、openEuler、麒麟服务器版：sudo dnf install libreoffice-impress google-noto-cjk-fonts）",
    "render/no-reason": "没有说明原因",
}
