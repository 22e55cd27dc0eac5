"""News or narrative."""

from timeline_app.extraction.times import choose_mode, find_times
from timeline_app.model import ReadingMode
from timeline_app.model.calendar import parse_iso_day

PUBLISHED = parse_iso_day("2023-11-15")


def test_no_article_date_is_a_narrative():
    assert choose_mode("He came on Monday.", None) is ReadingMode.NARRATIVE


def test_news():
    text = "the minister said on monday that, unlike in 1999 and 2001, nobody had died yesterday."
    assert choose_mode(text, PUBLISHED) is ReadingMode.NEWS


def test_history_with_a_date():
    text = "in 1914 war came. by 1915 it was everywhere. in 1916 verdun, in 1917 revolution, in 1918 peace. then 1919."
    assert choose_mode(text, PUBLISHED) is ReadingMode.NARRATIVE


def test_a_chronicle_of_recent_years():
    text = " ".join(f"in {year} something happened, and in may {year} more." for year in range(2015, 2022))
    assert choose_mode(text, PUBLISHED) is ReadingMode.NARRATIVE


def test_ancient_history():
    text = "in 490 bc, 480 bc, 479 bc, 478 bc and 450 bc they fought."
    assert choose_mode(text, PUBLISHED) is ReadingMode.NARRATIVE


def test_last_month_of_a_history_is_that_before_its_article():
    text = (
        "The firm was founded in 1921. It sold its first camera in 1952. Ann Dahl died last March. Last month the firm "
        "made a plan. Its shares rose 7% on Friday. On 3 May 1988 it was sold. On Friday its workers struck."
    )
    found = find_times(text, published=parse_iso_day("2023-11-13"), mode=ReadingMode.NARRATIVE, article="a")
    values = [(time.passage.of(text), time.value) for time in found]
    assert values[2:5] == [("last March", "2023-03"), ("Last month", "2023-10"), ("Friday", "2023-11-10")]
    assert values[-1] == ("Friday", "1988-05-06")
