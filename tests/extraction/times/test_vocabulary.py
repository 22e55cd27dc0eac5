"""The words of a language."""

import pytest

from timeline_app.extraction.times.vocabulary import vocabulary


def test_tables():
    english = vocabulary()
    assert english["months"]["sept."] == 9
    assert english["units"]["weeks"] == "W"
    assert english["ordinals"]["twenty first"] == english["ordinals"]["twenty-first"] == 21


def test_every_table_has_its_words():
    english = vocabulary()
    assert set(english["months"].values()) == set(range(1, 13))
    assert set(english["weekdays"].values()) == set(range(7))
    assert all(english["modifiers"][kind] for kind in ("part", "about", "amount", "limit"))


def test_no_such_language():
    with pytest.raises(FileNotFoundError):
        vocabulary("xx")
