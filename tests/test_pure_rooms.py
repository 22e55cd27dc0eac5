"""The rooms before `drawing` load where there is no Qt at all."""

from __future__ import annotations

import subprocess
import sys

from tests.source_tree import PURE_ROOMS, ROOT, modules, name_of

LOADER = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not to be loaded here")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_the_pure_rooms_load_without_qt():
    names = [name_of(path) for path in modules(*PURE_ROOMS)]
    done = subprocess.run([sys.executable, "-c", LOADER, *names], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_loading_them_is_light():
    """What is slow to load stands inside the functions that need it, so that the window is there at once."""
    names = [name_of(path) for path in modules("model", "formats", "extraction", "layout")]
    heavy = "print(*sorted({'spacy', 'trafilatura', 'pypdfium2', 'lxml'} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", LOADER + heavy, *names], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
