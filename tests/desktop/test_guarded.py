from __future__ import annotations

from timeline_app.desktop.guarded import Guard
from timeline_app.project import ProjectError
from timeline_app.views.notice_bar import NoticeBar


def test_what_fails_is_said(qtbot):
    bar = NoticeBar()
    qtbot.addWidget(bar)
    guard = Guard(bar)

    def fails(error):
        raise error

    assert guard.do(lambda: None)
    assert bar.words == ""
    assert not guard.do(lambda: fails(ProjectError("The disk is full.")))
    assert bar.words == "The disk is full."
    assert not guard.do(lambda: fails(KeyError("x")))
    assert "no longer in the project" in bar.words
