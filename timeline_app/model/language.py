"""Languages by their ISO 639-1 codes: the one that is read, and what the others are called."""

from __future__ import annotations

import tomllib
from functools import cache

from timeline_app.resources import resource

ENGLISH = "en"


@cache
def _names() -> dict[str, str]:
    return tomllib.loads(resource("languages", "language_names.toml").read_text(encoding="utf-8"))


def language_name(code: str) -> str:
    """The English name of a language, or "another language"."""
    return _names().get(code, "another language")
