import pytest

from timeline_app.drawing.contrast import contrast, mixed, readable


def test_known_contrasts():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_mixing():
    assert mixed("#ff0000", "#000000", 0.5) == "#800000"
    assert mixed("#123456", "#ffffff", 1.0) == "#123456"


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#1d2129", "#e3edff", "#808080"])
@pytest.mark.parametrize("colour", ["#e69f00", "#0072b2", "#ffffff", "#000000"])
def test_readable_is_readable(colour, ground):
    assert contrast(readable(colour, ground), ground) >= 4.5


def test_what_is_readable_stays():
    assert readable("#0072b2", "#ffffff") == "#0072b2"
