"""The modules of the application, for the tests that read them instead of running them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "timeline_app"
#: The rooms that know nothing of Qt, in the order a datum travels.
PURE_ROOMS = ("model", "formats", "extraction", "layout", "project")


def modules(*rooms: str) -> list[Path]:
    """All modules of the named rooms, or of the whole application."""
    folders = [PACKAGE / room for room in rooms] or [PACKAGE]
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name of a module: timeline_app.formats.pdf."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path: Path) -> str:
    """The room a module stands in; a module at the top is a room of its own (`cli`, `resources`)."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> list[tuple[int, str]]:
    """Line and dotted name of all that a module imports, wherever in it: at the top, in functions, for type checking.

    `from timeline_app import views` gives timeline_app.views; relative imports are made absolute.
    """
    found: list[tuple[int, str]] = []
    package = name_of(path).split(".") if path.name == "__init__.py" else name_of(path).split(".")[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            found += [(node.lineno, f"{base}.{alias.name}") for alias in node.names]
    return found
