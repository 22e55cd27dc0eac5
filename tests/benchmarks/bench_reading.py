"""Words a second: reading articles beside the bare language pipeline, on one core, in one run.

Both read the same articles in turn, so that whatever else the machine does weighs on both alike. CPU time is counted.
"""

from __future__ import annotations

import time

import spacy

from tests.evaluation import gold
from timeline_app.extraction import Analyser, read_article
from timeline_app.resources import resource

ROUNDS = 3


def main() -> None:
    """Print words a second of both and how one stands to the other."""
    articles = [gold.as_article(article) for article in [*gold.events(), *gold.timelines()["articles"]]]
    words = sum(len(article.text.split()) for article in articles)
    pipeline = spacy.load(resource("models", "en_core_web_sm-3.8.0"))
    analyser = Analyser()
    pipeline(articles[0].text)
    read_article(articles[0], analyser)

    bare = whole = 0.0
    for _ in range(ROUNDS):
        for article in articles:
            start = time.process_time()
            pipeline(article.text)
            between = time.process_time()
            read_article(article, analyser)
            bare, whole = bare + between - start, whole + time.process_time() - between
    print(f"articles {len(articles)}, words {words}, rounds {ROUNDS}")
    print(f"bare pipeline  {ROUNDS * words / bare:8.0f} words/s")
    print(f"read_article   {ROUNDS * words / whole:8.0f} words/s, {bare / whole:.2f} of the bare pipeline")


if __name__ == "__main__":
    main()
