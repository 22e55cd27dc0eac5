from __future__ import annotations

import gc

import pytest

from timeline_app.project.bulk import collector_paused, is_paused


def test_the_collector_goes_on_after_a_pause():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_collects_by_hand_can_ask():
    assert not is_paused()
    with collector_paused():
        with collector_paused():
            assert is_paused()
        assert is_paused()
    assert not is_paused()


def test_a_pause_that_fails_is_over():
    with pytest.raises(ValueError, match="no more"), collector_paused():
        raise ValueError("no more")
    assert gc.isenabled()
    assert not is_paused()
