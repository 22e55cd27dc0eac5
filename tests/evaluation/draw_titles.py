"""Draw titles at random, for a person to judge whether a news desk would accept them.

    dateline extract airbus-boeing.jsonl > ab.out && dateline extract apple.jsonl > ap.out && dateline extract events.jsonl > ev.out
    python -m tests.evaluation.draw_titles ab.out ap.out ev.out --seed 707

Prints `number, article, start of the trigger, title` with tabs between, of events of importance 0.15 and more. The
judgements stand in `title_judgements.tsv`.
"""  # noqa: E501

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

LEAST_IMPORTANCE = 0.15


def titles(files: list[Path]) -> list[tuple[str, int, str]]:
    """(article, start of the trigger, title) of the events that a reader sees, in the order of files and articles."""
    rows = []
    for number, path in enumerate(files):
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            rows += [
                (number, article["id"], event["trigger"]["start"], event["title"])
                for event in article["events"]
                if event["importance"] >= LEAST_IMPORTANCE
            ]
    return [row[1:] for row in sorted(rows)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=707)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    drawn = random.Random(arguments.seed).sample(titles(arguments.files), arguments.count)
    for number, (article, start, title) in enumerate(drawn, start=1):
        print(number, article, start, title, sep="\t")


if __name__ == "__main__":
    main()
