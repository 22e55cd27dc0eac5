"""Puts `resources/` into the package when a wheel is built; all else is declared in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """The package with its data files inside, as `timeline_app/_resources`."""

    def run(self) -> None:
        """Build as always, then copy the data files in."""
        super().run()
        if not self.editable_mode:  # then they are found where they stand
            target = Path(self.build_lib) / "timeline_app" / "_resources"
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree("resources", target)


setup(cmdclass={"build_py": BuildWithResources})
