"""The nouns of Dateline: values only, frozen, comparable, without Qt.

Spans are half-open in characters, `[start, end)`, and bounds of dates are day numbers with both ends included.
"""

from timeline_app.model.actor import LANDS, Actor, ActorKind, Mention, MentionForm
from timeline_app.model.article import Article, Page, PublishedFrom, ReadingMode, article_id
from timeline_app.model.event import Claim, Event, Factuality, Participant, Relation, Role
from timeline_app.model.passage import Passage
from timeline_app.model.reading import Reading
from timeline_app.model.time_expression import TimeExpression, TimexType
from timeline_app.model.when import Basis, ClockTime, When

__all__ = [
    "LANDS", "Actor", "ActorKind", "Article", "Basis", "Claim", "ClockTime", "Event", "Factuality", "Mention",
    "MentionForm", "Page", "Participant", "Passage", "PublishedFrom", "Reading", "ReadingMode", "Relation", "Role",
    "TimeExpression", "TimexType", "When", "article_id",
]  # fmt: skip
