from PySide6.QtCore import Qt

from timeline_app.desktop.help import LegendDialog


def test_the_legend_is_one_click_away_and_opens_once(window, qtbot):
    qtbot.mouseClick(window.status.legend, Qt.MouseButton.LeftButton)
    legend = window.findChild(LegendDialog)
    qtbot.waitUntil(legend.isVisible)
    assert "planned" in legend.legend.accessibleDescription()
    legend.close()
    window.table_of_actions["legend"].trigger()
    assert legend.isVisible()
    assert window.findChildren(LegendDialog) == [legend]
    assert not legend.isModal()
