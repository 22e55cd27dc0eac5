"""A whole window on a project of hand-made readings, with its settings and data in a folder of the test."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings

from tests.views.samples import first_reading, second_reading
from timeline_app.desktop import intake
from timeline_app.desktop.main_window import FIRST_SIZE, MainWindow
from timeline_app.desktop.recovery import Untitled
from timeline_app.desktop.settings import Settings
from timeline_app.formats import CannotRead, read_file
from timeline_app.model import Reading, ReadingMode
from timeline_app.project import Outcome, Project


class QuickPool:
    """Reads without other processes: the hand-made articles as they were made by hand, others say nothing."""

    def __init__(self, _workers=None):
        self.workers = 2
        self.cancelled = False
        self.by_text = {one.article.text: one for one in (first_reading(), second_reading())}

    def warm(self):
        pass

    def _read(self, article):
        known = self.by_text.get(article.text)
        if known is None:
            return Reading(article, ReadingMode.NEWS, "by hand")
        return Reading(article, ReadingMode.NEWS, "by hand", known.times, known.actors, known.mentions, known.events)

    def read_files(self, paths):
        self.cancelled = False
        for path in paths:
            if self.cancelled:
                yield Outcome(path, cancelled=True)
                continue
            try:
                article, data = read_file(path)
            except CannotRead as error:
                yield Outcome(path, sentence=error.sentence, code=error.code)
                continue
            yield Outcome(path, self._read(article), data)

    def read_articles(self, articles):
        for article in articles:
            yield Outcome(None, self._read(article))

    def cancel(self):
        self.cancelled = True

    def close(self):
        pass


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def untitled(tmp_path):
    folder = tmp_path / "untitled"
    folder.mkdir()
    return Untitled(folder)


@pytest.fixture
def empty_window(qtbot, settings, untitled, monkeypatch):
    """A window with an empty untitled project."""
    monkeypatch.setattr(intake, "ReaderPool", QuickPool)
    window = MainWindow(settings, untitled)
    window.panes.timeline.set_animated(False)
    # The screen of the tests is smaller than most.
    window.resize(*FIRST_SIZE)
    qtbot.addWidget(window)
    window.show()
    window.begin()
    yield window
    window.close()


@pytest.fixture
def window(empty_window, tmp_path):
    """A window with a named project of two articles."""
    project = Project.create(tmp_path / "Hostages.dateline")
    project.take_in([(first_reading(), None), (second_reading(), None)])
    empty_window.files._look_at(project, [], "")
    return empty_window


@pytest.fixture
def event_named(window):
    """Finds an event by a part of its title."""

    def find(words):
        return next(one for one in window.workspace.project.events() if words in one.title)

    return find


@pytest.fixture
def actor_named(window):
    """Finds an actor by its name."""

    def find(name):
        return next(one for one in window.workspace.project.actors() if one.name == name)

    return find
