"""The words of the page, Chinese and English; `{…}` is filled in by the page."""

from __future__ import annotations

from deckgen.diagnostics import Words

WORDS: dict[str, Words] = {
    "preview": Words("预览", "Preview"),
    "slides": Words("页面", "Slides"),
    "slide": Words("当前页", "Current slide"),
    "notes": Words("讲稿备注", "Speaker notes"),
    "no_notes": Words("这一页没有备注。", "This slide has no notes."),
    "findings": Words("检查结果", "Findings"),
    "no_findings": Words("没有发现问题。", "Nothing found."),
    "more_findings": Words("还有 {n} 条，改好上面的再看。", "{n} more; they show once these are mended."),
    "counts": Words("{errors} 处错误，{warnings} 处警告", "Errors: {errors}, warnings: {warnings}"),
    "short_errors": Words("{n} 错", "{n} E"),
    "short_warnings": Words("{n} 警", "{n} W"),
    "error": Words("错误", "Error"),
    "warning": Words("警告", "Warning"),
    "hint": Words("提示：", "Hint: "),
    "to_slide": Words("第 {n} 页", "Slide {n}"),
    "theme": Words("主题", "Theme"),
    "own_theme": Words("随大纲", "As the outline says"),
    "own_theme_named": Words("随大纲（{name}）", "As the outline says ({name})"),
    "full_screen": Words("全屏", "Full screen"),
    "previous": Words("上一页", "Previous slide"),
    "next": Words("下一页", "Next slide"),
    "edit": Words("在编辑器中打开", "Open in the editor"),
    "follow": Words("跟随改动", "Follow edits"),
    "follow_long": Words("保存后跳到改动的那一页", "Go to the slide that changed after each save"),
    "of": Words("{n} / {total}", "{n} / {total}"),
    "slide_now": Words("第 {n} 页，共 {total} 页：{title}", "Slide {n} of {total}: {title}"),
    "slide_name": Words("第 {n} 页：{title}", "Slide {n}: {title}"),
    "has_errors": Words("（有错误）", " (has errors)"),
    "has_warnings": Words("（有警告）", " (has warnings)"),
    "stale": Words("以下是改错之前的页面", "The slides below are from before the fault"),
    "fault": Words("大纲现在编译不成", "The outline cannot be compiled now"),
    "crash_report": Words("出错记录（请发给维护者）", "Record of the fault (for the maintainers)"),
    "cannot_draw": Words(
        "这一页画不出来（程序内部出错），请报告给维护者：{reason}", "This slide cannot be drawn (a fault of ours); please report: {reason}"
    ),
    "no_slides": Words("改好并保存以后，页面会出现在这里", "The slides appear here once the outline is mended and saved"),
    "waiting": Words("正在编译…", "Compiling…"),
    "connected": Words("已连接", "Connected"),
    "lost": Words("连接断开，正在重连…", "Connection lost, reconnecting…"),
    "ended": Words("预览已结束；再次运行 deckgen preview 会自动接上", "The preview has ended; run deckgen preview again to go on"),
    "changed_slides": Words("已更新：第 {list} 页", "Updated: slide {list}"),
    "changed_many": Words("已更新 {n} 页", "{n} slides updated"),
    "mended": Words("已改好，页面是最新的", "Mended; the slides are up to date"),
    "skip": Words("跳到当前页", "Skip to the slide"),
    "keys": Words("← → 翻页　Home End 首末页　F 全屏", "← → turn · Home End first, last · F full screen"),
    "no_script": Words("这个页面需要 JavaScript。", "This page needs JavaScript."),
    "comma": Words("、", ", "),
}


def words_of(lang: str) -> dict[str, str]:
    return {name: said.zh if lang == "zh" else said.en for name, said in WORDS.items()}
