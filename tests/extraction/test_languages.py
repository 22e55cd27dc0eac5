from __future__ import annotations

import subprocess
import sys

import pytest

from timeline_app.extraction import read_article
from timeline_app.extraction.languages import foreign_notice, language_of
from timeline_app.model import Article, article_id
from timeline_app.model.language import language_name

GERMAN = (
    "Der Minister hat am Montag in Berlin gesagt, dass die Grenze wegen des Virus geschlossen bleibt. Am 12.11.2023 "
    "soll das Kabinett erneut beraten, ob sie im Dezember wieder geöffnet werden kann. Die Opposition ist dagegen."
)
DUTCH = (
    "Het kabinet heeft maandag in Den Haag besloten dat de grens is gesloten in verband met de uitbraak van het virus "
    "in de provincie. De minister is van plan de maatregel in een week te herzien, maar de oppositie is tegen."
)
ENGLISH = (
    "The minister said on Monday that the border would stay closed. The cabinet is to meet again on 12.11.2023 to "
    "decide whether it can be opened in December, which the opposition rejects."
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (DUTCH, "nl"),
        ("Президент России Владимир Путин в понедельник встретился с министром обороны.", "ru"),
        ("东京股市周一下跌，日经指数收低。" * 3, "zh"),
        ("He died.", "en"),
        ("", "en"),
        ("12.11.2023 14:00 5-3 7", "en"),
        ("FTSE 100 5,578 -3.2% DAX 7,000", "en"),
        (ENGLISH + " “" + GERMAN[:60] + "”", "en"),
    ],
)
def test_language_of_a_text(text, code):
    assert language_of(text) == code


def test_lines_of_names_and_scores_stay_english():
    table = "Chelsea 2-1 Arsenal. Liverpool 0-0 Everton. Leeds United 3-2 Derby County. " * 6
    assert language_of(table + "Goals by Smith, Jones and Brown in the second half of the match at Anfield.") == "en"


def test_of_an_article_in_another_language_only_dates_in_figures_are_read(analyser):
    reading = read_article(Article(article_id(GERMAN), "test", GERMAN), analyser)
    assert reading.article.language == "de"
    assert (reading.events, reading.actors, reading.mentions) == ((), (), ())
    assert [time.passage.of(GERMAN) for time in reading.times] == ["12.11.2023"]
    assert "in German" in reading.notices[0]


def test_what_languages_are_called():
    assert language_name("pt") == "Portuguese"
    assert "another language" in foreign_notice("xx")


def test_english_does_without_the_library_that_names_languages():
    program = (
        "import sys; from timeline_app.extraction.languages import language_of;"
        f"assert language_of({ENGLISH!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
