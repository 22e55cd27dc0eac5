"""Properties of what is found: order, offsets, reasons, ranges, determinism."""

import os
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.extraction.times import find_times, grammar
from timeline_app.extraction.times.finding import _STARTS
from timeline_app.model import Passage, ReadingMode, TimexType
from timeline_app.model.calendar import iso_day, parse_iso_day
from timeline_app.model.edtf import parse_edtf

PUBLISHED = parse_iso_day("2023-11-15")
ARTICLE = """QATAR, 14 November 2023 — The hostages were freed on Monday, officials said.

They had been taken on 7 October. Talks went on from 20 October to 3 November 2023, and again
last week. “We hope for more by Friday,” the minister said at 3 p.m. (GMT) on Tuesday.
"""
words = st.sampled_from(
    "in on the last next Monday May march 12 2023 1999 of early years two days ago later , . - to from and BC 's "
    "quarter third night of 7th October yesterday a half century 15:30 GMT p.m. ½ İ ﬁ \n \u00a0 \u2013 decade".split(
        " "
    )
)


@settings(deadline=None, max_examples=150)
@given(st.lists(words, max_size=25).map(" ".join), st.sampled_from([None, PUBLISHED]))
def test_never_fails_and_never_overlaps(text, published):
    found = find_times(text, published=published)
    end = 0
    for time in found:
        assert end <= time.passage.start < time.passage.end <= len(text)
        assert text[time.passage.start : time.passage.end].strip() == text[time.passage.start : time.passage.end]
        end = time.passage.end
        if time.when is not None:
            when = parse_edtf(time.when.edtf) if time.when.edtf else None
            assert when is None or when.edtf == time.when.edtf


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text(text):
    find_times(text, published=PUBLISHED)


def test_passages_carry_the_article_and_the_reason():
    times = find_times("It ended on Friday.", published=PUBLISHED, article="abc")
    (time,) = times
    assert time.passage == Passage("abc", 12, 18)
    assert time.rule == "“Friday”: the day so named nearest to the article's date, 15 November 2023."
    assert time.when is not None
    assert time.when.basis[0].sentence == time.rule
    assert time.when.basis[0].passages == (time.passage,)


def test_what_counts_from_an_earlier_expression_names_it():
    text = "On 3 May 2001 he left. Two days later he was dead."
    first, second = find_times(text, published=PUBLISHED)
    assert second.anchor == first.passage
    assert second.when is not None
    assert second.when.basis[0].passages == (second.passage, first.passage)
    assert second.rule == "“Two days later”: counted on from “3 May 2001”, named before it."


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("From 7 October to 20 October it rained.", ("7 October", "20 October")),
        ("From 7 to 20 October it rained.", ("7", "20 October")),
        ("It rained 7–20 October 2023.", ("7", "20 October 2023")),
        ("The war of 1914–1918 was long.", ("1914", "1918")),
        ("Between May and July 2020 it rained.", ("May", "July 2020")),
        ("Between 2014 and 2016 it rained.", ("2014", "2016")),
        ("It rained until May and in July 2020.", None),
        ("In 2014 and 2016 it rained.", None),
    ],
)
def test_ranges_know_their_other_end(text, ends):
    times = find_times(text, published=PUBLISHED)
    linked = [(time.passage.of(text), time.range_end.of(text)) for time in times if time.range_end]
    assert linked == ([ends] if ends else [])


def test_line_ends_inside_a_sentence_do_not_matter():
    text = "It was signed with much delay by all the parties, namely on 3\nMay\n2001 in the old town of the province."
    (time,) = find_times(text)
    assert time.value == "2001-05-03"
    assert time.passage.of(text) == "3\nMay\n2001"


def test_clock_and_zone_are_kept_as_written():
    (time,) = find_times("It struck at 7:46 p.m. EST on May 6, 2001.", published=PUBLISHED)
    assert time.type is TimexType.TIME
    assert time.when is not None
    assert str(time.when.clock) == "19:46 EST"
    assert time.when.is_day


def test_julian_dates_named_as_such():
    (time,) = find_times("He died on 5 March 1953 and not on 20 February.", published=PUBLISHED)[:1]
    assert time.value == "1953-03-05"
    (julian,) = find_times("The revolution of 25 October 1917 (Old Style) succeeded.", published=PUBLISHED)
    assert julian.value == "1917-10-25"
    assert julian.when is not None
    assert julian.when.earliest is not None
    assert iso_day(julian.when.earliest) == "1917-11-07"
    assert "Julian" in julian.rule


def test_the_night_between_two_days():
    text = "The ship sank on the night of 14–15 April 1912."
    first, second = find_times(text, published=PUBLISHED)
    assert first.value == "1912-04-14TNI"
    assert first.when is not None
    assert first.when.edtf == "[1912-04-14..1912-04-15]"
    assert first.range_end == second.passage


def test_dispatch_by_first_word_misses_no_rule():
    """Every rule, tried at every word, begins only with words it is listed under."""
    rules = grammar.all_rules()
    table = grammar.grammar()
    for start in _STARTS.finditer(ARTICLE.lower()):
        listed = {rule.order for rule in table.get("0" if start[0].isdigit() else start[0], ())}
        for rule in rules:
            if rule.match(ARTICLE.lower(), start.start()):
                assert rule.order in listed, (rule.template, start[0])


def test_modes_can_be_chosen():
    text = "In 1999 he went to Rome. In May he came back."
    news = find_times(text, published=PUBLISHED, mode=ReadingMode.NEWS)
    story = find_times(text, published=PUBLISHED, mode=ReadingMode.NARRATIVE)
    assert [time.value for time in news] == ["1999", "2023-05"]
    assert [time.value for time in story] == ["1999", "1999-05"]


SCRIPT = """
import sys
from timeline_app.extraction.times import find_times
text = sys.stdin.read()
for time in find_times(text, published=738474):
    print(time)
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "UTC", "LC_ALL": "C"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "99"},
    ],
)
def test_the_same_whatever_the_surroundings(surroundings):
    here = "\n".join(str(time) for time in find_times(ARTICLE, published=738474)) + "\n"
    run = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT],
        input=ARTICLE.encode(),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, **surroundings},
    )
    assert run.stdout.decode() == here


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on 3/4/2023 and ended on 25/12/2023.", "2023-04-03"),
        ("It began on 3/4/2023 and ended on 12/25/2023.", "2023-03-04"),
        ("It began on 3/4/2023, said on 14 April and 2 May.", "2023-04-03"),
        ("It began on 3/4/2023, said on April 14.", "2023-03-04"),
        ("It began on 3/4/2023.", "2023-03-04"),
    ],
)
def test_the_order_of_day_and_month_in_digits_is_that_of_the_article(text, value):
    assert find_times(text)[0].value == value


@pytest.mark.parametrize("words", ["66 million years ago", "10,000 years ago"])
def test_long_ago_is_only_about_right(words):
    (found,) = find_times(f"They died out {words}.", published=parse_iso_day("2023-11-15"), mode=ReadingMode.NEWS)
    assert found.when.latest - found.when.earliest > 365 * 1000


def test_wide_parts_of_a_decade_reach_from_the_one_to_the_other():
    (found,) = find_times("It grew in the mid-to-late 1990s.")
    assert found.when.edtf == "[1994..1999]"


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "one hundred and " * 1500,
        "twenty " * 3000,
        "1," * 10_000,
        "May" + " " * 20_000 + "5",
        "the first " * 3000,
    ],
    ids=["digits", "hundreds", "tens", "commas", "spaces", "firsts"],
)
def test_no_text_takes_more_than_its_length(text):
    begun = process_time()
    find_times(text, published=PUBLISHED)
    assert process_time() - begun < 3
