from __future__ import annotations

import pytest

from tests.printing.sample_events import EVENTS, document
from timeline_app.printing.document import PAPER_POINTS, Margins, PageOptions, Paper
from timeline_app.printing.sheets import FOOT, HEAD, plan_sheets, title_height


def many(count):
    return document(events=tuple(EVENTS[number % len(EVENTS)] for number in range(count)))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("landscape", [False, True])
def test_all_stays_within_the_margins_of_every_paper(paper, landscape):
    options = PageOptions(paper=paper, landscape=landscape, margins=Margins(20, 10, 15, 12))
    plan = plan_sheets(many(40).with_options(options))
    width, height = PAPER_POINTS[paper][::-1] if landscape else PAPER_POINTS[paper]
    assert plan.body.left() == pytest.approx(20 / 25.4 * 72)
    assert plan.body.right() == pytest.approx(width - 15 / 25.4 * 72)
    assert plan.body.bottom() == pytest.approx(height - 12 / 25.4 * 72)
    for placed in plan.panels:
        top = title_height(plan.title, plan.look) if placed.sheet == 0 else HEAD
        bottom = top + placed.top + plan.look.axis_height + placed.panel.height
        assert bottom <= plan.body.height() - FOOT + 1e-6
    for piece in plan.pieces:
        used = plan.lines[piece.block].block.lines[piece.first : piece.last]
        assert piece.y + sum(used) <= plan.body.height() - HEAD - FOOT + 1e-6


def test_the_list_begins_on_a_sheet_of_its_own_behind_the_timeline():
    plan = plan_sheets(document())
    assert plan.timeline_sheets == 1
    assert plan.sheets == 1 + plan.pieces[-1].page + 1


def test_an_event_is_not_parted_from_its_first_source():
    plan = plan_sheets(many(60))
    page_of: dict[int, int] = {}
    for piece in plan.pieces:
        page_of.setdefault(piece.block, piece.page)
    titles = [number for number, lines in enumerate(plan.lines) if lines.paragraph.hanging]
    assert len(titles) == 60
    for number in titles:
        source = next(later for later in range(number, len(plan.lines)) if plan.lines[later].paragraph.rule) + 1
        assert page_of[number] == page_of[source]


def test_numbers_of_the_timeline_are_those_of_the_list():
    plan = plan_sheets(document())
    for mark in range(len(plan.timeline.columns)):
        number = int(plan.timeline.number_of(mark).split()[0])
        entry = plan.timeline.entries[number - 1]
        assert entry.number == number
        assert entry.event.title == plan.timeline.title_of(mark)


def test_the_line_below_the_title_counts_what_is_there():
    assert plan_sheets(document()).subtitle == (
        "1 January 1990 – 30 November 2023  ·  13 events  ·  1 without a date  ·  2 articles"
    )
