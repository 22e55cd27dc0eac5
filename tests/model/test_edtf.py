"""EDTF in and out: a table by level, a property over generated texts, and another reader as the oracle."""

import pytest
from edtf_validate.valid_edtf import is_valid
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.model.calendar import civil, days_in_month, parse_iso_day
from timeline_app.model.edtf import UnreadableEdtf, parse_edtf, print_edtf, read_edtf

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

DAYS = [
    # text, first day, last day, about
    ("2023-10-20", "2023-10-20", "2023-10-20", False),
    ("2023-10", "2023-10-01", "2023-10-31", False),
    ("2024-02", "2024-02-01", "2024-02-29", False),
    ("2023", "2023-01-01", "2023-12-31", False),
    ("0000", "0000-01-01", "0000-12-31", False),
    ("-0043", "-0043-01-01", "-0043-12-31", False),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", False),
    ("202X", "2020-01-01", "2029-12-31", False),
    ("19XX", "1900-01-01", "1999-12-31", False),
    ("-04XX", "-0499-01-01", "-0400-12-31", False),
    ("-004X", "-0049-01-01", "-0040-12-31", False),
    ("2004-XX", "2004-01-01", "2004-12-31", False),
    ("1985-04-XX", "1985-04-01", "1985-04-30", False),
    ("1985-XX-XX", "1985-01-01", "1985-12-31", False),
    ("2023-21", "2023-03-01", "2023-06-20", False),
    ("2023-24", "2023-12-01", "2024-03-20", False),
    ("1984?", "1984-01-01", "1984-12-31", False),
    ("1999-03~", "1999-03-01", "1999-03-31", True),
    ("2004-06-11%", "2004-06-11", "2004-06-11", True),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", False),
    ("[1760-01..1760-12]", "1760-01-01", "1760-12-31", False),
    ("[1760~,1765]", "1760-01-01", "1765-12-31", True),
]


@pytest.mark.parametrize(("text", "first", "last", "about"), DAYS)
def test_what_a_text_stands_for(text, first, last, about):
    when = parse_edtf(text)
    assert (when.earliest, when.latest) == (parse_iso_day(first), parse_iso_day(last))
    assert (when.edtf, when.approximate) == (text, about)
    assert print_edtf(read_edtf(text)) == text


def test_years_of_more_than_four_digits():
    first, last = parse_edtf("Y170000002").earliest, parse_edtf("Y-17000").latest
    assert first is not None
    assert last is not None
    assert civil(first) == (170000002, 1, 1)
    assert civil(last) == (-17000, 12, 31)


INTERVALS = [
    ("2023-10-07/2023-10-20", ("2023-10-07", "2023-10-07", "2023-10-20", "2023-10-20")),
    ("2023-10/2023-11", ("2023-10-01", "2023-10-31", "2023-11-01", "2023-11-30")),
    ("1964/2008~", ("1964-01-01", "1964-12-31", "2008-01-01", "2008-12-31")),
    ("../2023-11-12", (None, "2023-11-12", "2023-11-12", "2023-11-12")),
    ("/2023-11-12", (None, "2023-11-12", "2023-11-12", "2023-11-12")),
    ("2023-10-07/..", ("2023-10-07", "2023-10-07", "2023-10-07", None)),
    ("2023-10-07/", ("2023-10-07", "2023-10-07", "2023-10-07", None)),
    ("../..", (None, None, None, None)),
    ("198X/199X", ("1980-01-01", "1989-12-31", "1990-01-01", "1999-12-31")),
]


@pytest.mark.parametrize(("text", "bounds"), INTERVALS)
def test_intervals(text, bounds):
    when = parse_edtf(text)
    days = [None if day is None else parse_iso_day(day) for day in bounds]
    assert [when.earliest_start, when.latest_start, when.earliest_end, when.latest_end] == days
    assert print_edtf(read_edtf(text)) == text


def test_a_choice_open_at_a_side():
    assert parse_edtf("[..2023-11-12]").earliest is None
    assert parse_edtf("[..2023-11-12]").latest == parse_iso_day("2023-11-12")
    assert parse_edtf("[1760,1765..]").latest is None


@pytest.mark.parametrize(
    ("text", "minute", "zone"),
    [
        ("2023-10-07T15:30:00", 930, ""),
        ("2023-10-07T15:30:00Z", 930, "UTC"),
        ("2023-10-07T15:30:00+02:00", 930, "+02:00"),
        ("2023-10-07T24:00:00", 1440, ""),
    ],
)
def test_time_of_day_never_moves_the_day(text, minute, zone):
    when = parse_edtf(text)
    assert when.earliest == when.latest == parse_iso_day("2023-10-07")
    assert when.clock is not None
    assert (when.clock.minute, when.clock.zone) == (minute, zone)
    assert print_edtf(read_edtf(text)) == text


REFUSED = [
    ("", "is no date in EDTF"),
    ("yesterday", "is no date in EDTF"),
    ("2023-13", "there is no month 13"),
    ("2023-02-29", "February of that year has no day 29"),
    ("2023-22-05", "seasons have no days"),
    ("-0000", "is no date in EDTF"),
    ("202X-05", "leaves the year open"),
    ("2023-XX-05", "leaves the month open"),
    ("2023-10-20/2023-10-07", "ends before it begins"),
    ("/", "is no interval"),
    ("2020/2021/2022", "is no interval"),
    ("2023-10-07T25:00:00", "no such time of day"),
    ("2023-10-07T10:00:00+19:00", "no such time zone"),
    ("2023-10-07T10:00:00/2024", "without a time of day"),
    ("{1960,1961}", "several dates at once"),
    ("[1960", "the closing ] is missing"),
    ("[1960]", "offers only one date"),
    ("[1960,..1961,1962]", "open only before its first"),
    ("[1962..1961]", "ends before it begins"),
    ("[1960~..1961]", "no mark"),
    ("２０２３", "is no date in EDTF"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_cannot_be_read_is_said_in_a_sentence(text, sentence):
    with pytest.raises(UnreadableEdtf, match=sentence.replace("[", r"\[")) as caught:
        parse_edtf(text)
    assert str(caught.value).endswith(".")


years = st.integers(-9999, 9999).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}")
long_years = st.integers(10_000, 10**9).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
marks = st.sampled_from(["", "?", "~", "%"])


@st.composite
def days(draw):
    year, month = draw(st.integers(1, 9999)), draw(st.integers(1, 12))
    return f"{year:04d}-{month:02d}-{draw(st.integers(1, days_in_month(year, month))):02d}"


plain = st.one_of(years, days(), st.builds("{}-{:02d}".format, years, st.integers(1, 12)))
open_years = st.builds(
    "{}{}".format,
    st.sampled_from(["", "-"]),
    st.one_of(st.integers(1, 99).map("{:02d}XX".format), st.integers(1, 999).map("{:03d}X".format)),
)
dates = st.one_of(st.builds("{}{}".format, plain, marks), open_years, long_years)
ends = st.one_of(st.just(".."), plain)
year_and_number = st.builds("{}-{:02d}".format, years, st.integers(0, 24))


@settings(deadline=None, max_examples=200)
@given(st.one_of(dates, st.builds("{}/{}".format, ends, ends), st.builds("[{},{}]".format, plain, plain)))
def test_reading_and_printing_loses_nothing(text):
    try:
        value = read_edtf(text)
    except UnreadableEdtf:
        assert "/" in text
        return
    assert print_edtf(value) == text
    when = parse_edtf(text)
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(dates, st.builds("{}-{:02d}".format, years, st.integers(0, 24)), st.text("0129-X/.~?[],", max_size=12))
)
def test_agrees_with_another_reader(text):
    """What is read here is valid to `edtf_validate`; what it holds valid at levels 0 and 1 is read here."""
    try:
        read_edtf(text)
        readable = True
    except UnreadableEdtf:
        readable = False
    if readable and "XX" not in text.split("/")[0][3:] and not text.startswith("0000"):
        assert oracle(text), text


def oracle(text):
    try:
        return is_valid(text)
    except (ValueError, IndexError, AttributeError):
        return False


LEVEL_0_AND_1 = """
1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04:00 1964/2008 2004-06/2006-08
2004-02-01/2005-02-08 2004-02-01/2005-02 Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX
1985-04-XX 1985-XX-XX 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 1985-04-12/ /1985 1984~/2004-06 -1985
"""


@pytest.mark.parametrize("text", LEVEL_0_AND_1.split())
def test_every_form_of_the_first_two_levels(text):
    assert oracle(text)
    assert print_edtf(read_edtf(text)) == text
