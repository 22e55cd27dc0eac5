"""What goes into the installed application and what stays out.

These tables are read by the PyInstaller spec, its hooks and the tests. Whatever they leave out is left out because
nothing of Dateline reaches it: no QML, no OpenGL drawing, no network, no language but English. Where a table names what
is kept, everything else is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

#: Qt's libraries, by the part of their name after "Qt6" (Linux, Windows) or "Qt" (macOS).
QT_LIBRARIES = {
    "Core",
    "DBus",  # desktop portals, input methods
    "Gui",
    "Network",  # the local socket of the second start; nothing else of it is used
    "PrintSupport",
    "Svg",
    "WaylandClient",
    "Widgets",
    "XcbQpa",
}

#: Qt's plugins: folder, and the names in it that are kept (a pattern each, without "lib" and ending).
QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico", "qicns", "qjpeg"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("*printersupport",),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
}

#: Python modules that something names and nothing of Dateline needs.
MODULES_LEFT_OUT = (
    *("IPython", "PIL", "cupy", "jax", "matplotlib", "mxnet", "notebook", "pandas", "scipy", "tensorflow", "torch"),
    *("mypy", "pip", "pytest", "hypothesis", "ruff", "setuptools", "_distutils_hack", "pkg_resources"),
    *("_curses", "curses", "dbm", "idlelib", "lib2to3", "nis", "readline", "sqlite3", "tkinter", "turtle"),
    # spaCy's command line, and what it alone needs: terminals and downloads.
    *("spacy.cli", "typer", "click", "rich", "markdown_it", "mdurl", "pygments", "shellingham", "annotated_doc"),
    *("spacy_legacy", "spacy_loggers"),  # for older weights, and for training
    *("weasel", "smart_open", "cloudpathlib", "requests", "httpx", "httpcore", "h11", "anyio", "jinja2", "markupsafe"),
    # For libraries that still use the older pydantic; those here look for it and go on without.
    "pydantic.v1",
    *("apsw.tests", "apsw.shell", "apsw.speedtest", "numpy.f2py", "spacy.tests", "thinc.tests"),
    *("PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtQml"),
    *("PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtUiTools"),
    *("PySide6.QtWebEngineCore", "PySide6.Qt3DCore", "PySide6.QtXml", "PySide6.QtConcurrent", "PySide6.QtSvgWidgets"),
)

#: spaCy's languages: English, and those few files of others which spaCy itself loads whenever it starts.
SPACY_LANGUAGES = {"en", "ja", "ko", "th", "vi", "xx", "zh"}
#: English looks nothing up in tables of spaCy's in Dateline. No package is to load others because they are there.
DATA_LEFT_OUT = (
    "spacy/lang/*/*.json",
    "spacy/tests/*",
    "spacy/cli/*",
    "thinc/tests/*",
    "PySide6/Qt/translations/*",
    "PySide6/translations/*",
    "*.dist-info/entry_points.txt",
    "*.dist-info/RECORD",
    "*/tests/*",
    "*.pyi",
    "*.pyx",
    "*.pxd",
    "*.hh",
    "*.hpp",
    "*/py.typed",
)
#: Names of languages for a check of addresses that Dateline never asks for; the package itself does not load without.
BABEL_LOCALES = {"root.dat", "en.dat", "en_001.dat", "en_GB.dat", "en_US.dat"}

#: Folders of `resources/` that the application never opens: the desktop reads its own copies.
RESOURCES_LEFT_OUT = {"desktop", "screenshots"}

#: Libraries of the build machine that go in all the same: those that belong to Python and change with it.
SYSTEM_LIBRARIES_INSIDE = ("libpython3*", "libmpdec*")
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")

#: Packages whose compiled modules import what no analysis sees: all their modules go in.
COMPILED = ("blis", "catalogue", "confection", "cymem", "murmurhash", "preshed", "spacy", "srsly", "thinc")


def is_wanted_module(name: str) -> bool:
    """Whether a module of one of the COMPILED packages goes in."""
    parts = name.split(".")
    if "tests" in parts or any(name == out or name.startswith(f"{out}.") for out in MODULES_LEFT_OUT):
        return False
    if parts[:2] == ["spacy", "lang"] and len(parts) > 2:
        # Files beside the languages hold what all of them share.
        return parts[2] in SPACY_LANGUAGES or "_" in parts[2] or parts[2] == "punctuation"
    return True


def modules_of(folder: Path, package: str) -> Iterator[str]:
    """Dotted names of all wanted modules of an installed package, compiled ones too, without importing any."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".py", ".so", ".pyd"}:
            continue
        parts = list(path.relative_to(folder).parts)
        parts[-1] = parts[-1].partition(".")[0]
        if parts[-1] == "__init__":
            parts.pop()
        name = ".".join([package, *parts])
        if all(part.isidentifier() for part in parts) and is_wanted_module(name):
            yield name


def wanted_data(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of data files as hooks collect them, (file, folder in the application), those that go in."""
    return [(source, folder) for source, folder in found if is_wanted_data(f"{folder}/{Path(source).name}")]


def is_wanted_data(target: str) -> bool:
    """Whether a data file goes in; `target` is its path in the application."""
    path = target.replace("\\", "/")
    if "babel/locale-data/" in path:
        return path.rpartition("/")[2] in BABEL_LOCALES
    return not any(fnmatch(path, pattern) for pattern in DATA_LEFT_OUT)


def is_wanted_library(target: str, source: str, *, system_inside: bool = False) -> bool:
    """Whether a library or compiled module goes in.

    `target` is its path in the application, `source` where it was found; `system_inside` takes the system's libraries
    along, for a bundle without a package manager to bring them.
    """
    path = target.replace("\\", "/")
    name = path.rpartition("/")[2]
    if found := re.search(r"(?:^|/)plugins/([^/]+)/(?:lib)?([^/.]+)[^/]*$", path):
        return any(fnmatch(found[2], kept) for kept in QT_PLUGINS.get(found[1], ()))
    if found := re.match(r"(?:lib)?Qt6?([A-Z0-9]\w*?)(?:\.abi3\.so|\.so[.\d]*|\.dll|\.pyd|\.framework)?$", name):
        return found[1] in QT_LIBRARIES
    if "/qml/" in f"/{path}" or "pyside6qml" in name or name.startswith(("opengl32sw", "d3dcompiler")):
        return False
    if source.startswith(SYSTEM_FOLDERS) and "/python3" not in source and not system_inside:
        return any(fnmatch(name, kept) for kept in SYSTEM_LIBRARIES_INSIDE)
    return True
