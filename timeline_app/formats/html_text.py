"""The plain text of a page where no article was recognised in it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "select", "button", "nav",
    "footer", "aside", "form", "textarea", "canvas",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "img",
})  # fmt: skip
_SILENT_SOURCE = re.compile(r"<(script|style|noscript|template|svg|head)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.I | re.S)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|section|article|blockquote|pre|hr|dt|dd|dl|td|th)\b[^<>]*>", re.I
)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]*>")


def plain_content(tree: HtmlElement) -> str:
    """The words of a page, a line for each block, from its one article or main part if it has one."""
    root = _main_part(tree)
    pieces: list[str] = []
    silent_until: object = None
    from lxml import etree

    for action, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if action == "start":
            if silent_until is None and tag in _SILENT:
                silent_until = element
            if silent_until is None:
                pieces.append(_edge(tag) + _words(element.text))
            continue
        if silent_until is element:
            silent_until = None
        if silent_until is None and element is not root:
            pieces.append(_edge(tag) + _words(element.tail))
    return _tidy("".join(pieces))


def stripped_source(source: str) -> str:
    """The words of mark-up that could not be parsed as a tree: tags cut out, entities resolved."""
    source = re.sub(r"<{2,}", "<", source)
    text = _SILENT_SOURCE.sub(" ", _COMMENT.sub(" ", source))
    text = _TAG.sub("", _BLOCK_TAG.sub("\n", re.sub(r"[ \t\r\f\v\n]+", " ", text)))
    return _tidy(html.unescape(text))


def _main_part(tree: HtmlElement) -> HtmlElement:
    for tag in ("article", "main", "body"):
        parts = list(tree.iter(tag))
        if len(parts) == 1 and len("".join(parts[0].itertext()).strip()) > 200:
            return parts[0]
    return tree


def _edge(tag: str) -> str:
    return "" if tag in _INLINE else "\n"


def _words(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
