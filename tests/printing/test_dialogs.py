from __future__ import annotations

import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog

from tests.printing.sample_events import document
from timeline_app.printing import page_setup, preview, print_timeline
from timeline_app.printing.dialogs import Sheets, layout_with_margins, options_of, print_on, printer_for
from timeline_app.printing.document import Margins, PageOptions, Paper
from timeline_app.printing.render import CannotWrite
from timeline_app.printing.setup_dialog import PageSetupDialog
from timeline_app.printing.sheets import plan_sheets

ODD = PageOptions(Paper.LETTER, landscape=True, margins=Margins(10, 11, 12, 13), black_and_white=True)


def to_file(printer, path):
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.parametrize("options", [PageOptions(), ODD, PageOptions(paper=Paper.TABLOID)])
def test_a_printer_is_set_up_as_the_options_say_and_gives_them_back(options):
    assert options_of(printer_for(document(options=options)), options) == options


def test_paper_that_is_not_ours_leaves_the_paper_as_it_was():
    printer = printer_for(document())
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Postcard))
    assert options_of(printer, PageOptions(paper=Paper.LETTER)).paper is Paper.LETTER


@pytest.mark.parametrize("options", [PageOptions(), ODD])
def test_what_is_printed_has_all_sheets_and_the_words(tmp_path, words_of, options):
    here = document(options=options)
    assert print_on(to_file(printer_for(here), tmp_path / "printed.pdf"), here) == options
    words = words_of((tmp_path / "printed.pdf").read_bytes())
    count = plan_sheets(here).sheets
    assert words.count("\f") == count
    assert f"Page {count} of {count}" in words
    assert "Hamas attacks southern Israel" in words


def test_only_the_pages_asked_for_are_printed(tmp_path, words_of):
    printer = to_file(printer_for(document()), tmp_path / "printed.pdf")
    printer.setFromTo(2, 2)
    print_on(printer, document())
    words = words_of((tmp_path / "printed.pdf").read_bytes())
    assert "Page 2 of 3" in words
    assert words.count("\f") == 1


def test_a_printer_that_does_not_answer_is_said(tmp_path):
    printer = to_file(printer_for(document()), tmp_path / "nowhere" / "printed.pdf")
    with pytest.raises(CannotWrite, match="could not be printed"):
        print_on(printer, document())


def test_the_preview_shows_every_sheet_and_plans_them_once(qtbot, monkeypatch):
    plans = []

    def plan(given):
        plans.append(given)
        return plan_sheets(given)

    monkeypatch.setattr("timeline_app.printing.dialogs.plan_sheets", plan)
    printer = printer_for(document())
    widget = QPrintPreviewWidget(printer)
    sheets = Sheets(document())
    widget.paintRequested.connect(sheets.paint)
    qtbot.addWidget(widget)
    widget.show()
    widget.updatePreview()
    assert widget.pageCount() == 3
    assert len(plans) == 1
    widget.setLandscapeOrientation()
    assert len(plans) == 2


def test_the_dialogs_give_back_what_was_chosen(monkeypatch, tmp_path):
    def print_to_file(dialog):
        to_file(dialog.printer(), tmp_path / "chosen.pdf").setPageOrientation(QPageLayout.Orientation.Landscape)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", print_to_file)
    chosen = print_timeline(document())
    assert chosen
    assert chosen.landscape
    assert (tmp_path / "chosen.pdf").stat().st_size > 10_000

    counts = []

    def turn(dialog):
        dialog.printer().setPageLayout(layout_with_margins(ODD))
        dialog.show()
        counts.append(dialog.findChild(QPrintPreviewWidget).pageCount())

    monkeypatch.setattr(QPrintPreviewDialog, "exec", turn)
    assert preview(document()).paper is Paper.LETTER
    assert counts == [5]


def test_cancelling_changes_nothing(monkeypatch):
    for dialog in (PageSetupDialog, QPrintDialog):
        monkeypatch.setattr(dialog, "exec", lambda _self: QDialog.DialogCode.Rejected)
    assert page_setup(PageOptions()) is None
    assert print_timeline(document()) is None


def test_a_poster_stays_one_through_preview_and_print(tmp_path, words_of):
    here = document(options=PageOptions(poster=3, event_list=False, landscape=True))
    printer = to_file(printer_for(here), tmp_path / "poster.pdf")
    assert options_of(printer, here.options) == here.options
    print_on(printer, here)
    words = words_of((tmp_path / "poster.pdf").read_bytes())
    assert words.count("\f") == plan_sheets(here).sheets >= 3
    assert "column 3. Cut off the left edge at the marks" in " ".join(words.split())
