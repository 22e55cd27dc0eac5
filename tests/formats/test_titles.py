from __future__ import annotations

import pytest

from timeline_app.formats.titles import first_line_author, first_line_title, plausible_title, readable_name


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("qatar-mediation.txt", "Qatar mediation"),
        ("2023-11-12-talks_in_doha.txt", "Talks in doha"),
        ("20231112.txt", "20231112"),
        ("notes", "Notes"),
        (".txt", ".txt"),
        ("A B.C.html", "A B.C"),
        ("/home/ann/The talks.pdf", "The talks"),
        ("---.txt", "---"),
    ],
)
def test_readable_name(name, title):
    assert readable_name(name) == title


MORE = "\n\nThe talks went on for a third day, the mediators said."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Talks open in Doha" + MORE, "Talks open in Doha"),
        ("Talks open in Doha\nSunday, January 20, 2008\nThe talks went on.", "Talks open in Doha"),
        ("\n\n  Why did   it fail?" + MORE, "Why did it fail?"),
        ("Title: Talks open" + MORE, "Talks open"),
        ("12 November 2023\n\nTalks open" + MORE, "Talks open"),
        ("By Ann Lee\nTalks open" + MORE, "Talks open"),
        ("Talks opened in Doha." + MORE, ""),
        ("Talks open in Doha", ""),
        ("the talks went on for\na third day, they said\n", ""),
        ("The talks between both sides went on for a third day in the old\n"
         "Town hall of Doha, and the mediators said that they would stay.\n", ""),
        ("* * *" + MORE, ""),
        ("x" * 300 + MORE, ""),
        ("", ""),
    ],
)  # fmt: skip
def test_first_line(text, title):
    assert first_line_title(text) == title


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Talks\nBy Ann Lee\n\nText", "Ann Lee"),
        ("Talks\nby Ann Lee and Tom Oak, Reuters\n\nText", "Ann Lee and Tom Oak"),
        ("Talks\nBy Ann Lee | 12 November 2023\n", "Ann Lee"),
        ("Talks\nWritten by: Jean-Luc O'Neil\n", "Jean-Luc O'Neil"),
        ("By the time the talks opened, all had left.", ""),
        ("By Sunday everything was over, the mayor said.", ""),
        ("No name here", ""),
    ],
)
def test_author(text, author):
    assert first_line_author(text) == author


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Microsoft Word - The talks", "The talks"),
        ("Microsoft Word - draft.doc", ""),
        ("Untitled1", ""),
        ("Document", ""),
        ("layout 1", ""),
        ("12345", ""),
        ("talks.indd", ""),
        ("  The \n talks ", "The talks"),
    ],
)
def test_plausible_title(given, kept):
    assert plausible_title(given) == kept
