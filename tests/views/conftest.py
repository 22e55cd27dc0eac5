"""A project with hand-made readings."""

from __future__ import annotations

import pytest

from tests.views.samples import first_reading, second_reading
from timeline_app.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "Hostages.dateline") as made:
        made.take_in([(first_reading(), None), (second_reading(), None)])
        yield made
