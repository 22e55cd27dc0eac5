"""What a person types into a date field."""

import pytest

from timeline_app.extraction.typed_dates import UnreadableDate, parse_date
from timeline_app.model.calendar import parse_iso_day
from timeline_app.model.phrase import say_when

TODAY = parse_iso_day("2023-11-12")

TYPED = [
    ("from 3 to 5 May 1991", "1991-05-03/1991-05-05"), ("between 3 and 5 May 1991", "[1991-05-03..1991-05-05]"),
    ("from May to July 1991", "1991-05/1991-07"), ("from May 3 to 5, 1991", "1991-05-03/1991-05-05"),
    ("from the 3rd to the 5th of May 1991", "1991-05-03/1991-05-05"), ("from 1914 to 1918", "1914/1918"),
    ("between May and July 1991", "[1991-05..1991-07]"), ("5/2020", "2020-05"), ("2020/05/03", "2020-05-03"),
    ("20 October 2023", "2023-10-20"), ("20 october 2023", "2023-10-20"), ("Oct 20, 2023", "2023-10-20"),
    ("20/10/2023", "2023-10-20"), ("2023-10-20", "2023-10-20"), ("October 2023", "2023-10"), ("oct 2023", "2023-10"),
    ("march 1999", "1999-03"), ("may 1968", "1968-05"), ("2023", "2023"), ("476", "0476"), ("1066", "1066"),
    ("44 BC", "-0043"), ("44 bc", "-0043"), ("15 March 44 BC", "-0043-03-15"), ("AD 79", "0079"), ("ad 79", "0079"),
    ("about March 1999", "1999-03~"), ("circa 1850", "1850~"), ("around 1850", "1850~"), ("c. 1850", "1850~"),
    ("perhaps 1984", "1984?"), ("perhaps about 1984", "1984%"), ("before 12 Nov 2023", "[..2023-11-11]"),
    ("by 12 Nov 2023", "[..2023-11-12]"),
    ("no later than May 2020", "[..2020-05]"),
    ("before 1990", "[..1989]"),
    ("after 1990", "[1991..]"), ("on or after 5 May 2001", "[2001-05-05..]"), ("since 1990", "1990/.."),
    ("1990 onwards", "1990/.."), ("until 20 October 2023", "../2023-10-20"), ("between 1914 and 1918", "[1914..1918]"),
    ("from 1914 to 1918", "1914/1918"), ("1914-1918", "1914/1918"), ("1914 – 1918", "1914/1918"),
    ("7 Oct 2023 – 20 Oct 2023", "2023-10-07/2023-10-20"), ("7–20 October 2023", "2023-10-07/2023-10-20"),
    ("7-20 october 2023", "2023-10-07/2023-10-20"), ("October–November 2023", "2023-10/2023-11"),
    ("28 October – 3 November 2023", "2023-10-28/2023-11-03"), ("last week of May 2012", "[2012-05-25..2012-05-31]"),
    ("week of 2 October 2023", "[2023-10-02..2023-10-08]"), ("early October 2023", "[2023-10-01..2023-10-10]"),
    ("late 1990s", "[1997..1999]"), ("1990s", "199X"), ("the 1990s", "199X"), ("20th century", "19XX"),
    ("5th century BC", "-04XX"), ("summer 2023", "2023-22"), ("the spring of 1920", "1920-21"),
    ("third quarter of 2023", "[2023-07..2023-09]"), ("first half of 2023", "[2023-01..2023-06]"),
    ("Christmas 2010", "2010-12-25"), ("yesterday", "2023-11-11"), ("last friday", "2023-11-10"),
    ("two weeks ago", "[2023-10-23..2023-10-29]"), ("12 nov", "2023-11-12"),
    ("7 or 8 October 2023", "[2023-10-07,2023-10-08]"),
    ("1984 or 1986", "[1984,1986]"), ("7 October 2023, 15:00 GMT", "2023-10-07T15:00:00Z"),
    ("490 BC – 479 BC", "-0489/-0478"), ("2023-10~", "2023-10~"), ("202X", "202X"), ("2023-10-07/..", "2023-10-07/.."),
    ("[..2023-11-12]", "[..2023-11-12]"), ("Y17000", "Y17000"), ("  20   October 2023 ", "2023-10-20"),
    ("c. 1450", "1450~"), ("about 1450", "1450~"), ("fl. 1210-40", "1210/1240"), ("r. 1509–1547", "1509/1547"),
    ("2023/24", "2023/2024"), ("FY2023/24", "2023~/2024"), ("10,000 BC", "-9999"), ("20,000 BC", "Y-19999"),
    ("1800s", "18XX"),
    ("day after Christmas 1944", "1944-12-26"), ("two days before Christmas 1944", "1944-12-23"),
    ("night of 6–7 June 1944", "[1944-06-06..1944-06-07]"), ("dawn on 6 June 1944", "1944-06-06"),
    ("first Tuesday of November 2022", "2022-11-01"), ("last day of October 2020", "2020-10-31"),
    ("30 January 1648/9", "1649-01-30"), ("2 March 1917 (O.S.)", "1917-03-15"), ("Easter 2016", "2016-03-27"),
    ("second quarter of the 15th century", "[1425..1449]"), ("mid-to-late 1990s", "[1994..1999]"),
    ("on 20 October 2023", "2023-10-20"), ("shortly before 12 November 2023", "[..2023-11-12]"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "edtf"), TYPED)
def test_what_a_person_means(words, edtf):
    when = parse_date(words, today=TODAY)
    assert when.edtf == edtf
    assert when.basis[0].sentence == "Entered by hand."


REFUSED = ["", "   ", "blah", "soon", "2023-02-30", "30 February 2023", "13 days", "every Friday", "[1999",
           "32 May 2020",
           "from 1918 to 1914", "from 5 to 3 May 1991", "13/2020", "a while ago", "2020/2021/2022"]  # fmt: skip


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_read_is_said_in_a_sentence(words):
    with pytest.raises(UnreadableDate) as caught:
        parse_date(words, today=TODAY)
    message = str(caught.value)
    assert message.endswith(".")
    assert len(message) > 20


def test_nothing_known():
    assert say_when(parse_date("undated")) == "undated"


@pytest.mark.parametrize("words", ["last Friday", "yesterday", "12 Nov"])
def test_without_a_day_to_count_from_relative_words_are_refused(words):
    with pytest.raises(UnreadableDate):
        parse_date(words)


ROUND_TRIP = [
    "20 October 2023", "October 2023", "2023", "7–20 October 2023", "28 October – 3 November 2023",
    "28 December 2023 – 3 January 2024", "October–November 2023", "about March 1999", "perhaps 1984",
    "on or before 12 November 2023", "on or after 12 November 2023", "in or before 1999", "between 1914 and 1918",
    "1914–1918", "44 BC", "15 March 44 BC", "24 August AD 79", "AD 79", "1990s", "early 1990s", "late October 2023",
    "mid-October 2023", "20th century", "5th century BC", "summer 2023", "third quarter of 2023",
    "first half of 2023", "week of 2 October 2023", "7 or 8 October 2023", "until 20 October 2023",
    "from 7 October 2023", "shortly before 12 November 2023", "shortly after 12 November 2023", "490 BC – 479 BC",
    "7 October 2023, 15:00 GMT", "mid-20th century", "early 2020",
]  # fmt: skip


@pytest.mark.parametrize("words", ROUND_TRIP)
def test_words_of_a_date_mean_that_date(words):
    when = parse_date(words, today=TODAY)
    assert say_when(when) == words
