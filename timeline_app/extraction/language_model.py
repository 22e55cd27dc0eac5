"""Loads spaCy's English without the parts that a reading process never uses.

spaCy's first line brings its command line along, and with that a dozen libraries for terminals and downloads; and its
English compiles exceptions of the tokenizer which the weights bring anew. Both cost a reading process as much time as
the weights themselves.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline_app.extraction.inflection import AGAIN

#: Part of the weights, but only for whoever wants sentences without a parse.
LEFT_OUT = ("senter",)
#: A word with the prefix that says "again".
DONE_AGAIN = re.compile(rf"{AGAIN}[a-z]+", re.IGNORECASE)
#: Company forms that a sentence could be taken to end in.
FORM = re.compile(r"[Ss]\.[Pp]\.[Aa]\.?|[Ss]\.[Aa]\.[Rr]\.[Ll]\.?")


#: The hyphen between two names of which the first is written with stops: "U.N.-Iraq".
BETWEEN = re.compile(r"(?<=[A-Z]\.)-(?=[A-Z])")


def load_model(folder: Path) -> Any:
    """The spaCy pipeline of a folder of English weights; what spaCy raises where they do not fit it."""
    with _without_command_line():
        import spacy  # noqa: F401 - registers what the weights ask for
    from spacy.lang.en import English
    from spacy.util import load_config

    # The language as it is, but for what the tokenizer of the weights replaces.
    defaults = type("Defaults", (English.Defaults,), {"tokenizer_exceptions": {}})
    language: Any = type("Reader", (English,), {"Defaults": defaults})
    model = language.from_config(load_config(folder / "config.cfg"), exclude=LEFT_OUT)
    model.from_disk(folder, exclude=LEFT_OUT)
    _keep_whole(model)
    return model


def _keep_whole(model: Any) -> None:
    """Have "re-opened" stay one word, as it was in what the weights were trained on, with the lemma of "opened".

    So does "S.p.A."; "U.N.-Iraq" comes apart as "Israel-Syria" does.
    """
    from spacy.tokens import Doc

    tokenizer, lemmatizer = model.tokenizer, model.get_pipe("lemmatizer")
    marks_inside, lemmas = tokenizer.infix_finditer, lemmatizer.lemmatize

    def lemmas_again(token: Any) -> list[str]:
        if not DONE_AGAIN.fullmatch(token.text):
            return list(lemmas(token))
        bare = Doc(token.vocab, words=[token.text[len(AGAIN) :]], pos=[token.pos_])
        return list(lemmas(bare[0]))

    def is_whole(text: str) -> bool:
        return (DONE_AGAIN.fullmatch(text) or FORM.fullmatch(text)) is not None

    def inner_marks(text: str) -> Iterable[re.Match[str]]:
        if is_whole(text):
            return ()
        between = list(BETWEEN.finditer(text))
        return sorted([*marks_inside(text), *between], key=re.Match.start) if between else marks_inside(text)

    tokenizer.infix_finditer = inner_marks
    lemmatizer.lemmatize = lemmas_again


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Have empty modules in place of spaCy's command line while spaCy is imported; afterwards it can be had again."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    package, described = (ModuleType(name) for name in names)
    package.__path__ = []
    # The one function that spaCy takes from there, to describe an installation.
    described.info = None  # type: ignore[attr-defined]
    sys.modules |= {"spacy.cli": package, "spacy.cli.info": described}
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)
