from __future__ import annotations

import os
import sys

import pytest

from timeline_app.formats import CannotRead, Fault, files, find_files, read_file


def names(paths):
    return [path.name for path in paths]


def test_folders_are_searched_in_order(tmp_path):
    for name in (
        "b.txt",
        "a.HTML",
        "c.xyz",
        ".hidden.txt",
        "~$d.docx",
        "d.docx",
        "sub/z.eml",
        "sub/.git/x.txt",
        ".h/y.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("words")
    assert names(find_files([tmp_path])) == ["a.HTML", "b.txt", "d.docx", "z.eml"]


def test_named_files_are_kept_and_come_once(tmp_path):
    for name in ("a.txt", "b.xyz", ".c"):
        (tmp_path / name).write_text("words")
    named = [tmp_path / "b.xyz", tmp_path / ".c", tmp_path, tmp_path / "b.xyz", tmp_path / "gone.txt"]
    assert names(find_files(named)) == ["b.xyz", ".c", "a.txt", "gone.txt"]


def test_links_in_a_circle(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    assert names(find_files([tmp_path])) == ["a.txt"]


def refusal(path) -> CannotRead:
    with pytest.raises(CannotRead) as caught:
        read_file(path)
    return caught.value


def test_missing_folder_and_empty(tmp_path):
    assert refusal(tmp_path / "no.txt").code is Fault.MISSING
    assert refusal(tmp_path).code is Fault.FOLDER
    (tmp_path / "a.txt").write_bytes(b"")
    assert refusal(tmp_path / "a.txt").code is Fault.EMPTY
    assert refusal(tmp_path / "a.txt" / "b.txt").code is Fault.MISSING
    (tmp_path / "blank.txt").write_bytes(b" \n\n ")
    assert refusal(tmp_path / "blank.txt").code is Fault.EMPTY


def test_odd_paths(tmp_path):
    assert refusal(tmp_path / ("x" * 5000)).code is Fault.UNREADABLE
    assert refusal(tmp_path / "a\0b").code is Fault.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").code is Fault.NOT_A_FILE
    assert refusal(type(tmp_path)("/dev/zero")).code is Fault.NOT_A_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text("words")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert refusal(path).code is Fault.NO_PERMISSION


def test_disk_errors_tell_the_reason(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("words")

    def fail(*args, **kwargs):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("pathlib.Path.open", fail)
    assert "Input/output error" in refusal(path).sentence


def test_too_big_is_told_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    monkeypatch.setattr("pathlib.Path.open", None)
    error = refusal(path)
    assert error.code is Fault.TOO_BIG
    assert "50 MB" in error.sentence


def test_a_file_that_grows_while_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"words " * 100)
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 100)
    assert refusal(path).code is Fault.TOO_BIG
