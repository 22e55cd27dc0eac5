"""Names brought together so far, and how two such groups become one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from timeline_app.extraction.actors.kinds import kind_of
from timeline_app.extraction.actors.spans import Name
from timeline_app.model import ActorKind, MentionForm


@dataclass(slots=True, eq=False)
class Group:
    """The names of one actor, in the order of the text; `words` are those of its fullest name."""

    names: list[Name] = field(default_factory=list)
    words: tuple[str, ...] = ()
    kind: ActorKind = ActorKind.OTHER
    surely: bool = False
    titles: set[str] = field(default_factory=set)
    given: str = ""

    @property
    def known(self) -> str:
        """The usual name, where one of its names is on the lists."""
        return next((name.known for name in self.names if name.known), "")

    @property
    def first(self) -> int:
        """Where its first name stands."""
        return self.names[0].start

    def settle(self) -> None:
        """Work out anew what follows from the names."""
        self.names.sort(key=lambda name: (name.start, -name.end))
        self.kind = kind_of(self.names)
        self.surely = any(name.kind is not None for name in self.names)
        self.titles = {name.title for name in self.names if name.title}
        real = [name for name in self.names if name.form is MentionForm.NAME] or self.names
        counts = Counter(name.words for name in real)
        self.words = max(counts, key=lambda words: (len(words), counts[words], words))


class Groups:
    """All groups of an article, reached by key; a merged group answers under all its keys."""

    def __init__(self, names: list[Name]) -> None:
        self.by_key: dict[str, Group] = {}
        for name in names:
            if name.words:
                self.by_key.setdefault(identity(name), Group()).names.append(name)
        for group in self.by_key.values():
            group.settle()

    def all(self) -> list[Group]:
        """Each group once, in the order of the text."""
        unique = {id(group): group for group in self.by_key.values()}
        return sorted(unique.values(), key=lambda group: (group.first, group.words))

    def merge(self, into: Group, other: Group) -> None:
        """Make one group of two."""
        if into is other:
            return
        into.names += other.names
        into.settle()
        for key, group in self.by_key.items():
            if group is other:
                self.by_key[key] = into


def identity(name: Name) -> str:
    """What two names must share to be one at first sight: the usual name, or all their letters."""
    return f"={name.known}" if name.known else name.key
