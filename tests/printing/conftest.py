from __future__ import annotations

import shutil
import subprocess

import pytest


@pytest.fixture(autouse=True)
def _drawing(qapp):
    """Fonts need an application; the tests of plain values do not mind."""


@pytest.fixture
def words_of(tmp_path):
    """The words of a PDF's bytes as a reader finds them, page after page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")

    def words(pdf, *flags):
        path = tmp_path / "words.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", *flags, path, "-"], check=True, capture_output=True)
        return done.stdout.decode()

    return words
