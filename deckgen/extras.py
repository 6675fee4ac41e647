"""Packages that an installation may do without: the extra of pyproject.toml that brings each, and what to say where one is missing."""

from __future__ import annotations

# Extra → module → the package that holds it. `pip install 'PATH-OF-THE-WHEEL[xlsx]'` installs the packages of an extra.
EXTRAS: dict[str, dict[str, str]] = {
    "preview": {"watchfiles": "watchfiles"},
    "import": {"docx": "python-docx"},
    "xlsx": {"openpyxl": "openpyxl"},
    "xls": {"xlrd": "xlrd"},
    "render": {"pypdfium2": "pypdfium2", "resvg_py": "resvg-py", "pptx": "python-pptx"},
    "mcp": {"mcp": "mcp"},
}


def extra_of(module: str) -> str:
    """The extra that brings a module, named whole (`docx.oxml`) or by its root; "" for a module of none."""
    root = module.partition(".")[0]
    return next((extra for extra, modules in EXTRAS.items() if root in modules), "")


def packages_of(extra: str) -> str:
    """The packages of an extra as a command line takes them."""
    return " ".join(EXTRAS[extra].values())


def has(module: str) -> bool:
    """Whether a module can be imported; it is not."""
    from importlib.util import find_spec

    return find_spec(module) is not None


def require(module: str) -> None:
    """Raise the `ModuleNotFoundError` that importing would raise, before work is begun that could not be ended without."""
    if not has(module):
        raise ModuleNotFoundError(f"No module named {module!r}", name=module)
