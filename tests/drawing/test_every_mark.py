"""Every kind of date with every factuality, in every theme, put together and painted: what must be seen of each.

The pictures are not kept: what is asked of their pixels holds whatever the fonts of a machine are.
"""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest

from tests.drawing.pictures import painted, picture, unlike
from tests.drawing.plainly import paint_plainly
from tests.layout.made import after, before, from_to, on, within
from timeline_app.drawing.contrast import contrast
from timeline_app.drawing.painter import paint_timeline
from timeline_app.drawing.theme import black_and_white, dark, light, paper
from timeline_app.model import Factuality

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = [light(), dark(), paper(), black_and_white()]
#: Kinds of dates, with whether they fade at the left and at the right, and whether there is a dot.
DATES = {
    "a day": (on(110), False, False, True),
    "a span": (from_to(102, 117), False, False, False),
    "vague": (within(102, 117), True, True, False),
    "vague with a best guess": (within(102, 117, 110), True, True, True),
    "before": (before(117), True, False, False),
    "after": (after(102), False, True, False),
}
SHAPES = (Factuality.HAPPENED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.DENIED)
TITLE = "A title much too long to go inside of any bar that is drawn here"
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
every_date = pytest.mark.parametrize("date", DATES)
every_factuality = pytest.mark.parametrize("factuality", list(Factuality))


def drawn(theme, date, factuality, *, paint=paint_timeline, checked=True):
    """The mark alone: its frame, and its pixels from some way left of it to some way right, without the label."""
    title = TITLE
    frame, pixels = picture(
        theme,
        DATES[date][0],
        first=90.0,
        last=131.0,
        title=title,
        factuality=factuality,
        checked=checked,
    )
    if paint is not paint_timeline:
        pixels = painted(frame, theme, paint=paint)
    marks = frame.marks
    left = min(float(marks.left[0]), float(np.fmin(marks.left[0], marks.dot[0])))
    right = max(float(marks.right[0]), float(np.fmax(marks.right[0], marks.dot[0])))
    y = round(float(marks.y[0]))
    label = float(marks.label_x[0])
    begin = max(0, round(left) - 3)
    end = round(min(right + 3, label - 1) if label > left else right + 3)
    return frame, pixels[y - 11 : y + 12, begin:end]


@every_theme
@every_date
@every_factuality
def test_every_mark_is_seen(theme, date, factuality):
    for checked in (True, False):
        _, pixels = drawn(theme, date, factuality, checked=checked)
        inks = {"#{:02x}{:02x}{:02x}".format(*pixel) for pixel in pixels.reshape(-1, 3).tolist()}
        strong = [ink for ink in inks if contrast(ink, theme.lane) >= 2.9]
        assert strong, (date, factuality)


@every_theme
@every_date
@every_factuality
def test_a_mark_put_together_shows_what_a_painted_one_shows(theme, date, factuality):
    _, screen = drawn(theme, date, factuality)
    _, plain = drawn(theme, date, factuality, paint=paint_plainly)
    assert screen.shape == plain.shape
    # Outlines fall on other parts of pixels, and dashes begin elsewhere; grey is grey.
    assert abs(unlike(screen, theme.lane).mean() - unlike(plain, theme.lane).mean()) < 8
    assert (np.abs(screen - plain).max(axis=-1) > 110).mean() < 0.06


@every_theme
@pytest.mark.parametrize("date", [date for date in DATES if date != "a day"])
@pytest.mark.parametrize("factuality", SHAPES)
def test_open_and_vague_ends_fade_and_known_ends_do_not(theme, date, factuality):
    _, fades_left, fades_right, _ = DATES[date]
    _, pixels = drawn(theme, date, factuality)
    strength = unlike(pixels, theme.lane).max(axis=0).astype(float)
    middle = np.sort(strength[len(strength) // 4 : -len(strength) // 4])[-5]
    # Of a dashed line the strongest of some pixels tells.
    ends = {"left": strength[4:14].max(), "right": strength[-14:-4].max()}
    assert (ends["left"] < 0.75 * middle) == fades_left, (ends, middle)
    assert (ends["right"] < 0.75 * middle) == fades_right, (ends, middle)


@every_theme
@every_date
def test_what_did_not_happen_is_hollow(theme, date):
    """The inside of the mark, beside its strike and its dot, is nearly the lane's ground."""
    fills = {}
    for factuality in SHAPES:
        frame, pixels = drawn(theme, date, factuality)
        centre = pixels.shape[1] // 2
        dot = DATES[date][3]
        part = pixels[14:15, centre - 1 : centre + 2] if date == "a day" else pixels[14:16, centre - 30 : centre - 12]
        fills[factuality] = float(np.median(unlike(part, theme.lane)))
        assert len(frame.marks) == 1
        assert np.isnan(frame.marks.dot[0]) != dot
    happened = fills.pop(Factuality.HAPPENED)
    assert all(fill < 0.45 * happened for fill in fills.values()), (happened, fills)


@every_theme
def test_no_two_look_the_same_even_without_colours(theme):
    """Shape carries what colour does: all dates and factualities stay apart in grey."""
    seen = {}
    for date, factuality in product(DATES, SHAPES):
        frame, _ = drawn(theme, date, factuality)
        pixels = painted(frame, theme)
        grey = pixels @ np.array([0.299, 0.587, 0.114])
        y = round(float(frame.marks.y[0]))
        right = float(np.fmax(frame.marks.right[0], frame.marks.dot[0]))
        # Labels stand elsewhere for each; only what is left of all of them is compared.
        seen[date, factuality] = grey[y - 11 : y + 12, 60 : min(round(right), 390)]
    for one, other in combinations(seen, 2):
        width = min(seen[one].shape[1], seen[other].shape[1])
        away = np.abs(seen[one][:, :width] - seen[other][:, :width])
        assert (away > 20).sum() > 12, (one, other)


@every_theme
@every_factuality
def test_a_statement_and_a_conflict_show_on_every_mark(theme, factuality):
    plain = picture(theme, on(110), factuality=factuality)[1]
    said = picture(theme, on(110), factuality=factuality, statement=True)[1]
    assert (np.abs(plain - said).max(axis=-1) > 40).sum() >= 8
