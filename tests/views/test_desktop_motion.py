import sys

import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle

from timeline_app.views import desktop_motion
from timeline_app.views.desktop_motion import desktop_moves


class Style(QProxyStyle):
    duration = 200

    def styleHint(self, hint, option=None, widget=None, result=None):  # noqa: N802
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self.duration
        return super().styleHint(hint, option, widget, result)


@pytest.fixture
def style(qapp):
    before = qapp.style().objectName()
    qapp.setStyle(made := Style())
    yield made
    qapp.setStyle(before)


def test_a_style_without_durations_stands_still(style, monkeypatch):
    monkeypatch.setattr(desktop_motion, "_portal_is_still", lambda: False)
    assert desktop_moves()
    style.duration = 0
    assert not desktop_moves()


@pytest.mark.parametrize(
    ("platform", "asked"),
    [("linux", "_portal_is_still"), ("win32", "_windows_is_still"), ("darwin", "_mac_is_still")],
)
def test_every_platform_is_asked_in_its_own_way(style, monkeypatch, platform, asked):
    monkeypatch.setattr(sys, "platform", platform)
    for still in (True, False):
        monkeypatch.setattr(desktop_motion, asked, lambda answer=still: answer)
        assert desktop_moves() != still


@pytest.mark.parametrize(
    ("number", "still", "moving"), [(0, 1, 0), (0, 1, None), (1, False, True), (2, "0", "1"), (2, 0.0, 0.5)]
)
def test_what_the_settings_of_linux_desktops_mean(number, still, moving):
    asks_for_stillness = desktop_motion._PORTAL[number][2]
    assert asks_for_stillness(still)
    assert not asks_for_stillness(moving)


def test_values_come_out_of_their_wrapping():
    class Wrapped:
        def __init__(self, inner):
            self.inner = inner

        def variant(self):
            return self.inner

    assert desktop_motion._plain(Wrapped(Wrapped(False))) is False
    assert desktop_motion._plain(3) == 3


def test_without_a_session_bus_things_move(style, monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert desktop_moves()


def portal(known, asked):
    """A portal that has some settings; None is one that does not answer."""

    def ask(namespace, key):
        asked.append(key)
        if known is None:
            raise ConnectionError
        return known[key]

    return ask


@pytest.mark.parametrize(
    ("known", "still", "questions"),
    [
        ({"reduced-motion": 1}, True, 1),
        ({"reduced-motion": 0, "enable-animations": False}, True, 2),
        ({"enable-animations": True, "AnimationDurationFactor": "0"}, True, 3),
        ({"reduced-motion": 0, "enable-animations": True, "AnimationDurationFactor": "1"}, False, 3),
        ({}, False, 3),
        (None, False, 1),
    ],
)
def test_a_portal_is_asked_until_it_says_so_and_only_once_when_it_is_not_there(known, still, questions):
    asked = []
    assert desktop_motion._portal_is_still(portal(known, asked)) == still
    assert len(asked) == questions
