import pytest

from timeline_app.views.timeline_motion import Motion


def test_a_flight_ends_where_it_should_and_never_leaves_the_way(qtbot):
    seen = []
    motion = Motion(lambda first, last: seen.append((first, last)))
    motion.go((0.0, 100.0), 40.0, 50.0, 60)
    assert motion.target((0.0, 100.0)) == (40.0, 50.0)
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] == (40.0, 50.0), timeout=3000)
    widths = [last - first for first, last in seen]
    assert widths == sorted(widths, reverse=True)
    assert all(0 <= first < last <= 100 for first, last in seen)
    assert motion.target((1.0, 2.0)) == (1.0, 2.0)


def test_without_movement_everything_is_there_at_once(qtbot):
    seen, panned = [], []
    motion = Motion(lambda first, last: seen.append((first, last)))
    motion.enabled = False
    motion.go((0.0, 1.0), 5.0, 6.0)
    motion.glide(5000, panned.append)
    assert (seen, panned) == ([(5.0, 6.0)], [])


def test_a_glide_slows_down_and_ends(qtbot):
    steps = []
    motion = Motion(lambda first, last: None)
    motion.glide(400, steps.append)
    qtbot.waitUntil(lambda: not motion._glide.isActive(), timeout=5000)
    assert steps
    assert sum(steps) == pytest.approx(sum(map(abs, steps)))
    assert sum(steps) < 400


def test_a_new_movement_ends_the_old(qtbot):
    motion = Motion(lambda first, last: None)
    motion.glide(1000, lambda pixels: None)
    motion.go((0.0, 1.0), 5.0, 6.0)
    assert not motion._glide.isActive()
    motion.stop()
    assert motion.target((7.0, 8.0)) == (7.0, 8.0)
