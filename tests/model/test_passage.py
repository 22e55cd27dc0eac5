"""Stretches of text."""

from timeline_app.model import Passage


def test_words_overlap_and_containment():
    whole, part, other = Passage("a", 0, 5), Passage("a", 4, 5), Passage("b", 4, 5)
    assert whole.of("seven words") == "seven"
    assert whole.overlaps(part)
    assert not whole.overlaps(other)
    assert whole.holds(part)
    assert not part.holds(whole)
    assert not whole.overlaps(Passage("a", 5, 6))
