"""What is left out when spaCy is loaded is not missed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline_app.extraction.analyser import MODEL_NAME
from timeline_app.extraction.language_model import LEFT_OUT, load_model
from timeline_app.resources import resource

FOLDER = resource("models", MODEL_NAME)
#: Contractions, abbreviations, times, units and smileys: what the tokenizer has exceptions for.
TRICKY = (
    "It's late, isn't it? I'd've gone w/ you at 8p.m. :-) Dr. Smith can't come, e.g. to the U.S.A. C'mon, y'all ain't "
    "10km away. On Jan. 5th they'd've paid $1.2bn (approx.) to Bros. & Co.; o'clock, ma'am, 'em, 'cause, Ph.D., a.m."
)


@pytest.fixture(scope="module")
def models():
    import spacy

    return load_model(FOLDER), spacy.load(FOLDER, exclude=LEFT_OUT)


def test_the_same_words_rules_and_steps_as_spacy_loads_them(models):
    ours, whole = models
    assert ours.pipe_names == whole.pipe_names
    assert ours.tokenizer.rules == whole.tokenizer.rules
    texts = [TRICKY, *(path.read_text(encoding="utf-8") for path in sorted(resource("sample").glob("n*.txt")))]
    assert len(texts) > 1
    for text in texts:
        one, other = (
            [
                (word.text, word.norm_, word.lemma_, word.pos_, word.tag_, word.dep_, word.head.i, word.ent_type_)
                for word in model(text)
            ]
            for model in models
        )
        assert one == other


SCRIPT = """
import sys
from pathlib import Path
from timeline_app.extraction.language_model import load_model
load_model(Path(sys.argv[1]))
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"typer", "rich", "httpx", "requests", "weasel"}))
import spacy.cli
print(spacy.cli.info.__module__)
"""


def test_no_command_line_comes_along_and_none_is_lost():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(FOLDER)], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split("\n")[:2] == ["", "spacy.cli.info"]
