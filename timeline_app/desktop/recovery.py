"""Untitled projects are files like all others, kept in the application's own data folder until they get a name.

So a crash loses nothing: the file is there at the next start and is opened again. An untitled project that is still
empty is thrown away when it is closed.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

ENDING = ".dateline"
#: Files SQLite keeps beside a project.
BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Untitled:
    """The folder of untitled projects."""

    folder: Path

    @classmethod
    def within(cls, own: Path) -> Untitled:
        """The one in Dateline's own folder, made if missing."""
        folder = own / "untitled"
        # Where it cannot be made, as on a full disk, the first project that is to lie there says why.
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        return cls(folder)

    def new_path(self) -> Path:
        """A path for a new untitled project that is not taken."""
        number = 1
        while (path := self.folder / f"Untitled {number}{ENDING}").exists():
            number += 1
        return path

    def holds(self, path: Path) -> bool:
        """Whether a project is an untitled one."""
        return path.parent.resolve() == self.folder.resolve()

    def left_behind(self) -> list[Path]:
        """The untitled projects of earlier times, the one used last first."""
        found = [path for path in self.folder.glob(f"*{ENDING}") if path.is_file()]
        return sorted(found, key=lambda path: (-_used(path), path.name))

    def discard(self, path: Path) -> None:
        """Removes an untitled project; any other path is left alone."""
        if not self.holds(path):
            return
        for ending in ("", *BESIDE):
            with contextlib.suppress(OSError):
                path.with_name(path.name + ending).unlink(missing_ok=True)


def _used(path: Path) -> int:
    """When the project was last written to: its log is newer than the file itself while it is open."""
    times = [path.stat().st_mtime_ns]
    log = path.with_name(path.name + BESIDE[0])
    if log.exists():
        times.append(log.stat().st_mtime_ns)
    return max(times)
