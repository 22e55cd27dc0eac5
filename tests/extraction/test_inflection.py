from __future__ import annotations

import pytest

from timeline_app.extraction.inflection import base_of, third_person


@pytest.mark.parametrize(
    ("base", "form"),
    [("release", "releases"), ("catch", "catches"), ("carry", "carries"), ("destroy", "destroys"), ("go", "goes"),
     ("veto", "vetoes"), ("pass", "passes"), ("fix", "fixes"), ("have", "has"), ("be", "is"), ("do", "does")],
)  # fmt: skip
def test_third_person(base, form):
    assert third_person(base) == form


@pytest.mark.parametrize(
    ("text", "lemma", "base"),
    [("hoped", "hop", "hope"), ("hopped", "hop", "hop"), ("opened", "open", "open"), ("used", "use", "use"),
     ("played", "play", "play")],
)  # fmt: skip
def test_a_lemma_cut_too_short_is_mended(text, lemma, base):
    assert base_of(text, lemma) == base
