"""Passages find themselves again in a changed text, or say that they are gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.project.anchors import Finder, anchor_at

TEXT = (
    "Hamas on Friday released two American hostages, Judith and Natalie Raanan, after 13 days in captivity. "
    "Qatar had mediated. The two were released at the border and taken to a military base. "
    "Other hostages were not released, officials in Doha said on Saturday."
)


def span(text, words, nth=0):
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


@pytest.mark.parametrize("nth", [0, 1, 2])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: "Updated at noon. " + text,
        lambda text: text.replace("two American", "the two American"),
        lambda text: text.replace("mediated", "mediated for weeks, it said"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "  ").replace("'", "’"),
        lambda text: text + " More soon.",
        lambda text: text.replace("on Friday ", ""),
    ],
)
def test_a_short_word_is_found_by_what_stands_around_it(nth, change):
    anchor = anchor_at(TEXT, *span(TEXT, "released", nth))
    changed = change(TEXT)
    assert Finder(changed).find(anchor) == span(changed, "released", nth)


@pytest.mark.parametrize(
    "changed",
    [
        "An entirely different text, in which prisoners were released somewhere else by somebody else.",
        "Nothing of the kind.",
        "",
        TEXT.replace("released", "freed"),
    ],
)
def test_a_word_that_is_gone_is_not_found(changed):
    assert Finder(changed).find(anchor_at(TEXT, *span(TEXT, "released"))) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("two American hostages", "two American hostages"),
        ("two American hostages", "the two American women"),
        ("after 13 days in captivity", "after thirteen days in captivity"),
        ("Friday", "Friday evening"),
    ],
)
def test_a_sentence_is_found_though_words_in_it_changed(old, new):
    sentence = TEXT[: TEXT.index(" Qatar")]
    changed = "A new first paragraph. " + TEXT.replace(old, new)
    found = Finder(changed).find(anchor_at(TEXT, 0, len(sentence)))
    assert found is not None
    assert changed[found[0] : found[1]].startswith("Hamas on")
    assert "captivity" in changed[found[0] : found[1]]
    assert "border" not in changed[found[0] : found[1]]


def test_a_whole_sentence_rewritten_is_gone():
    changed = TEXT.replace(TEXT[: TEXT.index(" Qatar")], "Officials spoke of progress.")
    assert Finder(changed).find(anchor_at(TEXT, 0, TEXT.index(" Qatar"))) is None


@given(st.text(alphabet="ab cd\n", min_size=1, max_size=60), st.data())
def test_an_unchanged_text_gives_the_same_place(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Finder(text).find(anchor_at(text, start, end)) == (start, end)


@given(st.text(max_size=80), st.text(min_size=1, max_size=40), st.integers(0, 30))
def test_any_text_gives_a_place_in_it_or_none(text, other, start):
    end = min(len(other), start + 5)
    found = Finder(text).find(anchor_at(other, min(start, end), end))
    assert found is None or 0 <= found[0] < found[1] <= len(text)
