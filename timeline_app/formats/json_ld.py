"""The JSON-LD of a page: what schema.org's Article says of its headline, authors and date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE_TYPES = ("article", "posting", "report", "webpage", "newsitem", "creativework")
_MAX_SCRIPT = 2_000_000
_MAX_OBJECTS = 500


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Headline, authors in a row, and dates of publication (created after published), "" and () where not told."""

    title: str = ""
    author: str = ""
    dates: tuple[str, ...] = ()


def read_json_ld(tree: HtmlElement) -> LinkedData:
    """What the page's JSON-LD says of its article: a real article before a mere web page."""
    objects = [item for item in _objects(tree) if _rank(item) is not None]
    objects.sort(key=lambda item: _rank(item) or 0)
    title, author, dates = "", "", []
    for item in objects:
        title = title or _words(item.get("headline"))
        author = author or ", ".join(dict.fromkeys(name for name in _names(item.get("author")) if name))[:300]
        dates += [words for key in ("datePublished", "dateCreated") if (words := _words(item.get(key)))]
    return LinkedData(title, author, tuple(dates))


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects in all scripts, outer before inner, a bounded number."""
    waiting: list[Any] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= _MAX_SCRIPT:
            try:
                waiting.append(json.loads(script.text.strip().rstrip(";"), strict=False))
            except (ValueError, RecursionError):
                continue
    seen = 0
    while waiting and seen < _MAX_OBJECTS:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]
        elif isinstance(item, list):
            waiting += item[:100]


def _rank(item: dict[str, Any]) -> int | None:
    """Place of an object's type among those that can be the article; None for all others."""
    kinds = item.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    ranks = [place for place, wanted in enumerate(_ARTICLE_TYPES) if any(wanted in name for name in names)]
    return min(ranks, default=None)


def _names(author: Any, depth: int = 0) -> Iterator[str]:
    """The names in an author field, be it a string, an object or a list of either."""
    if isinstance(author, list) and depth < 3:
        for one in author[:20]:
            yield from _names(one, depth + 1)
    elif isinstance(author, dict):
        yield from _names(author.get("name"), depth + 1)
    elif isinstance(author, str) and not author.startswith(("http:", "https:")):
        yield _words(author)


def _words(value: Any) -> str:
    import html

    return " ".join(html.unescape(value).split())[:500] if isinstance(value, str) else ""
