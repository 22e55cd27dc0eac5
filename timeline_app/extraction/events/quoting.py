"""What somebody says in his own words, for a title: “We will appeal”, whole or cut at a word."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.typography import tidy

OPENING, CLOSING, EITHER = frozenset({"“", "``", "„", "«"}), frozenset({"”", "''", "»"}), '"'
#: What may stand between a quotation and the words that say whose it is.
BESIDE = frozenset({",", ":", ".", "?", "!", "`", "'", *OPENING, *CLOSING, EITHER})
#: Tokens of a sayer between a quotation and the verb: “…,” the former minister Ann Roy said.
SAYER = 8
#: How that hangs on the verb.
ROUND_ABOUT = frozenset({"nsubj", "dobj", "dative", "npadvmod", "advmod", "prep"})
#: A quotation of fewer words is a phrase and not a thing said.
FEWEST = 2
#: Characters that a quotation is tried in, the longest first.
ROOMS = (66, 56, 46, 36, 28)


def quotation_forms(a: Analysis, verb: int) -> list[str]:
    """The words that a verb of saying gives as said, between quotation marks, longest form first; none if indirect."""
    sentence = a.sentences[a.tokens[verb].sentence]
    for first, after in _quotations(a, sentence.first, sentence.after):
        if _belongs(a, verb, first, after, sentence.first):
            return _forms(_written(a, first, after))
    return []


def literal_forms(a: Analysis, verb: int) -> list[str]:
    """The same for speech without marks, as "We regret it, said Roy" has it: the clause word for word."""
    for k in a.children[verb]:
        inside = sorted(a.subtree(k))
        if a.tokens[k].dep in {"ccomp", "parataxis"} and not inside[0] <= verb <= inside[-1]:
            return _forms(_written(a, inside[0], inside[-1] + 1))
    return []


def _forms(words: str) -> list[str]:
    if len(words.split()) < FEWEST:
        return []
    cuts = [_cut(words, room) for room in ROOMS if len(words) > room]
    return [f"“{form}”" for form in (words, *cuts) if form]


def _quotations(a: Analysis, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Tokens [first, after) between marks; one that was opened or is closed in another sentence goes to the edge."""
    begun = -1
    for i in range(start, stop):
        text = _mark(a, i)
        opens = text in OPENING or (text == EITHER and _opens(a, i, start, begun))
        if text in CLOSING or (text == EITHER and not opens):
            first = begun if begun >= 0 else start
            if i > first:
                yield first, i
            begun = -1
        elif opens:
            begun = i + 1
    if 0 <= begun < stop:
        yield begun, stop


def _mark(a: Analysis, i: int) -> str:
    """The token's text, of two single marks that make a double one the first as a double one."""
    text = a.tokens[i].text
    follows = a.tokens[i + 1] if i + 1 < len(a.tokens) else None
    doubled = text in {"`", "'"} and follows is not None and follows.text == text and follows.start == a.tokens[i].end
    return {"`": "``", "'": "''"}[text] if doubled else text


def _opens(a: Analysis, i: int, start: int, begun: int) -> bool:
    """Whether a mark that could be either opens; by what it is written next to, else by what stands before it."""
    left = i > start and a.tokens[i - 1].end == a.tokens[i].start
    right = i + 1 < len(a.tokens) and a.tokens[i + 1].start == a.tokens[i].end
    if left != right:
        return right
    before = a.tokens[i - 1].text if i > start else ""
    earlier = any(a.tokens[k].text == EITHER for k in range(start, i))
    return begun < 0 and (earlier or before not in {".", "?", "!"})


def _belongs(a: Analysis, verb: int, first: int, after: int, start: int) -> bool:
    """Whether nothing but marks, the sayer and where he said it stands between the verb and the words.

    Behind it there is a comma or colon; before it the words begin the sentence, which starts at token `start`.
    """
    behind = verb < first
    between = [t for t in (a.tokens[verb + 1 : first] if behind else a.tokens[after:verb]) if t.text not in BESIDE]
    own = {i for k in a.children[verb] if a.tokens[k].dep in ROUND_ABOUT for i in a.subtree(k)}
    if len(between) > SAYER or not {t.i for t in between} <= own or first <= verb < after:
        return False
    if behind:
        return any(t.text in {",", ":"} for t in a.tokens[verb + 1 : first])
    spoken = any(t.text in {",", ".", "?", "!"} for t in a.tokens[after - 1 : after + 2])
    return spoken and all(t.text in BESIDE for t in a.tokens[start:first])


def _written(a: Analysis, first: int, after: int) -> str:
    """The words as the text has them, without marks at their ends."""
    text = ""
    for token in a.tokens[first:after]:
        glued = text and a.tokens[token.i - 1].end == token.start
        text += token.text if glued or not text else f" {token.text}"
    text = tidy(text.replace("`` ", "“").replace(" ''", "”"))
    return text.rstrip(" .,;:-–—`'")


def _cut(words: str, room: int) -> str:
    """So many characters of it at most, to the end of a clause where that is not far, else of a word."""
    short = words[:room].rsplit(" ", 1)[0]
    clause = max(short.rfind(mark) for mark in (", ", "; ", ". ", "? ", " – "))
    if clause > room // 2:
        return short[:clause].rstrip(" ,;–")
    return short.rstrip(" ,;:–-") + " …"
