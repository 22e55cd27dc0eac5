from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from timeline_app.desktop import own_folder as module
from timeline_app.desktop.own_folder import own_folder


@pytest.fixture
def wanted(monkeypatch, tmp_path):
    """The folder that the system names for the person's data; temporary ones are made beside it."""
    folder = tmp_path / "home" / "data"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    monkeypatch.setattr(module.tempfile, "tempdir", str(tmp_path))
    return folder


def test_the_folder_of_a_person_is_made(wanted):
    own = own_folder()
    assert (own.path, own.warning) == (wanted, "")
    assert wanted.is_dir()


def test_where_it_cannot_be_made_a_temporary_one_serves_and_that_is_said(wanted, tmp_path):
    (tmp_path / "home").write_text("no folder")
    own = own_folder()
    assert own.path.parent == tmp_path
    assert own.path.is_dir()
    assert str(wanted) in own.warning
    assert str(own.path) in own.warning


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_where_it_is_somebody_elses_a_temporary_one_serves(wanted, monkeypatch):
    wanted.mkdir(parents=True)
    allowed = os.access
    monkeypatch.setattr(module.os, "access", lambda path, mode: Path(path) != wanted and allowed(path, mode))
    assert own_folder().refused == wanted


def test_where_there_is_none_at_all_that_is_told(wanted, tmp_path, monkeypatch):
    (tmp_path / "home").write_text("no folder")
    monkeypatch.setattr(module.tempfile, "tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(OSError, match="nowhere"):
        own_folder()
