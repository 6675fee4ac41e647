"""Chinese: rules `content/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "content/claim-without-number": ("提法“{claim}”里读不出数目", "claim 以一到九十九的数目开头，如 七个坚持、六个“必须”"),
    "content/claim-count": ("提法“{claim}”说是 {claimed} 个，实际有 {found} 个", "请核对内容是否有遗漏，或改提法里的数目"),
    "content/same-title": ("与第 {first} 页的标题相同：“{title}”", "PowerPoint 的辅助功能检查要求标题不重复，请改其中一个"),
}
