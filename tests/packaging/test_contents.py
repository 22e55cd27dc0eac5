"""What is left out of the installed application, and that what was built holds to it."""

from __future__ import annotations

import re

import pytest

from tests.packaging.loading import load
from tests.source_tree import ROOT

contents = load("contents")
BUILT = ROOT / "dist" / "dateline" / "_internal"
PLUGINS = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Svg.so.6", True),
        ("PySide6/Qt/lib/libQt6SvgWidgets.so.6", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", False),
        ("PySide6/Qt/lib/libQt63DCore.so.6", False),
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQml.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", True),
        ("PySide6/libpyside6qml.abi3.so.6.11", False),
        ("PySide6/Qt/qml/QtQuick/libqtquick2plugin.so", False),
        (f"{PLUGINS}/platforms/libqxcb.so", True),
        (f"{PLUGINS}/platforms/libqoffscreen.so", True),
        (f"{PLUGINS}/platforms/libqvnc.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        (f"{PLUGINS}/platformthemes/libqgtk3.so", False),
        (f"{PLUGINS}/printsupport/libcupsprintersupport.so", True),
        (f"{PLUGINS}/tls/libqopensslbackend.so", False),
        (f"{PLUGINS}/networkinformation/libqglib.so", False),
        (f"{PLUGINS}/sqldrivers/libqsqlite.so", False),
        (f"{PLUGINS}/qmltooling/libqmldbg_server.so", False),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", True),
        ("spacy/vocab.cpython-311-x86_64-linux-gnu.so", True),
    ],
)
def test_libraries(target, wanted):
    assert contents.is_wanted_library(target, f"/somewhere/site-packages/{target}") is wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", False),
        ("/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("/usr/lib/python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", True),
    ],
)
def test_the_system_brings_its_own_libraries(source, wanted):
    name = source.rpartition("/")[2]
    assert contents.is_wanted_library(name, source) is wanted
    assert contents.is_wanted_library(name, source, system_inside=True)


@pytest.mark.parametrize(
    ("module", "wanted"),
    [
        ("spacy.lang.en.stop_words", True),
        ("spacy.lang.char_classes", True),
        ("spacy.lang.norm_exceptions", True),
        ("spacy.lang.ja", True),  # spaCy itself asks for it
        ("spacy.lang.de", False),
        ("spacy.lang.fr.lemmatizer", False),
        ("spacy.tests.test_misc", False),
        ("thinc.tests", False),
        ("spacy.pipeline.ner", True),
        ("spacy.cli.download", False),
    ],
)
def test_modules(module, wanted):
    assert contents.is_wanted_module(module) is wanted


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("spacy/default_config.cfg", True),
        ("spacy/tests/README.md", False),
        ("spacy/vocab.pyx", False),
        ("spacy/cli/templates/quickstart_training.jinja", False),
        ("spacy_legacy-3.0.12.dist-info/entry_points.txt", False),
        ("spacy-3.8.18.dist-info/METADATA", True),
        ("babel/locale-data/en.dat", True),
        ("babel/locale-data/fr.dat", False),
        ("babel/global.dat", True),
        ("resources/models/en_core_web_sm-3.8.0/tok2vec/model", True),
    ],
)
def test_data(data, wanted):
    assert contents.is_wanted_data(data) is wanted


@pytest.mark.skipif(not BUILT.is_dir(), reason="nothing was built here: make deb")
class TestWhatWasBuilt:
    names = [path.relative_to(BUILT).as_posix() for path in BUILT.rglob("*")] if BUILT.is_dir() else []

    def test_nothing_that_is_left_out_is_in_it(self):
        unwanted = re.compile(
            r"libQt6(Qml|Quick|3D|WebEngine|Sql|Designer|Help|Test|OpenGL)|/qml/|\.qm$|libqgtk3|/tests/|\.pyi$"
            r"|spacy/(cli|lang/(de|fr|es|ru|it|pt))\b|^(pyqtgraph|PIL|matplotlib|pytest|mypy|tkinter)/"
        )
        assert [name for name in self.names if unwanted.search(name)] == []

    def test_what_it_needs_is_in_it(self):
        needed = [
            "resources/models/en_core_web_sm-3.8.0/SHA256SUMS",
            "resources/THIRD_PARTY_NOTICES.md",
            "resources/LICENSE",
            "resources/sample/ATTRIBUTION",
            "spacy/default_config.cfg",
        ]
        assert [name for name in needed if name not in self.names] == []
        notices = (BUILT / "resources" / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
        assert "## Licence texts" in notices
        assert "Permission is hereby granted" in notices

    def test_it_is_small_enough(self):
        size = sum(path.stat().st_size for path in BUILT.rglob("*") if path.is_file() and not path.is_symlink())
        assert size <= 450_000_000
