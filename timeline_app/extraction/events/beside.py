"""Whom an apposition names: "the released hostages, Judith and Natalie Raanan", "the first customer, Qantas"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.grammar import with_conjuncts
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.typography import listed
from timeline_app.model import ActorKind, MentionForm

OFFICES = frozenset("president minister chancellor secretary chairman governor mayor king queen pope general".split())
#: A place beside a noun may only say where: "a plant in the region, Bavaria".
THINGS = frozenset({ActorKind.ORGANIZATION, ActorKind.OTHER})
#: So many names a title has room for.
MOST_NAMES = 3


def named_beside(a: Analysis, index: ActorIndex, head: int) -> str:
    """The names that stand for a noun by apposition, as a title lists them; "" where there are none."""
    if a.tokens[head].pos != "NOUN" and a.tokens[head].text.lower() not in OFFICES:
        return ""
    for k in a.children[head]:
        if a.tokens[k].dep == "appos" and not _is_behind_clause(a, head, k):
            people = _people(a, index, k)
            names = [index.actors[x].name for x in people] or _things(a, index, with_conjuncts(a, k))
            if names:
                return listed(names[:MOST_NAMES])
    return ""


def _is_behind_clause(a: Analysis, head: int, k: int) -> bool:
    """Whether a clause stands between: "three opinions, the best of which is by a judge, Ann Roy" names no opinion."""
    return any(a.tokens[g].dep == "relcl" and head < g < k for g in a.children[head])


def _people(a: Analysis, index: ActorIndex, k: int) -> list[str]:
    actors = dict.fromkeys(m.actor for i in a.subtree(k) for m in index.mentions_at(i))
    return [x for x in actors if index.actors[x].kind is ActorKind.PERSON]


def _things(a: Analysis, index: ActorIndex, heads: Sequence[int]) -> list[str]:
    """The names of firms or things, each of which is a name and no more: not of "Ford, the rival of Jeep"."""
    found = [
        next((m for m in index.mentions_at(k) if m.form is MentionForm.NAME and m.passage.end == a.tokens[k].end), None)
        for k in heads
    ]
    actors = [index.actors[m.actor] for m in found if m is not None]
    fits = len(actors) == len(heads) <= MOST_NAMES and all(actor.kind in THINGS for actor in actors)
    return [actor.name for actor in actors] if fits else []
