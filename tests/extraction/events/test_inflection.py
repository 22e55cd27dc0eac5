from __future__ import annotations

import pytest

from timeline_app.extraction.events.inflection import third_person


@pytest.mark.parametrize(
    ("base", "form"),
    [("release", "releases"), ("catch", "catches"), ("carry", "carries"), ("destroy", "destroys"), ("go", "goes"),
     ("veto", "vetoes"), ("pass", "passes"), ("fix", "fixes"), ("have", "has"), ("be", "is"), ("do", "does")],
)  # fmt: skip
def test_third_person(base, form):
    assert third_person(base) == form
