"""What a shell is told when somebody presses Tab; imported only then, and for `deckgen completion`."""

from __future__ import annotations

import os
import re

import click
from click.shell_completion import CompletionItem, ShellComplete, add_completion_class, get_completion_class

SHELLS = ("bash", "zsh", "fish", "powershell")
# What a word of a metavar takes.
FILES = {"OUTLINE", "FILE", "DECK", "FORM", "SPEECH", "TEMPLATE", "PATH", "PNG", "OLD", "NEW"}
FOLDERS = {"DIR", "FOLDER"}
# PowerShell completes names of files itself where nothing is answered. Words stand on lines of their own, since a backslash is no
# escape there; the answer is UTF-8 whatever the code page.
POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    if ($wordToComplete -and $words.Count -gt 1) { $words = $words[0..($words.Count - 2)] }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:%(complete_var)s = 'powershell_complete'
        $env:COMP_WORDS = $words -join "`n"
        $env:COMP_WORD = $wordToComplete
        & %(prog_name)s 2>$null | Where-Object { $_ } | ForEach-Object {
            $value, $tip = $_ -split "`t", 2
            if (-not $tip) { $tip = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
        }
    } finally {
        $env:%(complete_var)s = $null
        $env:COMP_WORDS = $null
        $env:COMP_WORD = $null
        [Console]::OutputEncoding = $encoding
    }
}
"""


class PowerShell(ShellComplete):
    """Windows PowerShell 5.1 and PowerShell 7; click before 8.5 knows neither."""

    name = "powershell"
    source_template = POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        return os.environ.get("COMP_WORDS", "").split("\n")[1:], os.environ.get("COMP_WORD", "")

    def complete(self) -> str:
        args, incomplete = self.get_completion_args()
        items = [item for item in self.get_completions(args, incomplete) if item.type == "plain"]
        return "\n".join(map(self.format_completion, items))

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


add_completion_class(PowerShell)


def script_of(shell: str, command: click.Command, variable: str) -> str:
    """The script; that for bash is made without asking the bash of this machine for its age."""
    kind = get_completion_class(shell)
    assert kind is not None
    return ShellComplete.source(kind(command, {}, "deckgen", variable))


class Completed(click.types.StringParamType):
    """A text whose beginning a shell completes."""

    def __init__(self, words: frozenset[str], name: str) -> None:
        self.words = words
        self.called = name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        names = [CompletionItem(value, help=text) for value, text in named(self.words, self.called) if value.startswith(incomplete)]
        if names:
            return names
        if self.words & FILES:
            return [CompletionItem(incomplete, type="file")]
        return [CompletionItem(incomplete, type="dir")] if self.words & FOLDERS else []


def named(words: frozenset[str], name: str) -> list[tuple[str, str]]:
    """The names that may stand there, each with what it is."""
    from deckgen.cli.language import language

    if name == "theme" or "THEME" in words:
        from deckgen.cli.theme_list import offered

        return [(one.name, one.label) for one in offered(".")]
    if "KIND" in words:
        from deckgen.kinds.registry import KINDS

        return [(kind.name, kind.doc_en if language() == "en" else kind.doc_zh) for kind in KINDS.values()]
    if "RULE" in words:
        from deckgen.check.run import short
        from deckgen.manual import all_rules, page

        return [(short(rule), page(rule, language()).splitlines()[0]) for rule in all_rules()]
    return []


def made_completing(command: click.Command) -> None:
    """Give the texts among the parameters what their metavar promises."""
    for parameter in command.params:
        if parameter.type is click.STRING:
            words = frozenset(re.findall("[A-Z]+", parameter.metavar or ""))
            parameter.type = Completed(words, parameter.name or "")
