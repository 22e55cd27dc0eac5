from __future__ import annotations

import json
import stat

import pytest

from tests.printing.sample_events import document
from timeline_app.printing import FORMATS, CannotWrite, export, render


@pytest.mark.parametrize(
    ("ending", "start"),
    [("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<?xml"), ("csv", b"\xef\xbb\xbfNumber"), ("json", b"{")],
)
def test_the_ending_says_what_is_written(tmp_path, ending, start):
    target = tmp_path / f"timeline.{ending}"
    export(document(), target)
    assert target.read_bytes().startswith(start)
    assert ending in [each.ending for each in FORMATS]


def test_a_format_named_goes_before_the_ending(tmp_path):
    render(document(), tmp_path / "timeline.txt", format="JSON")
    assert json.loads((tmp_path / "timeline.txt").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize("name", ["timeline.docx", "timeline", "x.PDF.bak"])
def test_other_endings_are_refused_with_those_on_offer(tmp_path, name):
    with pytest.raises(CannotWrite, match=r"Choose one of: pdf, png, svg, csv, json\."):
        export(document(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="could not be written: No such file or directory"):
        export(document(), tmp_path / "nowhere" / "timeline.csv")


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path):
    target = tmp_path / "timeline.csv"
    target.write_text("old")
    target.chmod(0o640)
    export(document(), target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.csv"]


def test_what_fails_leaves_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "timeline.csv"
    target.write_text("old")
    monkeypatch.setattr("os.fdopen", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(CannotWrite, match="No space left"):
        export(document(), target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.csv"]
