"""Chinese: rules `preview/…` → (what is wrong, what to do)."""

MESSAGES: dict[str, tuple[str, str]] = {
    "preview/crash": ("程序内部出错，这一次没有编译成：{error}", "这不是大纲的错；请把下面的出错记录发给维护者，改动大纲后会再试"),
}
