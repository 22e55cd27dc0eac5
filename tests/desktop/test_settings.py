from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QSettings

from timeline_app.desktop.settings import SETTINGS, Settings


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_every_setting_has_a_sentence_and_a_default_of_its_type(settings, setting):
    assert setting.sentence.endswith(".")
    assert type(settings.get(setting.name)) is type(setting.default)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("look/theme", "dark"),
        ("look/motion", False),
        ("look/reader_points", 14),
        ("files/recent", ["/a", "/b"]),
        ("print/page", {"paper": "A4", "scale": 2.0}),
        ("window/geometry", QByteArray(b"\x00\x01")),
    ],
)
def test_values_come_back_from_the_file(tmp_path, name, value):
    path = str(tmp_path / "kept.ini")
    store = QSettings(path, QSettings.Format.IniFormat)
    Settings(store).set(name, value)
    store.sync()
    assert Settings(QSettings(path, QSettings.Format.IniFormat)).get(name) == value


def test_unreadable_values_are_the_default(settings):
    settings._store.setValue("look/reader_points", "many")
    settings._store.setValue("files/recent", "{not json")
    assert settings.get("look/reader_points") == 0
    assert settings.get("files/recent") == []


def test_names_are_declared_first(settings):
    with pytest.raises(KeyError):
        settings.get("no/such")


def test_listeners_hear_of_changes(settings):
    heard = []
    settings.on_changed(heard.append)
    settings.set("look/theme", "light")
    assert heard == ["look/theme"]


def test_recent_projects_the_latest_first(settings):
    for number in range(12):
        settings.add_recent(f"/{number}")
    settings.add_recent("/5")
    assert settings.get("files/recent")[:3] == ["/5", "/11", "/10"]
    assert len(settings.get("files/recent")) == 10
    settings.forget_recent("/5")
    assert "/5" not in settings.get("files/recent")
    settings.forget_recent()
    assert settings.get("files/recent") == []
