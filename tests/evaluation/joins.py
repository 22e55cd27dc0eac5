"""How well events of different articles are brought together, against timelines whose rows name all their mentions.

    python -m tests.evaluation.joins CORPUS TOOLS

CORPUS holds `articles/*.tml` and `timelines/*.txt` (SemEval-2015 Task 4: a row names every mention of one event), TOOLS
the folder with `gold.py`, which reads them. All articles are taken into one project, as when they are dropped on the
window. Printed is, of the pairs of gold mentions in different articles that one row brings together and that were both
found, how many stand in one event (recall), and of the joined pairs of found gold mentions, how many one row has
(precision). A mention is found where an event has a passage that holds its sentence and its word in the trigger.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.evaluation.gold import as_article
from tests.evaluation.reading import analyser
from timeline_app.extraction import read_article
from timeline_app.model import Event
from timeline_app.project import Project

#: Article number, sentence number, word.
Mention = tuple[str, int, str]


def rows(folder: Path) -> Iterator[frozenset[Mention]]:
    """The mentions of each row of each timeline."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            parts = [cell.strip().split("-") for cell in line.split("\t")[2:]]
            yield frozenset((p[0], int(p[1]), "-".join(p[2:])) for p in parts if len(p) >= 3 and p[1].isdigit())


def read_project(articles: dict[str, Any], project: Project) -> dict[tuple[str, int], str]:
    """Take all articles into the project; the project's event of each trigger, by article number and character."""
    names: dict[str, str] = {}
    for name, article in sorted(articles.items()):
        gold = {"id": name, "text": article.text, "published": article.published[:10]}
        reading = read_article(as_article(gold), analyser(), strict=True)
        names[reading.article.id] = re.match(r"\d+", name)[0]
        project.take_in([(reading, None)])
    return {
        (names[trigger.article], at): event.id
        for event in project.events()
        for trigger in triggers(project, event)
        for at in range(trigger.start, trigger.end)
    }


def triggers(project: Project, event: Event) -> list[Any]:
    """Where an event's tellings have their triggers."""
    return [telling.trigger for telling in project._book.tellings(event.id)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("tools", type=Path)
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.tools))
    articles = importlib.import_module("gold").read_all(arguments.corpus / "articles")
    by_number = {re.match(r"\d+", name)[0]: article for name, article in articles.items()}
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "joins.dateline") as project:
        event_at = read_project(articles, project)
    gold_rows = list(rows(arguments.corpus / "timelines"))
    found = {}
    for mention in {mention for row in gold_rows for mention in row}:
        number, sentence, words = mention
        article = by_number.get(number)
        if article is None or sentence not in article.sentences:
            continue
        start, end = article.sentences[sentence]
        at = article.text.lower().find(words.split("_")[0].lower(), start, end)
        if at >= 0 and (number, at) in event_at:
            found[mention] = event_at[number, at]
    pairs = {frozenset(pair) for row in gold_rows for pair in combinations(sorted(row), 2) if pair[0][0] != pair[1][0]}
    met = {pair for pair in pairs if pair <= found.keys()}
    joined = {
        frozenset(pair) for pair in combinations(sorted(found), 2)
        if pair[0][0] != pair[1][0] and found[pair[0]] == found[pair[1]]
    }  # fmt: skip
    right = joined & pairs
    print(
        f"{arguments.corpus.name}: {len(pairs)} pairs, both found {len(met)}, joined {len(met & right)}; "
        f"joined in all {len(joined)}, of them right {len(right)}"
    )
    for pair in sorted(map(sorted, met - right)):
        print("  apart:", *pair)
    for pair in sorted(map(sorted, joined - right)):
        print("  wrong:", *pair)


if __name__ == "__main__":
    main()
