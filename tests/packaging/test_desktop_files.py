"""What the desktops read names Dateline, its files and its articles rightly."""

from __future__ import annotations

import argparse
import configparser
import plistlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET

import pytest

from tests.packaging.loading import DESKTOP, PACKAGING
from timeline_app import __version__
from timeline_app.cli.arguments import make_parser
from timeline_app.formats import FORMATS
from timeline_app.project import Project
from timeline_app.project.schema import APPLICATION_ID

METAINFO = DESKTOP / "org.dateline.dateline.metainfo.xml"
ENTRIES = ("dateline.desktop", "zz-dateline-articles.desktop")
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry(name):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(DESKTOP / name, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.mark.parametrize("name", ENTRIES)
def test_desktop_files_open_several_files_in_the_one_window(name):
    assert entry(name)["Exec"] == "dateline %F"
    # Qt names a window's class after the application.
    assert entry(name)["StartupWMClass"] == "Dateline"


def test_projects_are_datelines_own_and_articles_are_not():
    own, articles = (entry(name) for name in ENTRIES)
    assert own["MimeType"] == "application/x-dateline;"
    types = articles["MimeType"].rstrip(";").split(";")
    assert {"text/plain", "text/html", "application/pdf", "message/rfc822"} < set(types)
    assert "application/x-dateline" not in types
    assert articles["NoDisplay"] == "true"
    # Desktops take the first by name where nobody chose.
    assert ENTRIES[1] > "zathura.desktop"


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        *(("desktop-file-validate", [DESKTOP / name]) for name in ENTRIES),
        ("appstreamcli", ["validate", "--no-net", "--pedantic", METAINFO]),
    ],
)
def test_validators_say_nothing(tool, arguments):
    if shutil.which(tool) is None:
        pytest.skip(f"needs {tool}")
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not re.search(r"^[EWIP]:|warning|error", done.stdout), done.stdout


def test_a_project_is_known_by_its_first_bytes(tmp_path):
    outer = next(ET.parse(DESKTOP / "dateline.xml").iter(f"{MIME}magic"))[0]
    inner = outer[0]
    assert int(inner.get("value"), 16) == APPLICATION_ID
    Project.create(tmp_path / "a.dateline").close()
    head = (tmp_path / "a.dateline").read_bytes()[:100]
    assert head.startswith(outer.get("value").replace("\\0", "\0").encode())
    offset = int(inner.get("offset"))
    assert int.from_bytes(head[offset : offset + 4], "big") == APPLICATION_ID


def test_metainfo_names_this_version():
    root = ET.parse(METAINFO).getroot()
    assert root.find("releases")[0].get("version") == __version__
    assert root.findtext("launchable") == "dateline.desktop"


def test_the_manual_page_names_every_option():
    manual = (DESKTOP / "dateline.1").read_text(encoding="utf-8").replace("\\-", "-")
    subparsers = next(one for one in make_parser()._actions if isinstance(one, argparse._SubParsersAction))
    for command, parser in subparsers.choices.items():
        assert command in manual
        missing = {word for one in parser._actions for word in one.option_strings if word not in manual}
        assert missing <= {"--format"}


def test_windows_offers_dateline_for_every_format():
    setup = (PACKAGING / "windows" / "dateline.iss").read_text(encoding="utf-8")
    offered = set(re.findall(r'Article\("(\.\w+)"\)', setup))
    endings = {f".{ending.lstrip('.')}" for one in FORMATS for ending in one.endings}
    assert offered <= endings
    assert {".txt", ".html", ".pdf", ".docx", ".eml"} <= offered
    # For each person by itself, and nothing of others taken over.
    assert "PrivilegesRequired=lowest" in setup
    assert not re.search(r'Subkey: "Software\\Classes\\\.(txt|html?|pdf|docx|eml)"', setup)


def test_entitlements_are_a_property_list():
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
