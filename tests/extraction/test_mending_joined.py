from __future__ import annotations

import pytest

from tests.extraction.test_mending import heads


@pytest.mark.parametrize(
    ("text", "word", "dep", "verb"),
    [
        ("The minister said the bridge would be closed, and visited the town on Monday.", "visited", "conj", "said"),
        ("The minister said the bridge was closed and painted on Monday.", "painted", "conj", "closed"),
        (
            "On Sunday, the spacecraft containing samples from the asteroid Bennu arrived in the US city of Houston.",
            "spacecraft",
            "nsubj",
            "arrived",
        ),
        (
            "Early Friday morning, the Japan Coast Guard found a door, a rotor blade, and an unused lifeboat labeled "
            "consistently with the missing helicopter.",
            "lifeboat",
            "conj",
            "blade",
        ),
        ("Police found a door, and a lifeboat was labeled wrongly.", "lifeboat", "nsubjpass", "labeled"),
    ],
)
def test_what_is_joined_to_what(analyser, text, word, dep, verb):
    assert heads(analyser.analyse(text))[word] == (dep, verb)
