"""The folder in which Dateline keeps what the person has not named yet, and where that folder is refused, another."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

REFUSED = (
    "Dateline cannot write to {refused}, where it keeps projects without a name. Until you save it with Save As, the "
    "project lies in {path}, which the system may clear."
)


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """A folder that can be written to, and the one that could not be, if any."""

    path: Path
    refused: Path | None = None

    @property
    def warning(self) -> str:
        """The sentence for the person where what is kept here may be lost; else nothing."""
        return REFUSED.format(refused=self.refused, path=self.path) if self.refused is not None else ""


def own_folder() -> OwnFolder:
    """The person's data folder, or a temporary one. Raises OSError where neither can be had."""
    wanted = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError:
        pass
    else:
        if os.access(wanted, os.W_OK | os.X_OK):
            return OwnFolder(wanted)
    return OwnFolder(Path(tempfile.mkdtemp(prefix="dateline-")), wanted)
