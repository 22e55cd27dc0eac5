"""The sample articles are read as what their attribution says they are."""

from __future__ import annotations

import re

import pytest

from tests.source_tree import ROOT
from timeline_app import formats

SAMPLE = ROOT / "resources" / "sample"
#: Date, file name and title of each article.
LISTED = re.findall(r"^(\d{4}-\d\d-\d\d)  (\S+)\s+(.+)$", (SAMPLE / "ATTRIBUTION").read_text(encoding="utf-8"), re.M)


def test_every_article_is_attributed():
    files = {path.name for path in formats.find_files([SAMPLE])}
    assert files == {name for _, name, _ in LISTED} | {"qatar-mediation.txt"}


def test_there_are_several_formats():
    assert {name.rsplit(".", 1)[1] for _, name, _ in LISTED} == {"txt", "md", "html", "pdf", "docx", "eml"}


@pytest.mark.parametrize(("day", "name", "title"), LISTED, ids=[name for _, name, _ in LISTED])
def test_each_has_its_title_and_date(day, name, title):
    article, _ = formats.read_file(SAMPLE / name)
    assert article.published_iso == day
    assert " ".join(article.title.split()) == title


def test_the_projects_own_article_has_its_date():
    article, _ = formats.read_file(SAMPLE / "qatar-mediation.txt")
    assert article.published_iso == "2023-11-12"
    assert article.published_from == "header"
