"""How near an extraction comes to the gold answers.

Everything works on what `dateline extract` prints for an article (`extraction.to_json`), so the figures are those of
the program and not of its insides. Rows are looked up by article id; an article without a row counts as found empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]
Rows = Mapping[str, Item]
Figures = dict[str, float]


def f1(hits: float, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where there is nothing."""
    return 2 * hits / (found + gold) if found + gold else 0.0


def shared(one: Item, other: Item) -> int:
    """Characters that two spans share."""
    return max(0, int(min(one["end"], other["end"]) - max(one["start"], other["start"])))


def pair_up(
    golds: Sequence[Item], founds: Sequence[Item], merit: Callable[[Item, Item], tuple[float, ...] | None]
) -> dict[int, int]:
    """Gold to found by position, one to one, the greatest merit first; pairs without merit (None) never."""
    candidates = [
        (merit(gold, found), i, j) for i, gold in enumerate(golds) for j, found in enumerate(founds)
    ]  # fmt: skip
    ranked = sorted((c for c in candidates if c[0] is not None), key=lambda c: ([-m for m in c[0] or ()], c[1], c[2]))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


# ── date expressions, as in TempEval-3 ────────────────────────────────────────────────────────────────────────────────


def score_times(golds: Iterable[Item], rows: Rows) -> Figures:
    """Strict F1 (same span), relaxed F1 (overlapping), value F1 (overlapping and the same TIMEX3 value)."""

    def merit(gold: Item, found: Item) -> tuple[float, ...] | None:
        overlap = shared(gold, found)
        return (float(is_same_span(gold, found)), overlap) if overlap else None

    n_gold = n_found = relaxed = strict = value = 0
    for article in golds:
        wanted, found = article["times"], rows.get(article["id"], {}).get("times", [])
        pairs = pair_up(wanted, found, merit)
        n_gold, n_found, relaxed = n_gold + len(wanted), n_found + len(found), relaxed + len(pairs)
        strict += sum(is_same_span(wanted[i], found[j]) for i, j in pairs.items())
        value += sum(wanted[i]["value"].upper() == (found[j]["value"] or "").upper() for i, j in pairs.items())
    return {
        "strict_f1": f1(strict, n_found, n_gold),
        "relaxed_f1": f1(relaxed, n_found, n_gold),
        "value_f1": f1(value, n_found, n_gold),
    }


def is_same_span(one: Item, other: Item) -> bool:
    """Whether two spans are the same characters."""
    return (one["start"], one["end"]) == (other["start"], other["end"])


# ── actors ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def score_actors(golds: Iterable[Item], rows: Rows) -> Figures:
    """F1 of the names, and B³ F1 of how they are brought together (unpaired names count 0)."""

    def merit(gold: Item, found: Item) -> tuple[float, ...] | None:
        overlap = shared(gold, found)
        likeness = overlap / (gold["end"] - gold["start"] + found["end"] - found["start"] - overlap)
        return (likeness,) if likeness >= 0.5 else None

    n_gold = n_found = n_pairs = 0
    precision = recall = 0.0
    for article in golds:
        wanted = article["mentions"]
        found = [m for m in rows.get(article["id"], {}).get("mentions", []) if m.get("form", "name") == "name"]
        pairs = pair_up(wanted, found, merit)
        p, r = b_cubed([m["actor"] for m in wanted], [m["actor"] for m in found], pairs)
        precision, recall = precision + p, recall + r
        n_gold, n_found, n_pairs = n_gold + len(wanted), n_found + len(found), n_pairs + len(pairs)
    p, r = precision / n_found if n_found else 0.0, recall / n_gold if n_gold else 0.0
    return {"names_f1": f1(n_pairs, n_found, n_gold), "b3_f1": 2 * p * r / (p + r) if p + r else 0.0}


def b_cubed(golds: Sequence[str], founds: Sequence[str], pairs: Mapping[int, int]) -> tuple[float, float]:
    """Sums over the paired mentions of how pure and how whole the cluster of each is."""
    gold_members, found_members = members(golds), members(founds)
    to_gold = {j: i for i, j in pairs.items()}
    precision = recall = 0.0
    for i, j in pairs.items():
        mine, right = found_members[founds[j]], gold_members[golds[i]]
        together = sum(to_gold.get(k) in right for k in mine)
        precision += together / len(mine)
        recall += together / len(right)
    return precision, recall


def members(clusters: Sequence[str]) -> dict[str, set[int]]:
    """Positions by the name of their cluster."""
    found: dict[str, set[int]] = defaultdict(set)
    for position, name in enumerate(clusters):
        found[name].add(position)
    return found


# ── events ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def score_events(golds: Iterable[Item], rows: Rows) -> Figures:
    """Of N gold events in an article, the share among the N most important found ones (salience), the share of gold
    triggers found at all (recall), the share of their named participants (actors), and found rows for each gold row.
    """
    n_gold = n_found = paired = triggers = wanted = named = 0
    for article in golds:
        row = rows.get(article["id"], {})
        found = sorted(row.get("events", []), key=lambda event: -event["importance"])
        names = {actor["id"]: " ".join([actor["name"], *actor["aliases"]]).lower() for actor in row.get("actors", [])}
        gold = article["events"]
        pairs = pair_events(gold, found[: len(gold)])
        n_gold, n_found, paired = n_gold + len(gold), n_found + len(found), paired + len(pairs)
        triggers += sum(any(shared(event, other["trigger"]) for other in found) for event in gold)
        for i, j in pairs.items():
            taking_part = " ".join(names.get(part["actor"], "") for part in found[j]["actors"])
            for argument in gold[i]["arguments"]:
                capitals = re.findall(r"\b[A-Z][\w’'-]+", argument["text"])
                wanted += bool(capitals)
                named += any(word.lower() in taking_part for word in capitals)
    return {
        "salience": paired / n_gold,
        "recall": triggers / n_gold,
        "actors": named / wanted if wanted else 0.0,
        "rows_per_gold_row": n_found / n_gold,
    }


def pair_events(golds: Sequence[Item], founds: Sequence[Item]) -> dict[int, int]:
    """Gold to found events: by trigger first, then by a passage that holds the gold trigger, in the order of both."""

    def merit(gold: Item, found: Item) -> tuple[float, ...] | None:
        if shared(gold, found["trigger"]):
            return (2.0,)
        return (1.0,) if shared(gold, found["passage"]) else None

    return pair_up(golds, founds, merit)


# ── dated events of an actor, as in SemEval-2015 Task 4 ───────────────────────────────────────────────────────────────


def score_timelines(gold: Item, rows: Rows) -> Figures:
    """F1 of (article, sentence) and of (article, sentence, date) over the target actors, and of the dated sentences
    that were found, the share with the right date. A date is right when it agrees in all that the gold date says.
    """
    sentences = {article["id"]: article["sentences"] for article in gold["articles"]}
    event, dated = [0, 0, 0], [0, 0, 0]
    placed = 0
    for timeline in gold["timelines"]:
        wanted: dict[tuple[str, int], set[str]] = defaultdict(set)
        for date, article, sentence, _ in timeline["rows"]:
            wanted[article, sentence].add(known_part(date))
        found = events_of(timeline["actor"], rows, sentences)
        wanted_dates = {(place, date) for place, dates in wanted.items() for date in dates if date}
        found_dates = {(place, date) for place, dates in found.items() for date in dates if re.match(r"-?\d{4}", date)}
        hits = {(place, date) for place, date in wanted_dates if any(d.startswith(date) for d in found.get(place, ()))}
        event = add(event, [len(wanted.keys() & found.keys()), len(found), len(wanted)])
        dated = add(dated, [len(hits), len(found_dates), len(wanted_dates)])
        placed += sum(place in found for place, _ in wanted_dates)
    return {"event_f1": f1(*event), "dated_f1": f1(*dated), "dating": dated[0] / placed if placed else 0.0}


def add(counts: Sequence[int], more: Sequence[int]) -> list[int]:
    """Counts added one by one."""
    return [one + other for one, other in zip(counts, more, strict=True)]


def events_of(target: str, rows: Rows, sentences: Mapping[str, Iterable[Sequence[int]]]) -> dict[Any, set[str]]:
    """(article, sentence) of an actor's events, with their dates as EDTF ("" where there is none)."""
    found: dict[Any, set[str]] = defaultdict(set)
    for article, row in rows.items():
        ids = {actor["id"] for actor in row["actors"] if is_named(target, [actor["name"], *actor["aliases"]])}
        for event in row["events"]:
            if any(part["actor"] in ids for part in event["actors"]):
                at = event["trigger"]["start"]
                sentence = next((n for n, start, end in sentences.get(article, ()) if start <= at < end), None)
                found[article, sentence].add((event["date"] or {}).get("edtf") or "")
    return found


def is_named(target: str, names: Iterable[str]) -> bool:
    """Whether one of the names holds all words of the target, or the target all words of it."""
    wanted = words(target)
    return any(len(name) > 1 and words(name) and (wanted <= words(name) or words(name) <= wanted) for name in names)


def words(name: str) -> set[str]:
    """The words of a name, in lower case."""
    return set(re.findall(r"\w+", name.lower()))


def known_part(date: str) -> str:
    """What a gold date says: 2008-03-XX is 2008-03, XXXX-XX-XX nothing."""
    return date.split("X", maxsplit=1)[0].rstrip("-")
