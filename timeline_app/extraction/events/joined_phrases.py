"""Phrases joined by "and" or "or", as a title says them: "Germany and France", "two or three ships"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.edges import is_date
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.events.phrases import (
    ROOMY,
    fitting,
    forms_of,
    is_prefix,
    longest_first,
    whole_head,
)
from timeline_app.extraction.events.remembering import remembered
from timeline_app.extraction.events.typography import listed
from timeline_app.model import ActorKind, MentionForm

#: So many joined phrases are said.
SAID = 3


def spoken(a: Analysis, index: ActorIndex, heads: Sequence[int], *, subject: bool = False, room: int = ROOMY) -> str:
    """The phrases of up to three heads, joined, in the longest form that `room` characters hold."""
    return fitting(spoken_forms(a, index, heads, subject=subject), room)


@remembered
def spoken_forms(
    a: Analysis, index: ActorIndex, heads: Sequence[int], *, subject: bool = False, without: int = -1
) -> list[str]:
    """The phrases of up to three heads, joined: "Germany, France and Italy"; longest first; those of one name are one.

    `without`: a verb below a head that is told beside it ("hair found in a house").
    """
    kept = [head for head in heads if not (len(heads) > 1 and is_prefix(a, head))]
    kept = [whole_head(a, head) for n, head in enumerate(kept) if not n or _really_joined(a, kept[0], head)]
    kept = [head for n, head in enumerate(kept) if not any(_one_name(index, head, other) for other in kept[:n])]
    kept = [head for n, head in enumerate(_of_a_kind(a, index, kept)) if not n or not is_date(a, head)]
    kept = [head for n, head in enumerate(kept) if not n or a.tokens[head].text.lower() not in {"both", "all", "each"}]
    kept = [head for n, head in enumerate(kept) if not n or not _is_other_sum(a, kept[0], head)]
    found = [
        forms
        for n, head in enumerate(kept[:SAID])
        if (forms := forms_of(a, index, head, subject=subject and not n, without=without, until=_next(kept, n)))
    ]
    if not found:
        return []
    if len(found) == 1:
        return found[0]
    longest, shortest = [forms[0] for forms in found], [forms[-1] for forms in found]
    if len(kept) > SAID:  # three of five would be told as all of them
        longest, shortest = [*longest[: SAID - 1], "others"], [*shortest[: SAID - 1], "others"]
    words = {a.tokens[k].text.lower() for k in a.children[kept[0]]}
    joint = " or " if "or" in words else " nor " if "nor" in words else " and "
    return longest_first([listed(list(dict.fromkeys(names)), joint) for names in (longest, shortest)])


def _is_other_sum(a: Analysis, first: int, head: int) -> bool:
    """The "68 cents a share" of "$2.3 million, or 68 cents a share"."""
    either = any(a.tokens[k].text.lower() == "or" for k in a.children[first])
    return either and a.tokens[head].entity == "MONEY"


def _next(heads: Sequence[int], n: int) -> int:
    return heads[n + 1] if n + 1 < len(heads) else -1


def _of_a_kind(a: Analysis, index: ActorIndex, heads: list[int]) -> list[int]:
    """Without people whom a parse joined to a thing: "described it as a success and its secretary, Jeremy Dear"."""

    def person(head: int) -> bool:
        beside = [k for k in a.children[head] if a.tokens[k].dep == "appos"]
        met = [m for i in (head, *beside) for m in index.mentions_at(i)]
        return any(index.actors[m.actor].kind is ActorKind.PERSON for m in met)

    if len(heads) < 2 or index.mentions_at(heads[0]):
        return heads
    return [heads[0], *(head for head in heads[1:] if not person(head))]


def _one_name(index: ActorIndex, one: int, other: int) -> bool:
    names = [m for m in index.mentions_at(one) if m.form is MentionForm.NAME]
    return any(m in names for m in index.mentions_at(other))


def _really_joined(a: Analysis, first: int, head: int) -> bool:
    """Whether nothing between two joined phrases tells that they only seem to be joined: a bracket, a finite verb."""
    gapped = any(a.tokens[k].dep == "appos" and a.tokens[k - 1].text != "," for k in a.children[head] if k > head)
    if gapped and not any(a.tokens[k].text in {",", "("} for k in a.children[head]):
        return False  # "the first act authorized one war and the second act another"
    between = a.tokens[min(first, head) + 1 : max(first, head)]
    return not any(token.text == "(" or token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in between) or head < first
