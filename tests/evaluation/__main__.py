"""`make evaluate`: accuracy on the shipped gold articles and, where it is at hand, on a folder of more gold.

The folder (`--gold`) holds `times/*`, `actors`, `events` and `timelines/*`; each set in it is read by `dateline
extract` and scored by the scripts that belong to it (`--tools`), so that the figures are those of an own referee.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.evaluation.reading import read_all
from tests.evaluation.sets import SETS

#: Which script scores which sets, and where a set keeps its articles.
REFEREES = (
    ("times/*", "score_times.py", "."),
    ("times/*", "score_times.py --calendar", "."),
    ("actors", "score_actors.py", "."),
    ("events", "score_events.py", "."),
    ("timelines/*", "score_timelines.py", "articles"),
)


def shipped() -> None:
    """Print the figures of the gold articles in this repository."""
    print("Gold articles in tests/evaluation/gold")
    for gold_set in SETS:
        loaded = gold_set.load()
        figures = gold_set.score(loaded, read_all(gold_set.articles(loaded)))
        print(f"  {gold_set.name:10}", "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


def referee(gold: Path, tools: Path, scratch: Path) -> None:
    """Print what the scripts beside the gold folder say of each set in it."""
    print(f"Gold articles in {gold}")
    for pattern, script, articles in REFEREES:
        for folder in sorted(path for path in gold.glob(pattern) if path.is_dir()):
            system = extracted(folder / articles, tools, scratch)
            name, *options = script.split()
            said = run([sys.executable, tools / name, folder, system, *options])
            print(f"  {folder.relative_to(gold)} {' '.join(options)}: {said.splitlines()[-1]}")


def joins(gold: Path, tools: Path) -> None:
    """Print how well events of different articles are brought together."""
    for corpus in sorted(path for path in gold.glob("timelines/*") if path.is_dir()):
        answer = run([sys.executable, "-m", "tests.evaluation.joins", corpus, tools])
        print(f"  joins of {answer.splitlines()[0]}")


def seed(article: Path, tools: Path, scratch: Path) -> None:
    """Print how the one article with a careful reader's rows fares."""
    system = scratch / "seed.jsonl"
    system.write_text(run([sys.executable, "-m", "timeline_app", "extract", article]), encoding="utf-8")
    answer = run([sys.executable, tools / "score_seed.py", article.with_name("seed_gold.json"), system])
    print(f"  {article.name}: {answer.splitlines()[-1]}")


def extracted(articles: Path, tools: Path, scratch: Path) -> Path:
    """The file with what was extracted from a folder of gold articles; each folder is read once."""
    system = scratch / ("-".join(articles.parts[-3:]) + ".jsonl")
    if not system.exists():
        lines = scratch / "articles.jsonl"
        lines.write_text(run([sys.executable, tools / "articles.py", articles]), encoding="utf-8")
        system.write_text(run([sys.executable, "-m", "timeline_app", "extract", lines]), encoding="utf-8")
    return system


def run(command: list[str | Path]) -> str:
    """What a command prints. Raises CalledProcessError when it fails; its complaint goes to the screen."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def main() -> None:
    """Print all figures that can be had here."""
    parser = argparse.ArgumentParser(prog="make evaluate")
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--tools", type=Path)
    options = parser.parse_args()
    shipped()
    if options.gold is None or options.tools is None:
        print("No folder with more gold here: name one with 'make evaluate GOLD=…'.")
        return
    with tempfile.TemporaryDirectory() as scratch:
        referee(options.gold.resolve(), options.tools.resolve(), Path(scratch))
        joins(options.gold.resolve(), options.tools.resolve())
        article = options.gold.resolve().parent / "articles" / "sample" / "qatar-mediation.txt"
        if article.is_file():
            seed(article, options.tools.resolve(), Path(scratch))


if __name__ == "__main__":
    main()
