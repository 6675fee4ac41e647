"""Completion: what each shell asks and what it is answered; the scripts are read by the shells that are here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from deckgen.cli.completing import SHELLS
from tests.cli.conftest import Deckgen


def asked(shell: str, *words: str, word: str = "") -> list[str]:
    """The answer to Tab behind these words, `word` being begun."""
    line = " ".join(["deckgen", *words, word])
    environment = os.environ | {"_DECKGEN_COMPLETE": f"{shell}_complete", "LC_ALL": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    if shell == "powershell":
        environment |= {"COMP_WORDS": "\n".join(["deckgen", *words]), "COMP_WORD": word}
    else:
        environment |= {"COMP_WORDS": line, "COMP_CWORD": word if shell == "fish" else str(len(words) + 1)}
    ended = subprocess.run([sys.executable, "-m", "deckgen"], env=environment, capture_output=True, encoding="utf-8", check=True)
    assert ended.stderr == ""
    return ended.stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "word", "answer"),
    [
        ([], "bui", "plain,build"),
        (["build", "a.yaml"], "--the", "plain,--theme"),
        (["build"], "", "file,"),
        (["build", "a.yaml", "--theme"], "zhengwu-b", "plain,zhengwu-blue"),
        (["kinds"], "tab", "plain,table"),
        (["explain"], "unknown-va", "plain,unknown-value"),
        (["render", "a.yaml", "--to"], "pn", "plain,png"),
        (["figures"], "exp", "plain,export"),
        (["import", "a.docx", "-o"], "", "dir,"),
        (["theme"], "ins", "plain,inspect"),
    ],
)
def test_bash_is_answered(words: list[str], word: str, answer: str) -> None:
    assert answer in asked("bash", *words, word=word)


def test_powershell_is_answered_by_words_of_its_own() -> None:
    assert "table\t表格" in asked("powershell", "kinds", word="tab")
    assert [line.split("\t")[0] for line in asked("powershell", "build", r"C:\报告\a b.yaml", word="--fin")] == ["--final"]
    assert asked("powershell", "build", word="C:") in ([], [""])  # then PowerShell completes names of files


def test_zsh_and_fish_are_answered() -> None:
    assert "build" in asked("zsh", word="bui")
    assert any(line.startswith("plain,build") for line in asked("fish", word="bui")) or "build" in "\n".join(asked("fish", word="bui"))


@pytest.mark.parametrize("shell", SHELLS)
def test_scripts_ask_this_program(deckgen: Deckgen, shell: str) -> None:
    script = deckgen("completion", shell)
    assert script.code == 0
    said = {"powershell": "$env:_DECKGEN_COMPLETE = 'powershell_complete'"}
    assert said.get(shell, f"_DECKGEN_COMPLETE={shell}_complete") in script.out
    assert "\r" not in script.out
    program = shutil.which(shell)
    if program and shell != "powershell":
        subprocess.run([program, "-n", "/dev/stdin"], input=script.out, encoding="utf-8", check=True)


def test_a_shell_that_nobody_knows(deckgen: Deckgen) -> None:
    ended = deckgen("completion", "csh")
    assert ended.code == 2 and "bash、zsh、fish、powershell" in ended.err


def test_bash_itself_completes(tmp_path: object) -> None:
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("outside the repository: bash")
    commands = """
    eval "$(deckgen completion bash)"
    COMP_WORDS=(deckgen build x.yaml --theme mo) COMP_CWORD=4
    _deckgen_completion deckgen
    echo "${COMPREPLY[@]}"
    """
    environment = os.environ | {"PATH": f"{os.path.dirname(sys.executable)}{os.pathsep}{os.environ['PATH']}"}
    ended = subprocess.run([bash, "--norc", "-c", commands], env=environment, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout.strip() == "mojin"
