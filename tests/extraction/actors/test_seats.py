"""Capitals that speak for their states, and those that stay cities."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "state", "alias"),
    [
        ("Russia sent troops. Moscow denied the report.", "Russia", "Moscow"),
        ("Iranian officials met. Tehran rejected the offer.", "Iran", "Tehran"),
        ("The European Union met. Brussels proposed a tax.", "European Union", "Brussels"),
    ],
)
def test_a_capital_that_decides_is_its_state(find, text, state, alias):
    actor = find(text).actor(state)
    assert alias in actor.aliases


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Moscow denied the report.", "Moscow"),
        ("Russia sent troops. Talks were held in Moscow.", "Moscow"),
        ("Russia won. Moscow celebrated.", "Moscow"),
    ],
)
def test_a_capital_stays_a_city(find, text, city):
    assert city in find(text).names
