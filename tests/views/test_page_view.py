from __future__ import annotations

import pytest

from timeline_app.formats import read_file
from timeline_app.model import Passage
from timeline_app.resources import resource
from timeline_app.views.page_view import PageView, draw_page


@pytest.fixture(scope="module")
def paper():
    return read_file(resource("sample", "us-senate-iraq-authorizations.pdf"))


@pytest.fixture
def passage(paper):
    article, _ = paper
    start = article.text.index("Senate")
    return Passage(article.id, start, start + 60)


def test_a_page_is_drawn_with_the_boxes_of_the_passage(paper, passage):
    article, data = paper
    drawn = draw_page(data, article, passage, 400)
    assert drawn.number == 1
    assert abs(drawn.width - 400) <= 2
    assert len(drawn.pixels) == drawn.width * drawn.height * 3
    assert drawn.boxes
    assert all(0 <= value <= 1 for box in drawn.boxes for value in box)


def test_the_view_shows_the_page_and_where(qtbot, paper, passage):
    article, data = paper

    def run(work, *, done, failed, key=""):
        done(work())
        return 1

    view = PageView(run)
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.show()
    view.show_passage(data, article, passage)
    assert view._words.text() == f"Page 1 of {len(article.pages)}"
    qtbot.waitUntil(lambda: view._words.width() > 300)
    assert view._words.height() < 2 * view._words.fontMetrics().lineSpacing()
    box = view._paper.first_box()
    assert box is not None
    colours = view._paper.grab().toImage()
    inside = colours.pixelColor(int(box.right()) + 1, int(box.center().y()))
    assert inside.blue() < inside.red()


def test_what_cannot_be_drawn_is_said(qtbot, paper):
    article, _ = paper

    def run(work, *, done, failed, key=""):
        failed("The file is damaged.")
        return 1

    view = PageView(run)
    qtbot.addWidget(view)
    view.show_passage(b"", article, None)
    assert "The file is damaged." in view._words.text()
