"""One analyser for all tests of the room: loading the model takes longer than all of them together."""

from __future__ import annotations

import pytest

from timeline_app.extraction.analyser import Analyser


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser()
