from timeline_app.drawing.theme import dark
from timeline_app.views.timeline_legend import LegendView


def test_the_legend_grows_with_its_lines(qtbot):
    legend = LegendView()
    qtbot.addWidget(legend)
    assert legend.heightForWidth(200) > legend.heightForWidth(900)
    legend.resize(500, legend.heightForWidth(500))
    plain = legend.grab().toImage()
    legend.set_theme(dark())
    assert legend.grab().toImage() != plain
    assert "planned" in legend.accessibleDescription()
