from timeline_app.drawing.kept import Kept


def test_what_is_used_stays_and_what_is_not_goes():
    kept = Kept(10)
    for number in range(100):
        kept.put(number, str(number), 1)
        assert kept.get(0) == "0"
    assert kept.get(99) == "99"
    assert kept.get(50) is None
    assert len(kept) <= 21


def test_weights_count():
    kept = Kept(10)
    for number in range(20):
        kept.put(number, number, 5)
    assert len(kept) <= 5


def test_everything_can_be_let_go():
    kept = Kept(10)
    kept.put("a", 1, 1)
    kept.clear()
    assert kept.get("a") is None
    assert not len(kept)
