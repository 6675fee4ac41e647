"""The tools as an agent meets them: the command as a process, spoken to over its streams by the SDK's own client."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import sys
import zipfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.examples import under_ci
from tests.some import some

if not under_ci():
    pytest.importorskip("mcp", reason="pip install mcp (the optional part [mcp])")

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from deckgen.kinds.registry import KINDS
from tests.cli.conftest import OUTLINE
from tests.support import REPORT

LEDGER = "figures:\n  gdp: {label: 地区生产总值, value: X, unit: 亿元, source: 统计局}\n"
WITH_FIGURES = "title: 数\nnotes: 丁\nfigures: figures.yaml\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙, 丙], figures: [gdp], notes: 丁}]}]\n"


class Answer:
    """What came back of one call."""

    def __init__(self, result: Any) -> None:
        self.failed = bool(result.is_error)
        self.texts = [part.text for part in result.content if part.type == "text"]
        self.pictures = [base64.b64decode(part.data) for part in result.content if part.type == "image"]

    @property
    def values(self) -> dict[str, Any]:
        assert not self.failed, self.texts
        found = json.loads(self.texts[0])
        assert isinstance(found, dict)
        return found

    @property
    def refusal(self) -> str:
        assert self.failed, self.texts
        return self.texts[0]


Call = Callable[..., Awaitable[Answer]]


def talk(room: Path, script: Callable[[Any, Call], Awaitable[None]], *options: str) -> None:
    """Start `deckgen mcp` in a folder, and have `script` call its tools."""

    async def session() -> None:
        environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8"}
        server = StdioServerParameters(command=sys.executable, args=["-m", "deckgen", "mcp", str(room), *options], env=environment)
        async with Client(stdio_client(server)) as client:

            async def call(tool: str, **arguments: object) -> Answer:
                return Answer(await client.call_tool(tool, arguments))

            try:
                await script(client, call)
            except Exception as error:  # told once the server has ended, not as a group of groups
                failures.append(error)

    failures: list[Exception] = []
    asyncio.run(asyncio.wait_for(session(), 120))
    if failures:
        raise failures[0]


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with an outline, one with figures, and a secret beside it."""
    inside = tmp_path / "room"
    inside.mkdir()
    (inside / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    (inside / "with.yaml").write_text(WITH_FIGURES, encoding="utf-8")
    (inside / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "secret.yaml").write_text(OUTLINE.replace("报告", "秘密"), encoding="utf-8")
    return inside


def files_of(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_an_agent_finds_five_tools_and_three_schemas(room: Path) -> None:
    async def script(client: Any, call: Call) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(tools) == {"build", "check", "kinds", "figures", "render"}
        assert all(tool.annotations.read_only_hint and tool.description for tool in some(tools.values()))
        assert tools["build"].input_schema["required"] == ["outline"]
        listed = {str(resource.uri) for resource in (await client.list_resources()).resources}
        assert listed == {f"urn:deckgen:schema:{name}:1" for name in ("outline", "figures", "theme")}
        for uri in some(listed):
            read = await client.read_resource(uri)
            assert json.loads(read.contents[0].text)["$id"] == uri

    talk(room, script)


def test_reading_tools_tell_what_the_commands_tell_and_write_nothing(room: Path) -> None:
    before = files_of(room)

    async def script(client: Any, call: Call) -> None:
        built = (await call("build", outline="with.yaml")).values
        assert (built["built"], built["written"], built["slides"], built["unknown"]) == (True, None, 2, ["gdp"])
        (room / "faulty.yaml").write_text("title: 报告\nparts:\n- titel: 部分\n", encoding="utf-8")
        faulty = (await call("build", outline="faulty.yaml")).values
        assert not faulty["built"]
        assert ("load/unknown-key", 3, 3) in [(found["rule"], found["line"], found["column"]) for found in faulty["findings"]]
        (room / "faulty.yaml").unlink()
        final = (await call("check", file="with.yaml", final=True)).values
        assert (final["errors"], final["findings"][0]["rule"]) == (1, "content/unknown-value")
        assert final["findings"][0]["file"] == "with.yaml", "a place as the agent names it, not an absolute one"
        ledger = (await call("figures", outline="with.yaml", missing=True)).values
        assert ledger["figures"][0] | {"slides": [2]} == ledger["figures"][0]
        assert ledger["totals"]["unknown"] == 1
        assert set((await call("kinds")).values["kinds"]) == set(KINDS)
        one = (await call("kinds", name="table")).values
        assert one["example"].startswith("- kind: table") and one["fields"]["title"]["required"]

    talk(room, script)
    assert files_of(room) == before


def test_slides_come_as_pictures(room: Path) -> None:
    async def script(client: Any, call: Call) -> None:
        answer = await call("render", file="outline.yaml", slides="1-2", width=640)
        assert answer.texts == ["第 1 页", "第 2 页"]
        assert [int.from_bytes(data[16:20], "big") for data in answer.pictures] == [640, 640]
        assert all(data.startswith(b"\x89PNG") for data in some(answer.pictures))
        assert "320" in (await call("render", file="outline.yaml", width=9999)).refusal
        assert "没有第 9 页" in (await call("render", file="outline.yaml", slides="9")).refusal

    talk(room, script)


def test_no_more_pictures_than_a_model_looks_at(tmp_path: Path) -> None:
    async def script(client: Any, call: Call) -> None:
        refusal = (await call("render", file="outline.yaml", slides="1-16")).refusal
        assert "8" in refusal and "16" in refusal

    talk(REPORT, script)


def test_nothing_outside_of_the_folder_is_read(room: Path, tmp_path: Path) -> None:
    (room / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (room / "inner.yaml").symlink_to(room / "outline.yaml")
    (room / "up").symlink_to(tmp_path, target_is_directory=True)
    (room / "names.yaml").write_text(OUTLINE + "figures: ../figures.yaml\n", encoding="utf-8")
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (room / "themed.yaml").write_text(OUTLINE + "theme: ../lantian\n", encoding="utf-8")
    (tmp_path / "lantian").mkdir()
    (tmp_path / "lantian" / "theme.yaml").write_text("name: lantian\nlabel: 蓝田\n", encoding="utf-8")

    async def script(client: Any, call: Call) -> None:
        for path in ("../secret.yaml", str(tmp_path / "secret.yaml"), "a/../../secret.yaml", "/etc/hostname"):
            for tool, argument in (("build", "outline"), ("check", "file"), ("figures", "outline"), ("render", "file")):
                assert "之外" in (await call(tool, **{argument: path})).refusal, (tool, path)
        for path in ("link.yaml", "inner.yaml", "up/secret.yaml"):
            assert "符号链接" in (await call("check", file=path)).refusal
        assert "之外" in (await call("check", file="outline.yaml", figures="../figures.yaml")).refusal
        named = (await call("check", file="names.yaml")).values
        assert "load/missing-reference" in {finding["rule"] for finding in named["findings"]}
        assert "地区生产总值" not in json.dumps(named, ensure_ascii=False)
        for themed in (await call("check", file="themed.yaml"), await call("check", file="outline.yaml", theme="../lantian")):
            assert "load/unknown-theme" in {finding["rule"] for finding in themed.values["findings"]}
        assert (await call("check", file="")).failed and (await call("check", file="a\0b")).failed
        assert (await call("build", outline=str(room / "outline.yaml"))).values["built"], "a path inside may be absolute"

    talk(room, script)


def test_a_picture_behind_a_link_is_not_read(room: Path, tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (400, 300), (200, 0, 0)).save(tmp_path / "secret.png")
    (room / "picture.png").symlink_to(tmp_path / "secret.png")
    slide = "{kind: picture, title: 甲, image: picture.png, alt: 红, notes: 丁}"
    (room / "pictured.yaml").write_text(f"title: 图\nnotes: 丁\nparts: [{{title: 一, slides: [{slide}]}}]\n", encoding="utf-8")

    async def script(client: Any, call: Call) -> None:
        found = (await call("check", file="pictured.yaml")).values
        assert {"load/outside"} <= {finding["rule"] for finding in found["findings"]}

    talk(room, script)


def test_with_write_a_deck_is_saved_in_the_folder_alone(room: Path, tmp_path: Path) -> None:
    (room / "out").symlink_to(tmp_path, target_is_directory=True)

    async def script(client: Any, call: Call) -> None:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert [name for name, tool in tools.items() if not tool.annotations.read_only_hint] == ["build"]
        built = (await call("build", outline="outline.yaml")).values
        assert built["written"] == os.path.join("dist", "报告.pptx")
        assert zipfile.is_zipfile(room / built["written"])
        assert (await call("build", outline="outline.yaml", output="sub/二.pptx")).values["written"] == os.path.join("sub", "二.pptx")
        for output in ("../三.pptx", str(tmp_path / "三.pptx"), "out/三.pptx"):
            assert (await call("build", outline="outline.yaml", output=output)).failed
        assert ".pptx" in (await call("build", outline="outline.yaml", output="outline.yaml")).refusal
        (room / "别人.pptx").write_bytes((room / "dist" / "报告.pptx").read_bytes()[:-40])
        with zipfile.ZipFile(room / "别人.pptx", "w") as package:
            package.writestr("[Content_Types].xml", "<Types/>")
        before = (room / "别人.pptx").read_bytes()
        assert (await call("build", outline="outline.yaml", output="别人.pptx")).failed
        assert (room / "别人.pptx").read_bytes() == before

    talk(room, script, "--write")
    assert not list(tmp_path.glob("*.pptx"))


def test_a_folder_that_is_not_there_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from deckgen.cli.main import run

    assert run(["mcp", str(tmp_path / "none")]) == 2
    assert str(tmp_path / "none") in capsys.readouterr().err
