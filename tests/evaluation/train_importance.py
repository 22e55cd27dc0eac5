"""Learn the weights of importance from articles whose salient events people have marked.

    python -m tests.evaluation.train_importance GOLD_FOLDER [--all]

GOLD_FOLDER holds JSON articles {"id", "published", "text", "events": [{"start", "end"}, …]} (TimeSET, CC-BY). Two
thirds of them (by hash of the name) are learnt from; `--all` learns from all of them. Prints
the TOML of `resources/languages/en_importance.toml`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np

from timeline_app.extraction.analyser import Analyser
from timeline_app.extraction.events.gathering import find_tellings
from timeline_app.extraction.events.lexicon import lexicon
from timeline_app.extraction.events.participants import ActorIndex
from timeline_app.extraction.reading import source_of
from timeline_app.model import Article, article_id
from timeline_app.model.calendar import parse_iso_day

RIDGE = 3.0


def held_out(name: str) -> bool:
    """Whether an article is kept unread: one in three, by the hash of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


def examples(folder: Path):
    """(article name, features, 1.0 where a gold trigger is met) of every telling that may become a row."""
    analyser, words = Analyser(), lexicon()
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = gold["text"]
        article = Article(article_id(text), gold["id"], text, published=parse_iso_day(gold["published"][:10]))
        source = source_of(article, analyser)
        index = ActorIndex(source.analysis, source.actors, source.mentions)
        for telling in find_tellings(source, words, index):
            if telling.candidate.attributive or telling.headline:
                continue
            first = source.analysis.tokens[telling.candidate.first].start
            last = source.analysis.tokens[telling.candidate.after - 1].end
            met = any(event["start"] < last and first < event["end"] for event in gold["events"])
            yield path.stem, telling.features, float(met)


def fit(rows: list[dict[str, float]], labels: list[float]) -> dict[str, float]:
    """Ridge logistic regression by Newton's steps."""
    names = sorted({name for row in rows for name in row})
    x = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in rows])
    y = np.array(labels)
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(hessian, gradient)
    return dict(zip(["bias", *names], weights.tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    data = [(n, f, y) for n, f, y in examples(arguments.gold) if arguments.all or not held_out(n)]
    weights = fit([f for _, f, _ in data], [y for *_, y in data])
    print("# Weights of the features of timeline_app/extraction/events/importance.py, learnt with")
    print("# tests/evaluation/train_importance.py; `threshold` is the least importance of a row.")
    print("threshold = 0.024\n\n[weights]")
    for name, value in weights.items():
        if abs(value) >= 0.02:
            print(f"{name} = {value:.2f}")
    print(f"{len(data)} tellings, {sum(y for *_, y in data):.0f} of them marked", file=sys.stderr)


if __name__ == "__main__":
    main()
