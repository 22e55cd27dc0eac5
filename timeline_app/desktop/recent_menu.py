"""The menu Open Recent: named projects, and those that have no name yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from timeline_app.desktop.recovery import Untitled
from timeline_app.desktop.settings import Settings
from timeline_app.desktop.workspace import Workspace
from timeline_app.views.words import shorten


class RecentMenu:
    """Filled anew each time it is opened."""

    def __init__(
        self,
        menu: QMenu,
        workspace: Workspace,
        settings: Settings,
        untitled: Untitled,
        open_project: Callable[[Path], None],
    ) -> None:
        self._menu, self._work, self._settings, self._untitled = menu, workspace, settings, untitled
        self._open = open_project
        menu.aboutToShow.connect(self.fill)

    def _here(self) -> Path | None:
        return self._work.project.path if self._work.has_project else None

    def _unnamed(self) -> list[Path]:
        return [path for path in self._untitled.left_behind() if path != self._here()]

    def _named(self) -> list[Path]:
        return [Path(name) for name in self._settings.get("files/recent")]

    def entries(self) -> list[tuple[str, Path]]:
        """What can be opened besides the open project: a name and where it is, the latest first."""
        named = [path for path in self._named() if path != self._here() and path.exists()]
        return [(path.stem, path) for path in (*named, *self._unnamed())]

    def fill(self) -> None:
        """Lists what can be opened; the open project is listed but grey."""
        self._menu.clear()
        here, unnamed, named = self._here(), self._unnamed(), self._named()
        for path in named:
            self._add(path, f"{path.stem} — {shorten(str(path.parent), 50)}", enabled=path != here)
        if unnamed:
            self._menu.addSeparator()
        for path in unnamed:
            self._add(path, f"{path.stem} (not named yet)")
        if not named and not unnamed:
            self._menu.addAction("No projects yet").setEnabled(False)
        if named:
            self._menu.addSeparator()
            self._menu.addAction("Clear This List").triggered.connect(lambda _on=False: self._settings.forget_recent())

    def _add(self, path: Path, words: str, *, enabled: bool = True) -> None:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: self._open(path))
        action.setEnabled(enabled)
