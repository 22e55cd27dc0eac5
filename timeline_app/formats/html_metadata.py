"""What a saved page says of itself: JSON-LD first, then meta tags, then marked-up elements, then htmldate's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from timeline_app.formats.json_ld import read_json_ld
from timeline_app.formats.titles import plausible_title
from timeline_app.formats.written_dates import compact_date, find_dates, first_date
from timeline_app.model.calendar import iso_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_NAMES = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date_published",
    "publish-date", "publish_date", "publishdate", "publication_date", "publicationdate", "pubdate", "pub_date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "citation_date",
    "originalpublicationdate", "rnews:datepublished", "article.published", "displaydate", "pdate", "ptime",
    "bt:pubdate", "timestamp", "date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline", "parsely-title")
_AUTHOR_NAMES = (
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "citation_author", "twitter:data1",
)  # fmt: skip
_BYLINE_ELEMENTS = (
    ".//*[@itemprop='author']", ".//*[@rel='author']",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    ".//*[contains(concat(' ', normalize-space(@class), ' '), ' author ')]",
)  # fmt: skip
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date(?:line)?|published?|pub-?date|posted|timestamp|publication)(?:$|[\s_-])(?!.*(?:updat|modif))",
    re.IGNORECASE,
)
#: Bounds for htmldate: without a last day it would ask the machine's clock.
_FIRST_DAY, _LAST_DAY = "1700-01-01", "2199-12-31"
#: Paragraphs longer than this are the article's own words, whose dates are no dates of publication.
_LONG_PARAGRAPH = 140
_MOST_SOURCE = 2_000_000


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Title, author, address and the date fields of a page, best first; `day_first` from its language."""

    title: str = ""
    author: str = ""
    address: str = ""
    dates: tuple[str, ...] = ()
    day_first: bool | None = None


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """All that the page says of itself. The tree is left as it is."""
    meta = _meta_tags(tree)
    linked = read_json_ld(tree)
    address = _address(tree, meta)
    day_first = _day_first(tree)
    dates = [*linked.dates, *(meta[name] for name in _DATE_NAMES if name in meta), *_marked_dates(tree)]
    dates.append(_date_in_address(address))
    if not any(first_date(words, day_first=day_first) or compact_date(words) for words in dates):
        found = _date_by_rules(tree, address)
        dates = [found] if found else []
    return PageMetadata(
        title=_title(tree, linked.title, meta),
        author=_author(tree, linked.author, meta),
        address=address,
        dates=tuple(dates),
        day_first=day_first,
    )


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    """Content by name, property or itemprop in small letters; the first of each counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = _tidy(element.get("content") or "")[:1000]
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _title(tree: HtmlElement, linked: str, meta: dict[str, str]) -> str:
    for candidate in (linked, *(meta.get(name, "") for name in _TITLE_NAMES)):
        if plausible_title(candidate):
            return _without_site(plausible_title(candidate), meta)
    headings = [heading for heading in (_text(element) for element in tree.iter("h1")) if heading]
    window = next((_text(element) for element in tree.iter("title")), "")
    if len(headings) == 1 or (headings and headings[0] in window):
        return plausible_title(headings[0])
    return _without_site(plausible_title(window), meta) or (plausible_title(headings[0]) if headings else "")


def _without_site(title: str, meta: dict[str, str]) -> str:
    """A title without " | The Daily" at its end: the site's own name, or a short last part behind a bar."""
    site = meta.get("og:site_name", "")
    if site and re.search(rf"\s[-|–—:·]\s*{re.escape(site)}$", title, re.IGNORECASE):
        return re.sub(rf"\s[-|–—:·]\s*{re.escape(site)}$", "", title, flags=re.IGNORECASE).strip()
    parts = re.split(r"\s[|»·]\s|\s[–—-]\s(?=[^-–—|]{2,30}$)", title)
    return parts[0].strip() if len(parts) > 1 and len(parts[0].split()) >= 3 else title


def _author(tree: HtmlElement, linked: str, meta: dict[str, str]) -> str:
    if linked:
        return linked
    for name in _AUTHOR_NAMES:
        value = _person(meta.get(name, ""))
        if value:
            return value
    for path in _BYLINE_ELEMENTS:
        for element in tree.xpath(path)[:3]:
            value = _person(element.get("content") or _text(element))
            if value:
                return value
    return ""


def _person(words: str) -> str:
    """A name or names, without "By"; nothing for addresses, numbers and whole sentences."""
    name = re.sub(r"^\s*(?:by|von|par|por)\b:?\s+", "", _tidy(words), flags=re.IGNORECASE).strip(" ,;|•·")
    if re.search(r"https?:|www\.|@|\d|[|•]", name) or not 3 <= len(name) <= 120 or len(name.split()) > 14:
        return ""
    return name if name[0].isupper() else ""


def _address(tree: HtmlElement, meta: dict[str, str]) -> str:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower():
            address = (element.get("href") or "").strip()
            if address.startswith(("http://", "https://")):
                return address[:2000]
    address = meta.get("og:url", "")
    return address if address.startswith(("http://", "https://")) else ""


def _marked_dates(tree: HtmlElement) -> Iterator[str]:
    """Elements marked as the date of publication, and what stands as a date between headline and text."""
    for element in tree.xpath(".//*[@itemprop='datePublished' or @pubdate or contains(@class, 'entry-date')]")[:5]:
        yield element.get("datetime") or element.get("content") or _text(element)
    times: list[str] = []
    labelled: list[str] = []
    for element in tree.iter("h1", "p", "time", "div", "span", "li"):
        if element.tag == "h1":
            times.clear()
            labelled.clear()
        elif element.tag == "time":
            times.append(element.get("datetime") or _text(element))
        elif element.tag == "p" and len(_text(element)) > _LONG_PARAGRAPH:
            break
        elif _DATE_CLASS.search(element.get("class") or "") and len(_text(element)) <= _LONG_PARAGRAPH:
            labelled.append(_text(element))
    # Between headline and text stands the article's date; several different ones there are other stories'.
    for found in (times, labelled):
        if len({words[:10] for words in found if words}) == 1:
            yield next(words for words in found if words)


def _date_in_address(address: str) -> str:
    """The date of an address such as …/2019/11/18/talks.html; its words, or ""."""
    found = first_date(address)
    return address[found.start : found.end] if found else ""


def _day_first(tree: HtmlElement) -> bool | None:
    """Whether the page's language writes the day first: "en-GB" does, "en-US" does not, "en" does not say."""
    given = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    language = given.strip().replace("_", "-").lower()
    if language in ("en-us", "en-ph"):
        return False
    return True if re.match(r"en-(?:gb|uk|ie|au|nz|in|za|sg|hk)$|(?:de|fr|es|it|pt|nl)\b", language) else None


def _date_by_rules(tree: HtmlElement, address: str) -> str:
    """What htmldate finds outside the article's own paragraphs, as an ISO day."""
    import logging
    from copy import deepcopy

    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    outline = deepcopy(tree)
    _leave_out_stories(outline)
    try:
        found: Any = find_date(
            outline,
            extensive_search=False,
            original_date=True,
            url=address or None,
            min_date=_FIRST_DAY,
            max_date=_LAST_DAY,
        )
    except Exception:
        # Odd mark-up makes it fail in odd ways; the page then simply tells no date.
        return ""
    return found if isinstance(found, str) and not _is_ambiguous(found, outline) else ""


def _leave_out_stories(outline: HtmlElement) -> None:
    """Takes away what tells other dates: the article's own paragraphs, side columns, and times that disagree."""
    times = list(outline.iter("time"))
    disagree = len({(element.get("datetime") or _text(element))[:10] for element in times}) > 1
    for element in list(outline.iter("p", "li", "blockquote", "td", "figcaption", "aside", "nav", "footer")):
        aside = element.tag in ("aside", "nav", "footer")
        if element.getparent() is not None and (aside or len("".join(element.itertext())) > _LONG_PARAGRAPH):
            element.drop_tree()
    for element in times if disagree else ():
        if element.getparent() is not None:
            element.drop_tree()


def _is_ambiguous(iso: str, outline: HtmlElement) -> bool:
    """Whether a day can only have come from numbers such as 03/04/2023, of which the rules guess the order."""
    from lxml import etree

    source = etree.tostring(outline, encoding="unicode", method="html")[:_MOST_SOURCE]
    if any(iso_day(date.day) == iso for date in find_dates(source)):
        return False
    readings = [date for order in (True, False) for date in find_dates(source, day_first=order)]
    return any(iso_day(date.day) == iso for date in readings)


def _text(element: HtmlElement) -> str:
    return _tidy("".join(element.itertext()))[:1000]


def _tidy(words: str) -> str:
    return " ".join(words.split())
