"""The steps that make the installed application."""

from __future__ import annotations

import ast
import runpy
import shutil
import signal
import struct
import subprocess

import pytest

from tests.packaging.loading import PACKAGING, load
from tests.source_tree import ROOT

build = load("build")
icons = load("icons")
SCRIPTS = sorted(PACKAGING.rglob("*.sh"))


@pytest.mark.parametrize(
    ("version", "numbers"), [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.1rc1", (2, 0, 0, 0))]
)
def test_versions_for_windows(version, numbers):
    assert build.numbers(version) == numbers


def library(offset, address):
    """A made-up library of one piece."""
    head = b"\x7fELF" + bytes([2, 1]) + bytes(26) + struct.pack("<Q", 64) + bytes(14) + struct.pack("<HH", 56, 1)
    piece = struct.pack("<IIQQQQQQ", build.TO_BE_LOADED, 5, offset, address, address, 100, 100, 4096)
    return head.ljust(64, b"\0") + piece


@pytest.mark.parametrize(
    ("offset", "address", "loadable"), [(0, 0, True), (0x2010, 0x5010, True), (0x2008, 0x5010, False)]
)
def test_a_library_that_strip_broke_is_known(offset, address, loadable):
    assert build.is_loadable(library(offset, address)) is loadable


def test_icons_for_windows_and_macos(qapp):
    small, large = icons.draw(16), icons.draw(256)
    assert small.startswith(b"\x89PNG")
    assert struct.unpack(">II", large[16:24]) == (256, 256)
    ico = icons.ico({16: small, 256: large})
    assert struct.unpack_from("<HHH", ico) == (0, 1, 2)
    width, *_, size, offset = struct.unpack_from("<BBBBHHII", ico, 6 + 16)
    assert (width, ico[offset : offset + size]) == (0, large)
    icns = icons.icns({b"ic08": large})
    assert icns == b"icns" + struct.pack(">I", len(large) + 16) + b"ic08" + struct.pack(">I", len(large) + 8) + large


def test_the_recipe_is_python():
    ast.parse((PACKAGING / "dateline.spec").read_text(encoding="utf-8"))


def test_until_the_installed_program_hears_ctrl_c_that_just_ends_it():
    """PyInstaller loads Qt before our first line; what reads without a window hears Ctrl+C again from there on."""
    assert 'runtime_hooks=[str(here / "interrupts.py")]' in (PACKAGING / "dateline.spec").read_text(encoding="utf-8")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        runpy.run_path(str(PACKAGING / "interrupts.py"))
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_sound_bash(script):
    subprocess.run(["bash", "-n", script], check=True)
    assert script.stat().st_mode & 0o100, "it cannot be run"


def test_the_release_workflow_calls_what_is_there():
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    for script in ("packaging/macos/build_dmg.sh", "packaging\\windows\\build.ps1", "packaging/measure_start.py"):
        assert script in workflow
        assert (ROOT / script.replace("\\", "/")).is_file()
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("deb", "verify"):
        assert f"make {target}" in workflow
        assert f"\n{target}:" in makefile


def test_a_reading_process_goes_no_further_than_its_task():
    """The start-up must hand over to multiprocessing before anything of the application is loaded."""
    body = ast.parse((PACKAGING / "frozen.py").read_text(encoding="utf-8")).body[-1].body
    assert ast.unparse(body[0]) == "multiprocessing.freeze_support()"
