"""How much a happening deserves a place on the timeline, from what can be seen of its telling.

A weighted sum through the logistic curve; the weights stand in `resources/languages/en_importance.toml`, few enough to
read, and were learnt with `tests/evaluation/train_importance.py` on articles whose salient events people had marked.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Set
from functools import cache

from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.events.candidate import Candidate
from timeline_app.extraction.events.factuality import Status
from timeline_app.extraction.events.lexicon import Lexicon
from timeline_app.extraction.events.verbs import Tense, is_permitted
from timeline_app.model import Factuality, Participant, Role
from timeline_app.resources import resource

SUBORDINATE = ("relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp", "conj", "ROOT", "dobj", "pobj", "nsubj")


@cache
def weights(language: str = "en") -> Mapping[str, float]:
    """The weight of each feature."""
    raw = tomllib.loads(resource("languages", f"{language}_importance.toml").read_text(encoding="utf-8"))
    least = {name: float(raw[name]) for name in ("threshold", "said")}
    return {name: float(value) for name, value in raw["weights"].items()} | least


def importance_of(features: Mapping[str, float]) -> float:
    """0 to 1: the weighted sum of features through the logistic curve."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


def features_of(
    a: Analysis,
    lexicon: Lexicon,
    candidate: Candidate,
    status: Status,
    participants: tuple[Participant, ...],
    *,
    dated: bool,
    prominence: float,
    headline: Set[str],
) -> dict[str, float]:
    """Named features of one telling, most of them 0 or 1."""
    token = a.tokens[candidate.head]
    body = a.body_before[candidate.sentence]
    group = candidate.group
    roles = {p.role for p in participants}
    found = {
        "first_sentence": float(body == 0),
        "second_sentence": float(body == 1),
        "early": 1 / (1 + body),
        "depth": math.log1p(body),
        "noun": float(candidate.noun),
        "light": float(candidate.light),
        "known_family": float(candidate.noun or token.lemma in lexicon.verb_family),
        "statement": float(candidate.statement),
        "plain_verb": float(token.lemma in lexicon.none and not (candidate.noun or is_permitted(a, candidate.head))),
        "agent": float(Role.AGENT in roles),
        "patient": float(Role.PATIENT in roles),
        "actors": min(len(participants), 4) / 4,
        "objects": float(bool(candidate.patients)),
        "subjects": float(bool(candidate.agents)),
        "dated": float(dated),
        "prominence": prominence,
        "in_headline": float(bool(headline & {candidate.family, token.lemma})),
        "attributed": float(status.saying >= 0),
        "quoted": float(_quoted(a, candidate)),
        "number": float(any(a.tokens[k].pos == "NUM" for h in candidate.patients for k in a.children[h])),
        f"is_{status.factuality}": 1.0,
    }
    if group is not None:
        found |= {
            f"tense_{group.tense}": 1.0,
            "perfect": float(group.perfect),
            "passive": float(group.passive),
            "modal": float(bool(group.modal)),
        }
        found["pluperfect"] = float(group.perfect and group.tense is Tense.PAST)
    found[f"topic_{lexicon.topics.get(candidate.family, 'none')}"] = 1.0
    found |= _sentence_features(a, candidate, body)
    if token.dep in SUBORDINATE:
        found[f"dep_{token.dep}"] = 1.0
    if status.factuality is Factuality.HAPPENED and not candidate.statement:
        found["plain_happening"] = 1.0
    return found


def _sentence_features(a: Analysis, candidate: Candidate, body: int) -> dict[str, float]:
    known = a.memo.get(("sentence", candidate.sentence))
    if not isinstance(known, dict):
        known = a.memo["sentence", candidate.sentence] = _of_sentence(a, candidate.sentence)
    subjects = {a.tokens[i].text.lower() for i in candidate.agents}
    words = range(a.sentences[candidate.sentence].first, candidate.head)
    return known | {
        "late": body / max(a.body_before[-1], 1),
        "first_person": float(bool(subjects & {"i", "we", "you"})),
        "pronoun": float(bool(subjects & {"it", "they", "he", "she", "this", "that"})),
        "first_trigger": float(all(a.tokens[i].pos != "VERB" for i in words)),
    }


def _of_sentence(a: Analysis, number: int) -> dict[str, float]:
    """What is the same for all triggers of a sentence."""
    sentence = a.sentences[number]
    words = a.words(sentence)
    return {
        "long_sentence": float(len(words) > 40),
        "short_sentence": float(len(words) < 10),
        "names": min(sum(1 for w in words if w.entity_start), 6) / 6,
        "figures": float(any(w.pos == "NUM" for w in words)),
        "paragraph_start": float(not number or a.sentences[number - 1].block != sentence.block),
    }


def _quoted(a: Analysis, candidate: Candidate) -> bool:
    """Whether the trigger stands between quotation marks of its sentence."""
    sentence = a.sentences[candidate.sentence]
    before = sum(a.tokens[i].text in {'"', "“", "”", "``", "''"} for i in range(sentence.first, candidate.head))
    behind = any(a.tokens[i].text in {'"', "”", "''"} for i in range(candidate.head, sentence.after))
    return before % 2 == 1 and behind
