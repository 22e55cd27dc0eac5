"""Names brought together so far, and how two such groups become one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline_app.extraction.actors.kinds import kind_of
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind, MentionForm


@dataclass(slots=True, eq=False)
class Group:
    """The names of one actor, in the order of the text; `words` are those of its fullest name.

    `person` says that a full name of a person was joined with a short one of it.
    """

    names: list[Name] = field(default_factory=list)
    words: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.OTHER
    surely: bool = False
    person: bool = False
    titles: set[str] = field(default_factory=set)
    moved: Group | None = None

    @property
    def known(self) -> str:
        """The usual name, where one of its names is on the lists."""
        return next((name.known for name in self.names if name.known and not name.unlisted), "")

    @property
    def first(self) -> int:
        """Where its first name stands."""
        return self.names[0].start

    def forget(self) -> None:
        """Take back what the lists say of its names."""
        for name in self.names:
            name.unlisted = True
            name.kind = None
        self.settle()

    def settle(self) -> None:
        """Work out anew what follows from the names."""
        self.names.sort(key=lambda name: (name.start, -name.end))
        self.kind = ActorKind.PERSON if self.person else kind_of(self.names)
        self.surely = any(name.kind is not None for name in self.names)
        self.titles = {name.title for name in self.names if name.title}
        if len(self.names) == 1:
            self.words = self.names[0].words
            return
        real = [name for name in self.names if name.form is MentionForm.NAME] or self.names
        counts = Counter(name.words for name in real)
        self.words = max(counts, key=lambda words: (len(words), counts[words], words))


class Groups:
    """All groups of an article, reached by key; a merged group answers under all its keys."""

    def __init__(self, names: list[Name]) -> None:
        self._by_key: dict[str, Group] = {}
        for name in names:
            if name.words:
                self._by_key.setdefault(identity(name), Group()).names.append(name)
        for group in self._by_key.values():
            group.settle()

    def get(self, key: str) -> Group | None:
        """The group that a key belongs to by now."""
        group = self._by_key.get(key)
        while group is not None and group.moved is not None:
            group = group.moved
        return group

    def of(self, name: Name) -> Group:
        """The group of one of the names given at the start."""
        group = self.get(identity(name))
        assert group is not None
        return group

    def all(self) -> list[Group]:
        """Each group once, in the order of the text."""
        unique = [group for group in self._by_key.values() if group.moved is None]
        return sorted(unique, key=lambda group: (group.first, group.words))

    def merge(self, into: Group, other: Group) -> None:
        """Make one group of two."""
        while into.moved is not None:
            into = into.moved
        while other.moved is not None:
            other = other.moved
        if into is not other:
            into.names += other.names
            into.person = into.person or other.person
            other.moved = into
            into.settle()


def identity(name: Name) -> str:
    """What two names must share to be one at first sight: the usual name, or all their letters."""
    return f"={name.known}" if name.known else name.key
