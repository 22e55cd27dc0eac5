import pytest
from PySide6.QtWidgets import QDialog

from timeline_app.printing import page_setup
from timeline_app.printing.document import Margins, PageOptions, Paper
from timeline_app.printing.setup_dialog import PageSetupDialog

ODD = PageOptions(
    Paper.LETTER, landscape=True, margins=Margins(10, 11, 12, 13), black_and_white=True, event_list=False, poster=4
)


@pytest.mark.parametrize("options", [PageOptions(), ODD, PageOptions(passages=False, dark=True, width=900)])
def test_what_is_not_changed_stays(qtbot, options):
    dialog = PageSetupDialog(options)
    qtbot.addWidget(dialog)
    assert dialog.options == options


def test_what_is_chosen_is_given_back(qtbot, monkeypatch):
    def choose(dialog):
        dialog.paper.setCurrentIndex(list(Paper).index(Paper.A3))
        dialog.sideways.setChecked(True)
        dialog.margins["left"].setValue(1.0)
        dialog.poster.setValue(3)
        dialog.grey.setChecked(True)
        dialog.list.setChecked(False)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PageSetupDialog, "exec", choose)
    assert page_setup(PageOptions()) == PageOptions(
        Paper.A3, landscape=True, margins=Margins(left=3.0), black_and_white=True, event_list=False, poster=3
    )


def test_it_says_how_wide_a_poster_gets(qtbot):
    dialog = PageSetupDialog(PageOptions())
    qtbot.addWidget(dialog)
    assert "as many pages" in dialog.about_poster.text()
    dialog.poster.setValue(3)
    # Three sheets of 18 cm between their margins, less two centimetres of overlap.
    assert "52 cm wide" in dialog.about_poster.text()
    dialog.list.setChecked(False)
    assert not dialog.passages.isEnabled()


def test_every_field_has_a_name_for_screen_readers(qtbot):
    dialog = PageSetupDialog(PageOptions())
    qtbot.addWidget(dialog)
    assert {box.accessibleName() for box in dialog.margins.values()} == {
        "Left margin", "Top margin", "Right margin", "Bottom margin"
    }  # fmt: skip
    assert dialog.poster.accessibleDescription()
