"""What is to go on paper or into a file, as plain values: no Qt, no project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from timeline_app.model import Actor, Article, Event

if TYPE_CHECKING:
    from timeline_app.layout.eras import Era
    from timeline_app.layout.lanes import Lane
    from timeline_app.project import Conflict

#: Narrower than this no printer prints (millimetres).
LEAST_MARGIN = 3.0
#: Wider than this there is no room left for words.
GREATEST_MARGIN = 60.0
#: So many sheets side by side at most make a poster.
WIDEST_POSTER = 12


class Paper(StrEnum):
    """The sizes of paper on offer, under the names that Qt and people give them."""

    A4 = "A4"
    LETTER = "Letter"
    A3 = "A3"
    LEGAL = "Legal"
    TABLOID = "Tabloid"


#: Width and height of a sheet held upright, in points of 1/72 inch.
PAPER_POINTS: dict[Paper, tuple[float, float]] = {
    Paper.A4: (595.276, 841.890),
    Paper.LETTER: (612.0, 792.0),
    Paper.A3: (841.890, 1190.551),
    Paper.LEGAL: (612.0, 1008.0),
    Paper.TABLOID: (792.0, 1224.0),
}


@dataclass(frozen=True, slots=True)
class Margins:
    """Empty edges of a sheet in millimetres."""

    left: float = 15.0
    top: float = 14.0
    right: float = 15.0
    bottom: float = 14.0


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a print or an export looks; remembered between prints as a mapping of plain values.

    `event_list` puts the numbered list of events behind the timeline, `passages` the quoted passages into that list.
    `poster` is how many sheets the timeline is spread over from left to right, to be cut and put together; 1 for pages
    that are read one after another.
    `dark`, `width` (pixels before scaling) and `scale` concern pictures only: paper is always light.
    """

    paper: Paper = Paper.A4
    landscape: bool = False
    margins: Margins = field(default_factory=Margins)
    black_and_white: bool = False
    event_list: bool = True
    passages: bool = True
    poster: int = 1
    dark: bool = False
    width: int = 1400
    scale: float = 2.0

    @property
    def page_points(self) -> tuple[float, float]:
        """Width and height of the sheet as it is held, in points."""
        short, long = PAPER_POINTS[self.paper]
        return (long, short) if self.landscape else (short, long)

    def to_plain(self) -> dict[str, Any]:
        """The options as values that any settings file can keep."""
        return asdict(self) | {"paper": self.paper.value}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> PageOptions:
        """Options from `to_plain`; whatever is missing, unknown or out of bounds is as if it had not been set."""
        options = cls()
        for name in ("landscape", "black_and_white", "event_list", "passages", "dark"):
            if isinstance(plain.get(name), bool):
                options = replace(options, **{name: plain[name]})
        if plain.get("paper") in set(Paper):
            options = replace(options, paper=Paper(plain["paper"]))
        poster = plain.get("poster")
        if isinstance(poster, int) and 1 <= poster <= WIDEST_POSTER:
            options = replace(options, poster=int(poster))
        width, scale = plain.get("width"), plain.get("scale")
        if isinstance(width, int) and 300 <= width <= 20_000:
            options = replace(options, width=width)
        if isinstance(scale, int | float) and 0.25 <= scale <= 8:
            options = replace(options, scale=float(scale))
        return replace(options, margins=_margins(plain.get("margins")))


def _margins(plain: object) -> Margins:
    """Margins that a sheet can have, from what was remembered."""
    if not isinstance(plain, Mapping):
        return Margins()
    known = {
        each.name: min(max(float(plain[each.name]), LEAST_MARGIN), GREATEST_MARGIN)
        for each in fields(Margins)
        if isinstance(plain.get(each.name), int | float)
    }
    return replace(Margins(), **known)


@dataclass(frozen=True, slots=True)
class PrintDocument:
    """A timeline to be printed or exported: what is shown of it, and how.

    `events` are those shown, in any order; `actors` and `articles` those they name (others do no harm). `first` and
    `last` are the day numbers of the range asked for, None for as far as the events go. `lanes` are drawn from the top.
    `checked` holds the ids of the events that the user has looked at and accepted; `conflicts` are those of the whole
    project, and what of them concerns the events is printed with these. `total` is how many events there would be with
    those of little importance; 0 where none were left out. `eras` are shaded stretches of time.
    """

    title: str
    events: tuple[Event, ...]
    actors: tuple[Actor, ...] = ()
    articles: tuple[Article, ...] = ()
    lanes: tuple[Lane, ...] = ()
    first: int | None = None
    last: int | None = None
    checked: frozenset[str] = frozenset()
    conflicts: tuple[Conflict, ...] = ()
    total: int = 0
    eras: tuple[Era, ...] = ()
    options: PageOptions = field(default_factory=PageOptions)

    def with_options(self, options: PageOptions) -> PrintDocument:
        """The same timeline in another dress."""
        return replace(self, options=options)

    @property
    def actor_names(self) -> dict[str, str]:
        """Name of each actor by its id."""
        return {actor.id: actor.name for actor in self.actors}

    @property
    def articles_by_id(self) -> dict[str, Article]:
        """Each article by its id."""
        return {article.id: article for article in self.articles}
