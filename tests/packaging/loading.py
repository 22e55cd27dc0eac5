"""The scripts of `packaging/`, loaded by path: their folder has the name of a library."""

from __future__ import annotations

import importlib.util
import sys

from tests.source_tree import ROOT

PACKAGING = ROOT / "packaging"
DESKTOP = ROOT / "resources" / "desktop"


def load(name):
    """One script as a module of its own name with a prefix, so that it hides no other."""
    spec = importlib.util.spec_from_file_location(f"dateline_packaging_{name}", PACKAGING / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
