"""Everything the application remembers about this person's desk: one table, each row with its default and a sentence.

What belongs to a project (its lanes, its filter) is kept in the project and not here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QByteArray, QSettings


@dataclass(frozen=True, slots=True)
class Setting:
    """One remembered thing. `words` is its label in the Settings window ("" keeps it out of there)."""

    name: str
    default: Any
    sentence: str
    words: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 100


# When adding a setting: the type of the default is the type of the setting; None is not a default.
SETTINGS: tuple[Setting, ...] = (
    Setting(
        "look/theme",
        "system",
        "Light or dark colours, or whichever the desktop uses.",
        "Colours",
        (("system", "Same as the desktop"), ("light", "Light"), ("dark", "Dark")),
    ),
    Setting(
        "look/reader_points",
        0,
        "Size of the words in the source reader, in points. Automatic takes the size of the desktop.",
        "Reader text size",
        least=0,
        most=32,
    ),
    Setting(
        "look/motion",
        True,
        "Zooming glides instead of jumping.",
        "Animate zooming",
    ),
    Setting(
        "project/keep_files",
        True,
        "Keep a copy of each original file inside new projects, so that pages can be shown and articles read again.",
        "Keep copies of original files",
    ),
    Setting(
        "reading/workers",
        0,
        "How many articles are read at the same time. Automatic takes one for each processor, at most four.",
        "Articles read at once",
        least=0,
        most=16,
    ),
    Setting("files/recent", [], "Projects opened lately, the latest first."),
    Setting("files/project_folder", "", "Folder in which a project was opened or saved last."),
    Setting("files/article_folder", "", "Folder from which articles were imported last."),
    Setting("files/export_folder", "", "Folder to which a timeline was exported last."),
    Setting("print/page", {}, "Paper size, orientation and margins chosen in Page Setup."),
    Setting("window/geometry", QByteArray(), "Place and size of the window."),
    Setting("window/state", QByteArray(), "Places of the panes that were pinned."),
    Setting("window/columns", QByteArray(), "Widths of the left, middle and right columns."),
    Setting("window/middle", QByteArray(), "Heights of the timeline and of the source reader."),
    Setting("window/right", QByteArray(), "Heights of the event and of the actor."),
    Setting("window/shown_parts", ["left", "bottom", "right"], "Which parts of the window are shown."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}
MOST_RECENT = 10


class Settings:
    """Typed access to the table above, kept by `QSettings`. Unknown names raise KeyError: a name is declared first."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else QSettings()
        self._listeners: list[Callable[[str], None]] = []

    def get(self, name: str) -> Any:
        """The kept value, or the default where nothing (or something unreadable) is kept."""
        setting = _BY_NAME[name]
        value = self._store.value(name)
        return setting.default if value is None else _as_type_of(setting.default, value)

    def set(self, name: str, value: Any) -> None:
        """Keeps a value and tells whoever listens."""
        setting = _BY_NAME[name]
        if isinstance(setting.default, (list, dict)):
            import json

            value = json.dumps(value)
        self._store.setValue(name, value)
        for listener in tuple(self._listeners):
            listener(name)

    def on_changed(self, listener: Callable[[str], None]) -> None:
        """Calls `listener` with the name of every setting that is changed from now on."""
        self._listeners.append(listener)

    def add_recent(self, path: str) -> None:
        """Puts a project at the head of the recent ones."""
        recent = [path, *(known for known in self.get("files/recent") if known != path)]
        self.set("files/recent", recent[:MOST_RECENT])

    def forget_recent(self, path: str | None = None) -> None:
        """Takes one project, or all, out of the recent ones."""
        kept = [known for known in self.get("files/recent") if path is not None and known != path]
        self.set("files/recent", kept)


def _as_type_of(default: Any, value: Any) -> Any:
    """What QSettings gives back from a text file is mostly text: bring it to the default's type."""
    try:
        if isinstance(default, bool):
            return value if isinstance(value, bool) else str(value).lower() in {"true", "1", "yes"}
        if isinstance(default, int):
            return int(value)
        if isinstance(default, (list, dict)):
            import json

            read = json.loads(value)
            return read if isinstance(read, type(default)) else default
    except (TypeError, ValueError):
        return default
    return value if isinstance(value, type(default)) else default
