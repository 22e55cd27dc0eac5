"""An installed wheel is whole: every module, every data file, the command."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.source_tree import ROOT

pytest.importorskip("setuptools", minversion="77")


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A copy to build from, so that the checkout stays clean."""
    source = tmp_path_factory.mktemp("source")
    for name in ("timeline_app", "resources"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, source)
    return source


@pytest.fixture(scope="module")
def wheel(source, tmp_path_factory):
    """The wheel built from the copy."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "-w", target, "."], cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(target.glob("*.whl"))


@pytest.mark.slow
def test_it_carries_every_module_and_data_file(source, wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(source).as_posix() for path in (source / "timeline_app").rglob("*.py")}
    files = [path for path in (source / "resources").rglob("*") if path.is_file()]
    data = {f"timeline_app/_resources/{path.relative_to(source / 'resources').as_posix()}" for path in files}
    assert modules <= inside, "a folder of modules without an __init__.py is left out of the wheel"
    assert data <= inside
    assert not [name for name in inside if name.startswith(("tests/", "packaging/", "resources/"))]


@pytest.mark.slow
def test_what_is_installed_finds_its_data(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = "from timeline_app.resources import resource_root; print(resource_root())"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "timeline_app" / "_resources")
    entry_points = next(tmp_path.glob("*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "dateline = timeline_app." in entry_points
