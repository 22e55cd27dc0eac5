"""The corrections of a project by what they are laid over, by article, and by the groups they put tellings into."""

from __future__ import annotations

import json

from timeline_app.project.tables import EditRow


class Edits:
    """All corrections. `on` gives those of a target by field, `inside` targets and fields of an article."""

    def __init__(self) -> None:
        self.on: dict[str, dict[str, EditRow]] = {}
        self.inside: dict[str, set[tuple[str, str]]] = {}
        self._groups: dict[str, set[str]] = {}

    def put(self, row: EditRow) -> None:
        """Take a correction in, in place of the one on the same field."""
        self.on.setdefault(row.target, {})[row.field] = row
        self.inside.setdefault(row.article, set()).add((row.target, row.field))
        if row.field == "group":
            self._groups.setdefault(row.value, set()).add(row.target)

    def drop(self, row: EditRow) -> None:
        """Take a correction off."""
        edits = self.on[row.target]
        del edits[row.field]
        if not edits:
            del self.on[row.target]
        self.inside[row.article].discard((row.target, row.field))
        if row.field == "group":
            self._groups[row.value].discard(row.target)

    def grouped(self, group: str) -> list[str]:
        """The tellings that the user put into this group."""
        return sorted(self._groups.get(json.dumps(group), ()))
