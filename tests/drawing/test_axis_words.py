import pytest
from PySide6.QtCore import QLocale

from timeline_app.drawing.axis_words import axis_words, patterns_of
from timeline_app.layout.axis_words import ENGLISH, lower_label, upper_labels
from timeline_app.layout.calendar_steps import STEPS
from timeline_app.model.calendar import day_number

DAY = float(day_number(2023, 10, 7))
MONTH = next(step for step in STEPS if step.unit == "month")
NAMES = [
    ("C", "Saturday 7 October 2023", "7 Oct 2023", "October 2023", "Oct", 0),
    ("en_GB", "Saturday 7 October 2023", "7 Oct 2023", "October 2023", "Oct", 0),
    ("en_US", "Saturday, October 7, 2023", "Oct 7, 2023", "October 2023", "Oct", 6),
    ("de_DE", "Samstag, 7. Oktober 2023", "7. Okt. 2023", "Oktober 2023", "Okt", 0),
    ("fr_FR", "Samedi 7 octobre 2023", "7 oct. 2023", "Octobre 2023", "Oct.", 0),
    ("es_ES", "Sábado, 7 de octubre de 2023", "7 de oct de 2023", "Octubre de 2023", "Oct", 0),
    ("pl_PL", "Sobota, 7 października 2023", "7 paź 2023", "Październik 2023", "Paź", 0),
    ("ja_JP", "2023年10月7日土曜日", "2023年10月7日", "2023年10月", "10月", 6),
    ("ko_KR", "2023년 10월 7일 토요일", "2023년 10월 7일", "2023년 10월", "10월", 6),
]


@pytest.mark.parametrize(("name", "full", "short", "month", "lower", "week_starts"), NAMES)
def test_names_and_their_order(name, full, short, month, lower, week_starts):
    words = axis_words(QLocale(name))
    assert upper_labels("day", DAY, words)[::2] == (full, short)
    assert upper_labels("month", DAY, words)[0] == month
    assert lower_label(MONTH, DAY, long=False, words=words) == lower
    assert words.week_starts == week_starts
    assert words.counts_weeks == (week_starts == 0)


def test_every_locale_of_qt_has_words_that_can_be_written():
    any_one = QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    locales = {locale.name(): locale for locale in QLocale.matchingLocales(*any_one)}
    assert len(locales) > 100
    for locale in locales.values():
        words = axis_words(locale)
        for tier in ("day", "month"):
            for label in upper_labels(tier, DAY, words):
                assert "2023" in label
                assert "{" not in label


def test_a_format_without_a_year_gives_the_english_order():
    assert patterns_of("dddd d") == (ENGLISH.full_day, ENGLISH.short_day, ENGLISH.month_of_year)
    assert patterns_of("") == (ENGLISH.full_day, ENGLISH.short_day, ENGLISH.month_of_year)


def test_years_before_christ_keep_their_side():
    words = axis_words(QLocale("de_DE"))
    assert upper_labels("month", float(day_number(-43, 3, 15)), words)[0] == "März 44 BC"
