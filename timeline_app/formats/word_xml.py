"""The XML inside a Word document, as a stream: no entities, no network, no tree of the whole, no deep nesting."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from timeline_app.formats.errors import CannotRead, bomb, damaged, too_deep
from timeline_app.formats.limits import MAX_CHARACTERS

_WHAT = "Word document"
#: What stands for one character.
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
#: Text that is not in the document any more, is a field's code, or says in another way what was said already.
_SILENT = frozenset({"delText", "instrText", "delInstrText", "Fallback", "moveFrom", "pPrChange", "rPrChange", "del"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph and the name of its style ("" for the usual one)."""

    text: str
    style: str = ""


def read_paragraphs(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a part, in order, those of tables and text boxes where they stand. Raises `CannotRead`."""
    found: list[Paragraph] = []
    open_paragraphs: list[list[str]] = []
    styles: list[str] = []
    silent = length = 0
    for action, element in _walk(data, name):
        tag = _local(element)
        if tag in _SILENT:
            silent += 1 if action == "start" else -1
        elif tag == "p":
            if action == "start":
                open_paragraphs.append([])
                styles.append("")
            elif open_paragraphs:
                text = "".join(open_paragraphs.pop())
                style = styles.pop()
                length += len(text)
                if not silent:
                    found.append(Paragraph(text, style))
        elif open_paragraphs and not silent:
            if tag == "pStyle" and action == "start":
                styles[-1] = _attribute(element, "val")
            elif action == "end" and tag == "t":
                open_paragraphs[-1].append(element.text or "")
            elif action == "end" and tag in _SIGNS and _local(element.getparent()) == "r":
                open_paragraphs[-1].append(_SIGNS[tag])
        if action == "end":
            _forget(element)
        if length > 2 * MAX_CHARACTERS:
            break
    return found


def read_fields(data: bytes) -> dict[str, str]:
    """The simple elements of a properties part by their local name; nothing when it is damaged."""
    try:
        return {
            _local(element): (element.text or "").strip()[:1000]
            for action, element in _walk(data, "")
            if action == "end" and len(element) == 0
        }
    except CannotRead:
        return {}


def read_targets(data: bytes, name: str) -> list[tuple[str, str]]:
    """Type and target of each relation of a relations part."""
    return [
        (element.get("Type") or "", element.get("Target") or "")
        for action, element in _walk(data, name)
        if action == "start" and _local(element) == "Relationship"
    ]


def _walk(data: bytes, name: str) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    # No part of an office document has a DTD; one is there to play tricks with entities.
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:20000]:
        raise bomb(name)
    try:
        yield from etree.iterparse(
            io.BytesIO(data),
            events=("start", "end"),
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
    except etree.XMLSyntaxError as error:
        raise (too_deep(name) if "depth" in str(error).lower() else damaged(name, _WHAT)) from None
    except (etree.LxmlError, LookupError, ValueError):
        raise damaged(name, _WHAT) from None


def _forget(element: Any) -> None:
    """Frees an element that was read, with all its elder siblings; text boxes inside paragraphs were read by then."""
    if _local(element) not in ("p", "tbl", "tr"):
        return
    element.clear(keep_tail=True)
    while element.getprevious() is not None:
        del element.getparent()[0]


def _local(element: Any) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _attribute(element: Any, wanted: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == wanted), "")
