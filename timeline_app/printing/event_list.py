"""The list behind the timeline: each event with its date, why that date, who took part, and its passages with sources.

An event's paragraphs hold together as far as a page allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from timeline_app.model import Article, PublishedFrom
from timeline_app.model.phrase import say_day
from timeline_app.model.words import count
from timeline_app.printing.document import PrintDocument
from timeline_app.printing.entries import Entry, Quote
from timeline_app.printing.look import Look
from timeline_app.printing.paragraphs import Paragraph, Run

#: Indents in sizes of the body's font.
NUMBER, QUOTE = 3.2, 4.4

#: Where an article's date comes from, in words.
DATE_FROM: dict[PublishedFrom, str] = {
    PublishedFrom.USER: "date set by hand",
    PublishedFrom.METADATA: "date from the file’s own data",
    PublishedFrom.HEADER: "date from the first lines",
    PublishedFrom.DATELINE: "date from the dateline",
    PublishedFrom.FILE_NAME: "date from the file’s name",
    PublishedFrom.NOTHING: "",
}


def paragraphs_of(document: PrintDocument, entries: Sequence[Entry], look: Look) -> list[Paragraph]:
    """The whole list: dated events, those without a date, then the articles they come from."""
    dated = [entry for entry in entries if entry.dated]
    undated = [entry for entry in entries if not entry.dated]
    made: list[Paragraph] = []
    for heading, part in (("Events", dated), ("Events without a date", undated)):
        if part:
            made.append(_heading(heading, look))
            for entry in part:
                made += _entry(entry, look, passages=document.options.passages)
    return made + _articles(document, entries, look)


def _heading(words: str, look: Look) -> Paragraph:
    return Paragraph((Run(words, bold=True),), look.heading, gap=1.4, with_next=True)


def _entry(entry: Entry, look: Look, *, passages: bool) -> list[Paragraph]:
    made = [_title(entry, look), _date(entry, look)]
    if entry.why:
        reasons = "; ".join(sentence.rstrip(". ") for sentence in entry.why) + "."
        made.append(_line(look, Run("Why this date: ", muted=True), Run(reasons)))
    for difference in entry.differences:
        words = f"≠ Another {difference.about}: "
        source = f" – {difference.quote.source}" if difference.quote.source else ""
        made.append(_line(look, Run(words, bold=True), Run(f"“{difference.words}”"), Run(source, muted=True)))
    for contradiction in entry.contradictions:
        sources = dict.fromkeys(quote.source for quote in contradiction.quotes if quote.source)
        runs = (Run("≠ Cannot all be right: ", bold=True), Run(contradiction.sentence))
        made.append(_line(look, *runs, Run(f" – {'; '.join(sources)}" if sources else "", muted=True)))
    if passages:
        for quote, following in zip_longest(entry.quotes, entry.quotes[1:]):
            # Passages of one article share the line that names it.
            made += _quote(quote, look, with_source=following is None or following.source != quote.source)
    # Down to its first source an event stays on one page: a title alone at the foot of a page tells nothing.
    first_source = next((place for place, each in enumerate(made) if each.rule), len(made) - 2) + 1
    return [replace(each, with_next=each.with_next or place < first_source) for place, each in enumerate(made)]


def _title(entry: Entry, look: Look) -> Paragraph:
    return Paragraph(
        (Run(entry.event.title, bold=True),), look.body + 1, indent=NUMBER * look.body / (look.body + 1), gap=1.1,
        hanging=str(entry.number),
    )  # fmt: skip


def _date(entry: Entry, look: Look) -> Paragraph:
    runs = [Run(entry.date, bold=True)]
    if entry.edtf and entry.edtf != entry.date:
        runs.append(Run(f"  {entry.edtf}", muted=True))
    if entry.standing:
        runs.append(Run(f"  ·  {entry.standing}", italic=True))
    if entry.said_by:
        runs.append(Run(f"  ·  said by {entry.said_by}", italic=True))
    elif entry.event.statement:
        runs.append(Run("  ·  a statement", italic=True))
    if entry.actors:
        runs += [Run("  ·  with ", muted=True), Run(", ".join(entry.actors))]
    if entry.event.tags:
        runs.append(Run(f"  ·  tagged {', '.join(entry.event.tags)}", muted=True))
    if entry.checked:
        runs.append(Run("  ·  checked", muted=True))
    return _line(look, *runs)


def _line(look: Look, *runs: Run) -> Paragraph:
    return Paragraph(runs, look.body, indent=NUMBER, gap=0.1)


def _quote(quote: Quote, look: Look, *, with_source: bool) -> list[Paragraph]:
    if not quote.words:
        return []
    indent = QUOTE * look.body / look.small
    words = Paragraph(
        (Run(quote.words, italic=True),), look.body, indent=QUOTE, gap=0.5, with_next=with_source, rule=True
    )
    source = Paragraph((Run(quote.source, muted=True),), look.small, indent=indent, gap=0.05)
    return [words, source] if with_source else [words]


def _articles(document: PrintDocument, entries: Sequence[Entry], look: Look) -> list[Paragraph]:
    """The articles that the list quotes, in their order in the document."""
    quoted = {quote.article for entry in entries for quote in entry.quotes}
    quoted |= {quote.article for entry in entries for each in entry.contradictions for quote in each.quotes}
    used = [article for article in document.articles if article.id in quoted]
    if not used:
        return []
    made = [_heading(f"Sources: {count(len(used), 'article')}", look)]
    for article in used:
        made += _article(article, look)
    return made


def _article(article: Article, look: Look) -> list[Paragraph]:
    title = article.title or article.name
    facts = [article.author, say_day(article.published) if article.published is not None else "no date known"]
    facts += [DATE_FROM[article.published_from], article.name if article.name != title else ""]
    facts.append(article.source if "://" in article.source else "")
    line = " · ".join(fact for fact in facts if fact)
    return [
        Paragraph((Run(title, bold=True),), look.body, gap=0.8, with_next=True),
        Paragraph((Run(line, muted=True),), look.small, gap=0.05, with_next=True),
        Paragraph((Run(f"SHA-256 of the text {article.id}", muted=True),), look.small, gap=0.05),
    ]
