"""Who takes part in "the deal" or "the event" that names nobody."""

from __future__ import annotations

import pytest

from tests.extraction.events.test_finding import names, read


@pytest.mark.parametrize(
    ("text", "word", "actors"),
    [
        ("Airbus agreed to sell jets to Aeroflot on Friday. The deal was praised by many.", "praised", {"Airbus"}),
        ("The Airbus A380 made its maiden flight. About 50,000 people watched the flight.", "watched", {"Airbus A380"}),
        ("Boeing unveiled a jet on Friday. The event was attended by 15,000 people.", "attended", {"Boeing"}),
        # Another sort of happening, or one that says itself whose it is, leans on nothing.
        ("Boeing unveiled a jet on Friday. The trial was attended by 15,000 people.", "attended", set()),
        ("Boeing unveiled a jet on Friday. An event was attended by 15,000 people.", "attended", set()),
        ("Boeing may unveil a jet. The event was attended by 15,000 people.", "attended", set()),
    ],
)
def test_participants_of_what_is_spoken_of(analyser, text, word, actors):
    reading = read(analyser, text)
    found = {pair for e in reading.events if word in e.trigger.of(text) for pair in names(reading, e)}
    assert actors <= {name for name, _ in found}
    assert actors or not found
    assert {role for _, role in found} <= {"other"}
