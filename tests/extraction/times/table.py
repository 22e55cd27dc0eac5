"""Reads the tables of cases: text with [marked] expressions, and the values they should have."""

import re

MARK = re.compile(r"\[([^\]]*)\]")


def rows(table):
    """(text, [(words, value), …]) of each line; after "|" stand words where the text itself has no marks for them."""
    for line in table.strip().splitlines():
        marked, _, answer = line.partition("=>")
        values, _, extra = answer.partition("|")
        wanted = [value.strip() for value in values.split(";") if value.strip()]
        words = MARK.findall(marked)
        words += [word.strip() for word in extra.split(";") if word.strip() and len(words) < len(wanted)]
        if extra.strip() and len(words) != len(wanted):
            words = [word.strip() for word in extra.split(";")]
        assert len(words) == len(wanted), line
        yield MARK.sub(r"\1", marked).strip(), sorted(zip(words, wanted, strict=True))
