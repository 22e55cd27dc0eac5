"""What ships may ship: licences, pinned packages, and the notices that name them."""

from __future__ import annotations

import importlib.util
import re
import sys

import pytest

from tests.source_tree import ROOT


@pytest.fixture(scope="module")
def notices():
    """The script that writes the notices. Its folder has the name of a library, so it is loaded by path."""
    spec = importlib.util.spec_from_file_location("notices", ROOT / "packaging" / "notices.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # a dataclass looks its module up by name
    sys.modules["notices"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("licence", "acceptable"),
    [
        ("MIT", True),
        ("LGPL-3.0-only", True),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("GNU Library or Lesser General Public License (LGPL)", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("GNU Affero General Public License v3", False),
        ("GNU General Public License v2 (GPLv2)", False),
        ("", False),
    ],
)
def test_which_licences_are_acceptable(notices, licence, acceptable):
    assert notices.is_acceptable(licence) is acceptable


def test_nothing_in_the_lock_is_gpl_or_unnamed(notices):
    refused = [package for package in notices.packages() if not notices.is_acceptable(package.licence)]
    assert not refused


def test_the_notices_name_what_is_locked(notices):
    listed = set(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", notices.NOTICES.read_text(encoding="utf-8"), re.MULTILINE))
    locked = {(name, ", ".join(versions)) for name, versions in notices.locked().items()}
    assert listed - {("package", "version")} == locked, "run 'make notices'"


def test_no_package_carries_a_language_model(notices):
    """Names like these are held by unknown hands on the public index; the weights are data files of ours."""
    for lock in ("run.txt", "dev.txt"):
        names = notices.locked(ROOT / "requirements" / lock)
        assert not [name for name in names if re.fullmatch(r"[a-z]{2}[-_](core|dep|ent)[-_].*", name)]
    assert not re.search(r"[a-z]{2}[-_]core[-_](web|news)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_locks_pin_every_package_by_hash_and_name_no_host(lock):
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|file:", text)
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert all("--hash=sha256:" in entry for entry in entries if "==" in entry)


def test_both_locks_agree(notices):
    run, dev = (notices.locked(ROOT / "requirements" / lock) for lock in ("run.txt", "dev.txt"))
    assert run.items() <= dev.items()
