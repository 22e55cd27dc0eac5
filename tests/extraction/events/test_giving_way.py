from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import read
from timeline_app.extraction.constraints import solve


@pytest.mark.parametrize(
    ("text", "word", "edtf"),
    [
        ("The election was held on 3 May 2022. She resigned two weeks after the election.", "resigned", "2022-05-17"),
        ("The plane crashed on 3 May 2022. Four days after the crash, divers found the recorder.", "found",
         "2022-05-07"),
        ("Meyer was arrested on 5 May 2022. Three days later, he was released on bail. "
         "Three days after his release, he fled to Austria.", "fled", "2022-05-11"),
        ("Rescuers on Wednesday pulled a girl from the rubble, three days after a magnitude 6.8 earthquake struck "
         "the coast and killed at least 214 people.", "killed", "2023-11-05"),
        # What stands in words is kept, and the contradiction is shown.
        ("The election was held on 3 May 2022. She resigned on 9 May 2022, two weeks after the election.", "resigned",
         "2022-05-09"),
        # Where the day supposed and the relation go together, it stays.
        ("The election was held on 3 May 2022. She resigned after the election.", "resigned", "2022-05-03~"),
    ],
)  # fmt: skip
def test_a_day_only_supposed_gives_way_to_what_is_said(analyser, text, word, edtf):
    reading = read(analyser, text)
    solved = solve({event.id: event for event in reading.events}, reading.relations)
    found = next(event for event in reading.events if event.trigger.of(text) == word)
    when = solved.dates.get(found.id, found.when)
    assert when is not None
    assert when.edtf == edtf
    assert bool(solved.conflicts) == ("9 May" in text)
