"""The language model's weights are the ones that were checked in, byte for byte."""

from __future__ import annotations

import hashlib

import pytest

from tests.source_tree import ROOT

MODELS = ROOT / "resources" / "models"
FOLDERS = sorted(path.parent for path in MODELS.glob("*/SHA256SUMS"))


def test_there_is_a_model():
    assert [folder.name for folder in FOLDERS] == sorted(path.name for path in MODELS.iterdir() if path.is_dir())
    assert FOLDERS


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_sums_match(folder):
    listed = {}
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        listed[name.lstrip("*").removeprefix("./")] = digest
    here = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    for name in listed.keys() | here.keys():
        assert listed.get(name) == here.get(name), f"{name} is not the file that was checked in"
