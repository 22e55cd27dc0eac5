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
        (
            "In an interview with billionaire and alleged trafficker Jeffrey Epstein, Emily Maitlis did a good job.",
            "Maitlis",
            "nsubj",
            "did",
        ),
        (
            "Israel seized the territories, seen as pivotal parts of any future state, in the 1967 Six-Day War.",
            "in",
            "prep",
            "seized",
        ),
        ("Jobs left chief operating officer Timothy Cook in charge of daily operations.", "in", "prep", "left"),
        ("The singer was convicted on 3 June 2021 of spreading false information.", "of", "prep", "convicted"),
        (
            "Emails exchanged among officials regarding a deal have been entered into the record.",
            "exchanged",
            "acl",
            "Emails",
        ),
        ("Roy and staffers, the indictment said, shipped hundreds of papers on Monday.", "Roy", "nsubj", "shipped"),
        ("They deny the fact that Prince Andrew stayed with him in 2002.", "that", "mark", "stayed"),
        ("They published the evidence that police found in the house in 2002.", "that", "dobj", "found"),
        ("Police found a door, and a lifeboat was labeled wrongly.", "lifeboat", "nsubjpass", "labeled"),
    ],
)
def test_what_is_joined_to_what(analyser, text, word, dep, verb):
    assert heads(analyser.analyse(text))[word] == (dep, verb)
