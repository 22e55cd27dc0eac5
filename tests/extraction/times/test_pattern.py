"""The small language of rules."""

import re

import pytest

from timeline_app.extraction.times.pattern import BadPatternError, compile_pattern, first_word, one_of

CLASSES = {"month": one_of("may/june/sept."), "day": one_of("1/2")}


def matches(template, text):
    return re.fullmatch(compile_pattern(template, CLASSES).regex, text)


@pytest.mark.parametrize(
    ("template", "text", "fits"),
    [
        ("the {month}", "the may", True),
        ("the {month}", "the  june", True),
        ("the {month}", "themay", False),
        ("[the] {month}", "may", True),
        ("[the] {month}", "the may", True),
        ("{month} [{day}]", "may", True),
        ("{month} [{day}]", "may 2", True),
        ("{month} [{day}]", "may ", False),
        ("{month}[,] {day}", "may, 2", True),
        ("{month}[,] {day}", "may 2", True),
        ("{month}~{day}", "may-2", True),
        ("{month}~{day}", "may 2", True),
        ("(in|by) {month}", "by june", True),
        ("(in|by) {month}", "of june", False),
        ("[the] [(last|next)] {month}", "the next may", True),
        ("{month} \\({day}\\)", "may (1)", True),
        ("{month}<(?= )> {day}", "may 1", True),
        ("{month}-{day}", "may-1", True),
    ],
)
def test_what_patterns_fit(template, text, fits):
    assert bool(matches(template, text)) is fits


@pytest.mark.parametrize(
    ("template", "first"),
    [
        ("the {month}", {"the"}),
        ("[the] {month}", {"the", "may", "june", "sept"}),
        ("(in|by) {month}", {"in", "by"}),
        ("[the] [{day}] {month}", {"the", "0", "may", "june", "sept"}),
    ],
)
def test_first_words(template, first):
    assert compile_pattern(template, CLASSES).first == first


def test_names_of_groups():
    match = matches("{month:one} {month}", "may june")
    assert match is not None
    assert (match["one"], match["month"]) == ("may", "june")
    assert "month" not in re.compile(compile_pattern("{month:}", CLASSES).regex).groupindex


@pytest.mark.parametrize("template", ["{year}", "[the", "the]", "(a|b", "[the]", "( a|b)", "(a |b)", ""])
def test_mistakes_are_said(template):
    with pytest.raises(BadPatternError):
        compile_pattern(template, CLASSES)


@pytest.mark.parametrize(("text", "word"), [("may", "may"), ("7th", "0"), ("o'clock", "o"), ("'90s", "'")])
def test_first_word(text, word):
    assert first_word(text) == word
