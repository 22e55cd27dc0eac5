"""Which of several deeds in a sentence a date is of, and when what hangs on them was done."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import event, read


def edtf(reading, word):
    when = event(reading, word).when
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Merrill Lynch agreed to be bought by Bank of America on 15 September 2008.",
         {"agreed": "2008-09-15", "bought": "[2008-09-15..]"}),
        ("The board voted to sell the mine on Tuesday.", {"voted": "2023-11-07", "sell": "[2023-11-12..]"}),
        ("The firm decided to open a plant in Ohio on 5 May 2024.", {"open": "2024-05-05"}),
        ("Germany helped to build the bridge on 3 May 2023.", {"build": "2023-05-03"}),
        ("Pfizer said on Wednesday it would buy Seagen for $43 billion.", {"said": "2023-11-08",
         "buy": "[2023-11-12..]"}),
        ("Stocks plunged on 15 September 2008, with the Dow Jones falling 504 points.",
         {"plunged": "2008-09-15", "falling": "2008-09-15"}),
        ("Maria Silva was barred from running until 2030 by a court on Friday.",
         {"barred": "2023-11-10", "running": "[..2030]"}),
        ("In 1903 Marie Curie became the first woman to win a Nobel Prize.", {"win": "1903"}),
        ("The FTSE 100 index fell on Monday to close at 5,578.", {"fell": "2023-11-06", "close": "2023-11-06"}),
        ("The Dow Jones fell on Monday. The Nikkei closed at its lowest level since 2004.", {"closed": "2023-11-06~"}),
        ("The ship sank two hours later, at 2:20 a.m. on 15 April 1912.", {"sank": "1912-04-15T02:20:00"}),
        ("In 1950 Chinese forces entered Tibet; the following year its government signed the Point Agreement.",
         {"entered": "1950", "signed": "1951"}),
        ("A court fined the firm on Monday for dumping waste.", {"fined": "2023-11-06", "dumping": "[..2023-11-12]"}),
        ("A judge sentenced Maria Silva on Monday on charges of fraud, forging papers, and spreading lies.",
         {"forging": "[..2023-11-12]", "spreading": "[..2023-11-12]"}),
        ("Maria Silva was convicted on 3 June 2021 of spreading lies.", {"spreading": "[..2023-11-12]"}),
        ("Maria Silva was convicted in 2021 on charges of treason and spreading lies.",
         {"convicted": "2021", "spreading": "[..2023-11-12]"}),
    ],
)  # fmt: skip
def test_whose_date_it_is(analyser, text, dates):
    reading = read(analyser, text)
    assert {word: edtf(reading, word) for word in dates} == dates
