from __future__ import annotations

import pytest

from timeline_app import printing
from timeline_app.desktop.paper_actions import ExportDialog


@pytest.mark.parametrize("ending", ["pdf", "svg", "csv", "json", "png"])
def test_every_format_is_written_beside_the_window(qtbot, window, tmp_path, ending):
    target = tmp_path / f"out.{ending}"
    window.paper.export(target, ending)
    qtbot.waitUntil(target.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "was written" in window.places.notices.words)
    assert target.stat().st_size > 100


def test_only_what_is_in_view(window, event_named):
    event = event_named("hosts talks")
    day = event.when.earliest
    window.panes.timeline.set_range(day - 1.0, day + 2.0)
    document = window.paper.document(only_visible=True)
    titles = {one.title for one in document.events}
    assert "Qatar hosts talks" in titles
    assert "Hamas captures Judith and Natalie Raanan" not in titles
    assert document.title == "Hostages"
    assert document.lanes == window.workspace.shown.lanes


def test_paper_has_the_lanes_as_they_were_arranged(window):
    work, hands = window.workspace, window.panes.timeline.lane_hands
    keys = [lane.key for lane in work.shown.lanes]
    hands.choose(hands.choices.moved(keys, keys[1], 0).with_collapsed(keys[1], True).with_top(keys[1], True))
    document = window.paper.document()
    assert [lane.key for lane in document.lanes][:2] == [keys[1], keys[0]]
    assert not any(lane.collapsed or lane.top for lane in document.lanes)
    hands.choose(hands.choices.with_hidden(keys[0], True))
    document = window.paper.document()
    shown = {lane.key for lane in document.lanes}
    assert keys[0] not in shown
    assert 0 < len(document.events) < len(work.shown.events)
    alone = [one for one in work.shown.events if {part.actor for part in one.participants} == {keys[0]}]
    assert alone
    assert not set(alone) & set(document.events)


def test_paper_knows_what_was_checked(window, event_named):
    event = event_named("releases")
    window.workspace.project.set_checked(event.id, True)
    window.workspace.refresh()
    assert window.paper.document().checked == {event.id}


def test_what_cannot_be_written_is_said(qtbot, window, tmp_path):
    window.paper.export(tmp_path / "no" / "such" / "out.pdf", "pdf")
    qtbot.waitUntil(lambda: bool(window.places.notices.words), timeout=20_000)
    assert not window.places.notices._timer.isActive()


def test_page_setup_is_remembered(window, monkeypatch):
    chosen = printing.PageOptions(paper=printing.Paper.LETTER, landscape=True)
    monkeypatch.setattr(printing, "page_setup", lambda _options, _parent: chosen)
    window.table_of_actions["page_setup"].trigger()
    assert window.paper.options == chosen
    monkeypatch.setattr(printing, "page_setup", lambda _options, _parent: None)
    window.table_of_actions["page_setup"].trigger()
    assert window.paper.options == chosen


def test_printing_prints_what_is_shown(window, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_timeline", lambda document, _parent: printed.append(document))
    monkeypatch.setattr(printing, "preview", lambda document, _parent, _dress: printed.append(document))
    window.table_of_actions["print"].trigger()
    window.table_of_actions["print_preview"].trigger()
    assert [len(one.events) for one in printed] == [len(window.workspace.shown.events)] * 2


def test_nothing_to_print_is_said(empty_window):
    empty_window.table_of_actions["print"].trigger()
    assert "no events to print" in empty_window.places.notices.words


def test_the_dialog_offers_formats_and_ranges(qtbot):
    dialog = ExportDialog(None, printing.PageOptions(), "1 Oct – 14 Nov 2023")
    qtbot.addWidget(dialog)
    assert dialog.ending == "pdf"
    assert not dialog.only_visible
    dialog._grey.setChecked(True)
    dialog._range.setCurrentIndex(1)
    assert dialog.only_visible
    assert dialog.options.black_and_white
    assert dialog.options.poster == 1
    dialog._poster.setValue(3)
    assert dialog.options.poster == 3
    dialog._format.setCurrentIndex(dialog._format.findData("csv"))
    assert not dialog._grey.isEnabled()
    assert not dialog._poster.isEnabled()
