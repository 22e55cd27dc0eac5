"""An installed wheel is whole: every module, every data file, the command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile

import pytest

from tests.packaging.loading import load
from tests.source_tree import ROOT

measure_start = load("measure_start")
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


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the wheel in it, away from the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def dateline(installed, *arguments):
    return [sys.executable, "-m", "timeline_app", *arguments], {"cwd": installed}


@pytest.mark.slow
def test_what_is_installed_finds_its_data(installed):
    code = "from timeline_app.resources import resource_root; print(resource_root())"
    done = subprocess.run([sys.executable, "-c", code], cwd=installed, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(installed / "timeline_app" / "_resources")
    entry_points = next(installed.glob("*.dist-info/entry_points.txt")).read_text(encoding="utf-8")
    assert "dateline = timeline_app." in entry_points


@pytest.mark.slow
def test_what_is_installed_reads_with_its_language_model(installed):
    sample = installed / "timeline_app" / "_resources" / "sample"
    command, options = dateline(installed, "extract", "--workers", "2", sample / "qatar-mediation.txt", sample)
    done = subprocess.run(command, **options, capture_output=True, text=True, check=True, timeout=300)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) > 10


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends the window by a signal")
def test_what_is_installed_opens_its_sample(installed, tmp_path):
    command, options = dateline(installed, "--sample")
    environment = os.environ | {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    running = subprocess.Popen(command, **options, env=environment)
    try:
        until = time.monotonic() + 240
        while not any(map(measure_start.events_in, tmp_path.rglob("Sample.dateline"))):
            assert running.poll() is None
            assert time.monotonic() < until
            time.sleep(0.2)
    finally:
        running.terminate()
        code = running.wait(60)
    assert code == 0
