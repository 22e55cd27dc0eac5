"""One analyser for all tests of this room: the weights take a second to load."""

from __future__ import annotations

import pytest

from timeline_app.extraction.actors import find_actors
from timeline_app.extraction.analyser import Analyser
from timeline_app.extraction.analysis import Analysis
from timeline_app.extraction.blocks import split_blocks
from timeline_app.extraction.plain_analyser import analyse_plainly


@pytest.fixture(scope="session")
def analyse():
    return Analyser().analyse


@pytest.fixture
def analyse_without_model():
    def plainly(text: str) -> Analysis:
        return analyse_plainly(text, split_blocks(text))

    return plainly


class Found:
    """What was found in a text, easy to ask."""

    def __init__(self, text, actors, mentions):
        self.text, self.actors, self.mentions = text, actors, mentions

    @property
    def names(self):
        return [actor.name for actor in self.actors]

    def actor(self, name):
        return next(actor for actor in self.actors if actor.name == name)

    def words(self, name, form="name"):
        """The words of the text that name an actor."""
        wanted = self.actor(name).id
        return [m.passage.of(self.text) for m in self.mentions if m.actor == wanted and m.form == form]


@pytest.fixture
def find(analyse):
    def found(text: str) -> Found:
        return Found(text, *find_actors("an article", text, analyse(text)))

    return found


@pytest.fixture
def find_plainly(analyse_without_model):
    def found(text: str) -> Found:
        return Found(text, *find_actors("an article", text, analyse_without_model(text)))

    return found
