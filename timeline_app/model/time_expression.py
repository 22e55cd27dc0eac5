"""Words that say when (TIMEX3 of TimeML), and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.passage import Passage
from timeline_app.model.when import When


class TimexType(StrEnum):
    """The four TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One date expression: its passage, TIMEX3 `type`, `value` and `mod`, and for calendar values a `when`.

    `rule` says in words how the value was worked out; `anchor` is the passage of the earlier expression it counts
    from, None where that is the article's own date or nothing.
    """

    passage: Passage
    type: TimexType
    value: str
    mod: str = ""
    when: When | None = None
    rule: str = ""
    anchor: Passage | None = None
    #: The other end of a range ("from … to …"), as the passage of that expression.
    range_end: Passage | None = None
