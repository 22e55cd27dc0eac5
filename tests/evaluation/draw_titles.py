"""Draw titles at random, for a person to judge whether a news desk would accept them.

    for set in airbus-boeing actors apple events; do dateline extract --format jsonl $set.jsonl > $set.out; done
    dateline extract --format jsonl resources/sample/*.* > sample.out
    python -m tests.evaluation.draw_titles airbus-boeing.out actors.out apple.out events.out sample.out --seed 6029

Prints `number, article, start of the trigger, title` with tabs between, of events of importance 0.15 and more. The
judgements stand in `title_judgements.tsv`.
"""

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
    parser.add_argument("--seed", type=int, default=6029)
    parser.add_argument("--count", type=int, default=100)
    arguments = parser.parse_args()
    drawn = random.Random(arguments.seed).sample(titles(arguments.files), arguments.count)
    for number, (article, start, title) in enumerate(drawn, start=1):
        print(number, article, start, title, sep="\t")


if __name__ == "__main__":
    main()
