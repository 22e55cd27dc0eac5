"""A title for articles that carry none: their first line if it can be one, else the file's name made readable."""

from __future__ import annotations

import re
from pathlib import PurePath

from timeline_app.formats.published import from_file_name, is_header_line

_LABELLED_TITLE = re.compile(r"\s*(?:title|headline)\s*:\s*(?P<title>\S.{2,200}?)\s*$", re.IGNORECASE)
_SIGNED = re.compile(
    r"\s*(?i:(?:written\s+|posted\s+|reported\s+)?by:?)\s+(?P<names>[A-Z][\w.'’-]*(?:\s+(?:and\s+|&\s+|van\s+|de\s+|al-?\s*)?[A-Z][\w.'’-]*){1,6})"
    r"(?:\s*,\s*(?:[A-Z][\w.&'’-]*\s*){1,6})?\s*(?:$|[|•·–—(]|\s-\s|\d)"
)
_JUNK_TITLE = re.compile(
    r"(?:untitled|document|layout|presentation|slide|page|title|home|index|dokument|print|noname|unknown)\W*\d*"
    r"|.*\.(?:docx?|indd|qxp|qxd|pdf|html?|txt|rtf|odt|pub|tmp|dvi|tex|ps|eps|cdr|ai)",
    re.IGNORECASE,
)


def readable_name(name: str) -> str:
    """The file's name without ending, date and dashes: "2023-11-12-talks_in-doha.txt" becomes "Talks in doha"."""
    base = PurePath(name.replace("\\", "/")).name
    stem = base.rsplit(".", 1)[0] if "." in base[1:] else base
    dated = from_file_name(name)
    rest = stem.replace(dated.words, " ", 1) if dated else stem
    words = " ".join(re.sub(r"[-_+\s]+", " ", rest).split())
    if not re.search(r"\w", words):
        words = stem
    return words[:1].upper() + words[1:]


def first_line_title(text: str) -> str:
    """The headline of a plain text, or "": a short first line without a final full stop, with more text below it."""
    lines = text[:6000].splitlines()
    filled = [(number, line.strip()) for number, line in enumerate(lines) if line.strip()]
    for number, line in filled[:4]:
        labelled = _LABELLED_TITLE.match(line)
        if labelled:
            return _tidy(labelled["title"])
        if is_header_line(line):
            continue
        follows = lines[number + 1].strip() if number + 1 < len(lines) else ""
        more = any(later > number for later, _ in filled)
        return _tidy(line) if more and _can_be_title(line) and not _is_wrapped(line, follows) else ""
    return ""


def first_line_author(text: str) -> str:
    """The names of a byline ("By Ann Lee and Tom Oak, Reuters") among the first lines, or ""."""
    filled = [line for line in text[:3000].splitlines() if line.strip()]
    for line in filled[:6]:
        signed = _SIGNED.match(line[:200])
        if signed:
            return _tidy(signed["names"])
    return ""


def plausible_title(title: str) -> str:
    """A property's title, tidied, or "" for the names programs invent ("Microsoft Word - draft.doc", "Untitled1")."""
    tidy = _tidy(re.sub(r"^\s*Microsoft (?:Word|PowerPoint)\s*-\s*", "", title))
    usable = 3 <= len(tidy) <= 300 and re.search(r"[^\W\d_]{2}", tidy) and not _JUNK_TITLE.fullmatch(tidy)
    return tidy if usable else ""


def _can_be_title(line: str) -> bool:
    if not 3 <= len(line) <= 160 or len(line.split()) > 26 or not re.search(r"[^\W\d_]{2}", line):
        return False
    return line[-1] not in ".,;:" or line.endswith(("...", "U.S.", "U.N.", "U.K."))


def _is_wrapped(line: str, follows: str) -> bool:
    """Whether the line below, with no blank line between, goes on the same sentence."""
    if not follows:
        return False
    return follows[0].islower() or (len(line) >= 50 and 50 <= len(follows) <= 90 and abs(len(line) - len(follows)) < 16)


def _tidy(words: str) -> str:
    return " ".join(words.split())
