"""docs/commands.md and docs/en/commands.md from the commands themselves: `python -m tools.commands --lang zh` (or `en`) writes one; a test holds them together.

Help is in the language of the run, which is known before anything is imported: `--lang` stands in the command line for that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from deckgen.cli.group import COMMANDS, cli
from deckgen.cli.help import OWN_WORDS, PLACES
from deckgen.cli.language import language, say

DOCS = Path(__file__).parent.parent / "docs"
DOCUMENTS = {"zh": DOCS / "commands.md", "en": DOCS / "en" / "commands.md"}
HEADS = {
    "zh": """# 命令

这一页由 `make schema` 从程序里写出来（`deckgen 命令 --help` 说的是同样的话）。每个命令都有：

- `--lang zh|en`：提示信息的语言；不写时跟随系统。
- `-q`、`--quiet`：少说，只给出要的内容和错误。`-v`、`--verbose`：多说，全部警告，读了哪些文件。
- `-h`、`--help`：帮助。

退出码：0 完成，1 内容有错，2 用法不对或文件读不了，70 程序自己出错（加 `-v` 看细节，和 `deckgen doctor` 的输出一起发给维护者），130 按了 Ctrl-C。

颜色只在终端里有；`NO_COLOR=1` 不要颜色，`FORCE_COLOR=1` 总要颜色。终端里的长行按宽度折行（汉字算两列），写到文件和管道里的一行就是一行。
两秒以上的事情，终端底下有一行说进行到哪里，做完就擦掉。给程序读的输出加 `--format json`，格式见 [json.md](json.md)。Windows 见 [windows.md](windows.md)。
""",
    "en": """# Commands

This page is written by `make schema` from the program itself (`deckgen COMMAND --help` says the same). Every command has:

- `--lang zh|en`: the language of messages; that of the system where it is not said.
- `-q`, `--quiet`: less, only what was asked for and errors. `-v`, `--verbose`: more, all warnings, and which files were read.
- `-h`, `--help`: help.

Exit codes: 0 done, 1 the content has faults, 2 wrong usage or a file that cannot be read, 70 a fault of the program (with `-v` its details; send them with what `deckgen doctor` says), 130 Ctrl-C.

Colours are for terminals; `NO_COLOR=1` has none, `FORCE_COLOR=1` has them always. In a terminal long lines are folded to its columns (a hanzi takes two); in files and pipes a line is a line.
Whatever takes over two seconds says how far it is on the last line of the terminal, and wipes it when done. For programs there is `--format json` ([json.md](../json.md), Chinese). [Windows](windows.md).
""",
}
COMPLETIONS = {
    "zh": """
### 补全

按 Tab 补全命令、选项、主题、页面种类、检查规则和文件名。写进各自的启动文件：

| 终端 | 写到哪里 | 写什么 |
|---|---|---|
| bash 4.4 以上 | `~/.bashrc` | `eval "$(deckgen completion bash)"` |
| zsh | `~/.zshrc`，在 `compinit` 之后 | `eval "$(deckgen completion zsh)"` |
| fish | `~/.config/fish/completions/deckgen.fish` | `deckgen completion fish` 的输出 |
| PowerShell | `$PROFILE` | `deckgen completion powershell \\| Out-String \\| Invoke-Expression` |
""",
    "en": """
### Completion

Tab completes commands, options, themes, kinds of slide, rules of checks and file names. In the file that each shell begins with:

| shell | where | what |
|---|---|---|
| bash 4.4 or newer | `~/.bashrc` | `eval "$(deckgen completion bash)"` |
| zsh | `~/.zshrc`, after `compinit` | `eval "$(deckgen completion zsh)"` |
| fish | `~/.config/fish/completions/deckgen.fish` | what `deckgen completion fish` prints |
| PowerShell | `$PROFILE` | `deckgen completion powershell \\| Out-String \\| Invoke-Expression` |
""",
}
ROWS = {"zh": "| 选项 | 说明 |", "en": "| option | does |"}
ALL_HAVE = {"--lang", "--quiet", "--verbose", "--help"}


def main() -> None:
    text = document()
    if "--print" in sys.argv:
        sys.stdout.buffer.write(text.encode())
    else:
        DOCUMENTS[language()].write_text(text, encoding="utf-8")


def document() -> str:
    root = click.Context(cli, info_name="deckgen")
    parts = [HEADS[language()]]
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        parts += section(command, click.Context(command, info_name=name, parent=root), "##")
        if name == "completion":
            parts.append(COMPLETIONS[language()])
    return "\n".join(parts)


def section(command: click.Command, context: click.Context, level: str) -> Iterator[str]:
    """Heading, what it does, how it is written, its options, an example, and the same of what is below it."""
    usage = " ".join([context.command_path, *(said(piece) for piece in command.collect_usage_pieces(context))])
    yield f"{level} {context.command_path}\n\n{command.help}\n\n```text\n{usage}\n```\n"
    options = [parameter for parameter in command.get_params(context) if isinstance(parameter, click.Option)]
    rows = [record for option in options if not ALL_HAVE & set(option.opts) and (record := option.get_help_record(context))]
    if rows:
        yield f"{ROWS[language()]}\n|---|---|\n" + "".join(f"| `{cell(names)}` | {cell(text)} |\n" for names, text in rows)
    yield from (f"{text}\n" for text in (command.epilog or "").split("\n\n") if text)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from section(below, click.Context(below, info_name=name, parent=context), f"{level}#")


def said(piece: str) -> str:
    words = {**PLACES, **OWN_WORDS}
    return " ".join(say(words[word]) if word in words else word for word in piece.split(" "))


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


if __name__ == "__main__":
    main()
