"""The import list of a project: files still to be read, which survive a crash."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from timeline_app.project.imports import Imports
from timeline_app.project.values import Change


class Waiting(ABC):
    """The part of a project that keeps what waits to be read."""

    _imports: Imports

    @abstractmethod
    def _tell(self, change: Change) -> None: ...

    def note_waiting(self, paths: Iterable[Path]) -> None:
        """Put files on the import list, where they survive a crash until they are taken in or have failed."""
        self._imports.add(paths)
        self._tell(Change(""))

    def note_reading(self, paths: Iterable[Path]) -> None:
        """Show these waiting files as being read."""
        self._imports.set_reading(paths)
        self._tell(Change(""))

    def note_failed(self, path: Path, sentence: str) -> None:
        """Keep why a file could not be read."""
        self._imports.set_failed(path, sentence)
        self._tell(Change(""))

    def waiting(self) -> list[Path]:
        """The files still to be read, in the order they were given."""
        return self._imports.paths()

    def forget_waiting(self, paths: Iterable[Path] | None = None) -> None:
        """Take files (without paths: all that wait) off the import list, as when an import is cancelled."""
        self._imports.forget(paths)
        self._tell(Change(""))
