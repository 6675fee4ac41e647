"""The tools over the Model Context Protocol, on standard input and output (the official SDK, `mcp`, imported here alone)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.resources import TextResource
from mcp.types import ToolAnnotations

from deckgen import __version__
from deckgen.agent.room import RefusedError
from deckgen.agent.tools import Tools
from deckgen.check.run import short
from deckgen.diagnostics import OutlineError
from deckgen.extras import extra_of
from deckgen.load.schema import ID, schema_text
from deckgen.load.theme_schema import theme_schema_text
from deckgen.messages import rendered, say_in
from deckgen.render.failure import RenderError
from deckgen.rulebook import rule_names

Answer = TypeVar("Answer")
ABOUT = {
    "build": "agent/build",
    "check": "agent/check",
    "kinds": "agent/kinds",
    "figures": "agent/figures",
    "render": "agent/render",
}
ABOUT_SCHEMAS = {"outline": "agent/schema-outline", "figures": "agent/schema-figures", "theme": "agent/schema-theme"}
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def serve(tools: Tools) -> None:
    """Answer on the standard streams until the client hangs up."""
    server_of(tools).run("stdio")


def server_of(tools: Tools) -> MCPServer[Any]:
    """A server with the five tools, and the schemas of the three formats as resources."""
    server: MCPServer[Any] = MCPServer(
        "deckgen", version=__version__, instructions=say_in(tools.lang, "agent/instructions"), log_level="WARNING"
    )
    add_tools(server, tools)
    for which, text in schemas().items():
        about = say_in(tools.lang, ABOUT_SCHEMAS[which])
        server.add_resource(
            TextResource(uri=ID.format(which), name=which, description=about, mime_type="application/schema+json", text=text)
        )
    return server


def schemas() -> dict[str, str]:
    rules = [short(rule) for rule in rule_names()]
    return {"outline": schema_text("outline", rules), "figures": schema_text("figures"), "theme": theme_schema_text()}


def add_tools(server: MCPServer[Any], tools: Tools) -> None:
    """Each under its name, with what it is for in the language of the run."""

    def build(outline: str, output: str = "", theme: str = "", figures: str = "", final: bool = False) -> str:
        return answered(tools, lambda: tools.build(outline, output, theme, figures, final))

    def check(file: str, theme: str = "", figures: str = "", final: bool = False) -> str:
        return answered(tools, lambda: tools.check(file, theme, figures, final))

    def kinds(name: str = "") -> str:
        return answered(tools, lambda: tools.kinds(name))

    def figures(outline: str, figures: str = "", missing: bool = False) -> str:
        return answered(tools, lambda: tools.figures(outline, figures, missing))

    def render(file: str, slides: str = "1", width: int = 960, theme: str = "", figures: str = "") -> list[str | Image]:
        drawn = tried(tools, lambda: tools.render(file, slides, width, theme, figures))
        return [
            part for number, data in drawn for part in (say_in(tools.lang, "agent/slide", number=number), Image(data=data, format="png"))
        ]

    for tool in (build, check, kinds, figures, render):
        writing = tools.writes and tool is build
        about = "agent/build-writing" if writing else ABOUT[tool.__name__]
        server.add_tool(tool, description=say_in(tools.lang, about), annotations=WRITES if writing else READS, structured_output=False)


def answered(tools: Tools, work: Callable[[], dict[str, Any]]) -> str:
    """The answer as JSON."""
    return json.dumps(tried(tools, work), ensure_ascii=False, indent=1)


def tried(tools: Tools, work: Callable[[], Answer]) -> Answer:
    """What the work gives; what it cannot do is told to the agent in words."""
    try:
        return work()
    except RefusedError as error:
        raise ToolError(say_in(tools.lang, error.what.name, **dict(error.what.facts))) from error
    except RenderError as error:
        raise ToolError(rendered(error.finding(""), tools.lang).lstrip(": ")) from error
    except OutlineError as error:
        raise ToolError("\n".join(rendered(finding, tools.lang) for finding in error.findings)) from error
    except ModuleNotFoundError as error:
        name = error.name or ""
        raise ToolError(say_in(tools.lang, "agent/needs", package=name, extra=extra_of(name))) from error
