"""Imports run one way, files stay small, and nothing that reads articles looks at the clock."""

from __future__ import annotations

import ast

import pytest

from tests.source_tree import PACKAGE, ROOT, imports, modules, room_of, tree

PURE = {"model", "formats", "extraction", "layout", "project"}

#: What each room may import besides itself and `resources`. A new room needs a line here.
MAY_IMPORT: dict[str, set[str]] = {
    "model": set(),
    "formats": {"model"},
    "extraction": {"model"},
    "layout": {"model"},
    "project": {"model", "formats", "extraction", "layout"},
    "drawing": {"model", "layout"},
    "views": PURE | {"drawing"},
    "printing": PURE | {"drawing"},
    "desktop": PURE | {"drawing", "views", "printing"},
    "cli": PURE | {"drawing", "printing"},
    "resources": set(),
    "__init__": set(),
    "__main__": {"cli", "desktop"},
}
FOR_ALL = {"resources", "__init__"}
QT_ROOMS = {"drawing", "views", "printing", "desktop"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff", "tools"}
CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns", "time.localtime",
    "time.gmtime", "time.ctime", "time.strftime",
}  # fmt: skip
LONGEST_FILE = 400


def target_room(name: str) -> str | None:
    """The room an import leads to, None outside the application."""
    parts = name.split(".")
    if parts[0] != "timeline_app":
        return None
    if len(parts) == 1 or not ((PACKAGE / parts[1]).is_dir() or (PACKAGE / f"{parts[1]}.py").is_file()):
        return "__init__"
    return parts[1]


def test_every_room_is_in_the_table():
    rooms = {room_of(path) for path in modules()}
    assert rooms <= MAY_IMPORT.keys(), f"rooms without a line in MAY_IMPORT: {sorted(rooms - MAY_IMPORT.keys())}"


def test_imports_run_one_way():
    wrong = []
    for path in modules():
        room = room_of(path)
        for line, name in imports(path):
            target = target_room(name)
            if target is None or target == room or target in FOR_ALL | MAY_IMPORT.get(room, set()):
                continue
            wrong.append(f"{path.relative_to(ROOT)}:{line} imports {name}: {room} may not import {target}")
    assert not wrong, "\n".join(wrong)


def test_the_command_line_never_loads_the_window():
    """`dateline extract` starts in a moment: what opens the window is loaded only to open it."""
    path = PACKAGE / "__main__.py"
    top = [node for node in tree(path).body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [alias.name for node in top for alias in node.names]
    modules_named = [node.module or "" for node in top if isinstance(node, ast.ImportFrom)]
    assert not [name for name in names + modules_named if "desktop" in name or "PySide6" in name]


def test_qt_begins_at_drawing():
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in modules()
        if room_of(path) not in QT_ROOMS | {"cli", "__main__"}
        for line, name in imports(path)
        if name.split(".")[0] in {"PySide6", "shiboken6"}
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("room", "name", "allowed"),
    [
        ("extraction", "timeline_app.model.when.When", True),
        ("model", "timeline_app.layout.scale.TimeScale", False),
        ("views", "timeline_app.printing.pdf.write", False),
        ("formats", "timeline_app.resources.resource", True),
        ("project", "timeline_app.__version__", True),
    ],
)
def test_the_table_is_read_right(room, name, allowed):
    assert (target_room(name) in FOR_ALL | MAY_IMPORT[room]) is allowed


def test_no_room_has_a_name_that_says_nothing():
    named = [path for path in PACKAGE.rglob("*") if path.stem.lower() in VAGUE_NAMES]
    assert not named


def test_files_stay_small():
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    long = [f"{path.relative_to(ROOT)}: {size} lines" for path, size in sizes.items() if size > LONGEST_FILE]
    assert not long, "\n".join(long)


def test_every_module_says_what_it_is():
    silent = [str(path.relative_to(ROOT)) for path in modules() if not ast.get_docstring(tree(path))]
    assert not silent


def test_nothing_that_reads_articles_looks_at_the_clock():
    looks = []
    for path in modules("model", "formats", "extraction", "layout"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and any(ast.unparse(node).endswith(clock) for clock in CLOCKS):
                looks.append(f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node)}")
        for line, name in imports(path):
            if name in CLOCKS:
                looks.append(f"{path.relative_to(ROOT)}:{line} imports {name}")
    assert not looks, "\n".join(looks)
