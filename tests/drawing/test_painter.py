import numpy as np
import pytest

from tests.drawing.pictures import LANES, is_colour, painted, picture, unlike
from tests.drawing.plainly import paint_plainly
from tests.layout.made import after, before, event, from_to, many, on, within
from timeline_app.drawing.contrast import mixed
from timeline_app.drawing.ground import lane_ground
from timeline_app.drawing.marks import Mark, bar_fill
from timeline_app.drawing.measures import measure_label
from timeline_app.drawing.theme import black_and_white, dark, light, paper
from timeline_app.layout.arrangement import arrange
from timeline_app.layout.columns import columns_of
from timeline_app.layout.eras import Era
from timeline_app.layout.frame import DayMark, lay_out
from timeline_app.layout.scale import TimeScale
from timeline_app.model import Claim, Factuality, Passage

pytestmark = pytest.mark.usefixtures("qapp")
THEMES = [light(), dark(), paper(), black_and_white()]
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def dot_pixels(frame, pixels, radius=12):
    """The square around the only dot, and the pixel in its middle."""
    x, y = round(frame.marks.dot[0]), round(frame.marks.y[0])
    return pixels[y - radius : y + radius + 1, x - radius : x + radius + 1], pixels[y, x]


def bar_profile(frame, pixels):
    """How far the middle of the bar is from its lane, from its left to its right end."""
    left, right, y = (round(float(value[0])) for value in (frame.marks.left, frame.marks.right, frame.marks.y))
    return unlike(pixels[y + 5, left:right], _ground_of(pixels))


def _ground_of(pixels):
    return "#" + "".join(f"{int(value):02x}" for value in pixels[-2, -2])


@every_theme
def test_a_day_is_a_filled_dot(theme):
    frame, pixels = picture(theme, on(100))
    around, middle = dot_pixels(frame, pixels)
    assert is_colour(middle, theme.actors[0])
    filled = (unlike(around, theme.actors[0]) < 40).sum()
    assert np.pi * 5.5**2 < filled < np.pi * 7.5**2


@every_theme
def test_unchecked_is_lighter_but_keeps_its_outline(theme):
    frame, pixels = picture(theme, on(100), checked=False)
    around, middle = dot_pixels(frame, pixels)
    fill = mixed(theme.actors[0], theme.lane, theme.strength_unchecked)
    assert is_colour(middle, fill)
    assert not is_colour(middle, theme.actors[0], 20)
    assert (unlike(around, theme.actors[0]) < 40).sum() > 15


@every_theme
def test_a_span_is_solid_from_end_to_end(theme):
    frame, pixels = picture(theme, from_to(100, 110), title="A title much too long for the inside of this bar")
    strength = bar_profile(frame, pixels)
    inner = strength[6:-6]
    assert inner.min() > 0.8 * inner.max() > 20


@every_theme
def test_checked_spans_are_stronger(theme):
    for checked in (True, False):
        title = "A title much too long for the inside of this bar"
        frame, pixels = picture(theme, from_to(100, 110), checked=checked, title=title)
        y, x = round(frame.marks.y[0]), round((frame.marks.left[0] + frame.marks.right[0]) / 2)
        mark = Mark(theme.actors[0], theme.lane, False, 0, checked, False, False)
        assert is_colour(pixels[y, x], bar_fill(mark))


@every_theme
def test_a_vague_date_fades_at_both_ends(theme):
    frame, pixels = picture(theme, within(100, 119), title="A title much too long for the inside of this bar really")
    strength = bar_profile(frame, pixels)
    assert strength[2:8].max() < 0.3 * strength.max()
    assert strength[-8:-2].max() < 0.3 * strength.max()
    # Grid lines show through, so the rise is taken in steps.
    steps = [np.median(part) for part in np.array_split(strength[: len(strength) // 2], 5)]
    assert steps == sorted(steps)


@every_theme
@pytest.mark.parametrize(("when", "open_left"), [(before(110), True), (after(110), False)])
def test_an_open_date_fades_towards_the_open_side(theme, when, open_left):
    frame, pixels = picture(theme, when)
    strength = bar_profile(frame, pixels)
    strength = strength if open_left else strength[::-1]
    steps = [np.median(part) for part in np.array_split(strength[:-5], 5)]
    assert steps == sorted(steps)
    assert steps[0] < 0.3 * steps[-1]


@every_theme
def test_a_best_guess_has_its_dot_on_the_bar(theme):
    frame, pixels = picture(theme, within(100, 119, 119))
    _, middle = dot_pixels(frame, pixels)
    assert is_colour(middle, theme.actors[0])


@every_theme
def test_planned_is_hollow(theme):
    frame, pixels = picture(theme, on(100), factuality=Factuality.PLANNED)
    around, middle = dot_pixels(frame, pixels)
    assert is_colour(middle, theme.lane)
    assert (unlike(around, theme.actors[0]) < 60).sum() > 30


@every_theme
def test_possible_is_dashed(theme):
    ring = {}
    for factuality in (Factuality.PLANNED, Factuality.POSSIBLE):
        frame, pixels = picture(theme, on(100), factuality=factuality)
        around, middle = dot_pixels(frame, pixels)
        assert is_colour(middle, theme.lane)
        ring[factuality] = (unlike(around, theme.lane) > 100).sum()
    assert 0.4 < ring[Factuality.POSSIBLE] / ring[Factuality.PLANNED] < 0.85


@every_theme
def test_denied_is_struck_through(theme):
    frame, pixels = picture(theme, on(100), factuality=Factuality.DENIED)
    _, middle = dot_pixels(frame, pixels)
    assert unlike(middle, theme.lane) > 60
    x, y = round(frame.marks.dot[0]), round(frame.marks.y[0])
    assert unlike(pixels[y, x - 8], theme.lane) > 60
    assert is_colour(pixels[y - 4, x], theme.lane, 40)
    label = pixels[
        y - 8 : y + 8, round(frame.marks.label_x[0]) : round(frame.marks.label_x[0] + frame.marks.label_width[0])
    ]
    # One row of the label is ink from end to end.
    assert (unlike(label, theme.lane) > 40).mean(axis=1).max() > 0.9


@every_theme
def test_a_statement_has_a_quote_mark_in_its_dot(theme):
    plain_frame, plain = picture(theme, on(100))
    frame, pixels = picture(theme, on(100), statement=True)
    assert dot_pixels(frame, pixels)[0].shape == dot_pixels(plain_frame, plain)[0].shape
    inside = dot_pixels(frame, pixels, 3)[0]
    light_part = (unlike(inside, theme.actors[0]) > 60).mean()
    assert 0.1 < light_part < 0.7
    assert (unlike(dot_pixels(plain_frame, plain, 3)[0], theme.actors[0]) > 60).mean() == 0


@every_theme
@pytest.mark.parametrize("factuality", [Factuality.PLANNED, Factuality.POSSIBLE, Factuality.DENIED])
def test_bars_of_what_did_not_happen_are_hollow(theme, factuality):
    title = "A title much too long for the inside of this bar"
    frame, pixels = picture(theme, from_to(100, 110), factuality=factuality, title=title)
    y, left, right = round(frame.marks.y[0]), round(frame.marks.left[0]), round(frame.marks.right[0])
    inside = unlike(pixels[y + 4, left + 8 : right - 8], theme.lane)
    assert np.median(inside) < 40
    edge = max((unlike(pixels[row, left + 8 : right - 8], theme.lane) > 50).mean() for row in range(y - 9, y - 5))
    assert (edge > 0.9) if factuality is not Factuality.POSSIBLE else (0.3 < edge < 0.85)
    struck = (unlike(pixels[y, left + 8 : right - 8], theme.lane) > 50).mean()
    assert (struck > 0.9) == (factuality is Factuality.DENIED)


def test_sources_that_differ_are_flagged():
    plain = picture(light(), on(100))[1]
    claim = Claim("date", "", Passage("article", 0, 3))
    marked = picture(light(), on(100), claims=(claim,))[1]
    assert 10 < (np.abs(plain - marked).max(axis=-1) > 40).sum() < 80


@every_theme
def test_what_is_put_together_is_as_painted(theme):
    for when in (on(100), from_to(100, 110), within(100, 119), before(110)):
        frame, screen = picture(theme, when)
        plain = painted(frame, theme, paint=paint_plainly)
        differing = (np.abs(screen - plain).max(axis=-1) > 90).mean()
        assert differing < 0.01


def test_black_and_white_is_only_grey():
    _, pixels = picture(black_and_white(), within(100, 119), factuality=Factuality.POSSIBLE, statement=True)
    assert (pixels.max(axis=-1) - pixels.min(axis=-1)).max() <= 2


@every_theme
def test_many_at_one_place_are_a_mark_with_a_number(theme):
    columns = columns_of([event(number, on(100), "a") for number in range(80)], LANES)
    arrangement = arrange(columns, LANES, rows=3)
    frame = lay_out(arrangement, TimeScale(90.0, 110.0, 600), 300)
    pixels = painted(frame, theme)
    x, y = round(frame.clusters.left[0] + 6), round(frame.cluster_y[0])
    assert unlike(pixels[y, x], theme.lane) > 15
    assert frame.clusters.labels[0].startswith("77")


def test_a_selected_event_looks_so():
    columns = columns_of([event(1, on(100), "a"), event(2, on(104), "a")], LANES)
    arrangement = arrange(columns, LANES)
    scale = TimeScale(90.0, 130.0, 600)
    plain = painted(lay_out(arrangement, scale, 140), light())
    chosen = painted(lay_out(arrangement, scale, 140, selected=frozenset([0])), light())
    frame = lay_out(arrangement, scale, 140)
    first = round(min(frame.marks.dot))
    assert (np.abs(plain - chosen).max(axis=-1)[:, first - 12 : first + 12] > 8).sum() > 50


def test_marked_days_ranges_and_eras_are_painted():
    columns = columns_of([event(1, on(100), "a")], LANES)
    arrangement, scale = arrange(columns, LANES), TimeScale(90.0, 130.0, 600)
    plain = painted(lay_out(arrangement, scale, 200), light())
    marked = painted(
        lay_out(
            arrangement, scale, 200, day_marks=[DayMark(125.0, "published 5 May", is_today=True)],
            eras=[Era(91.0, 95.0, "Truce")], marked_range=(110.0, 115.0), marked_words="5 days",
        ), light(),
    )  # fmt: skip
    changed = np.abs(plain - marked).max(axis=-1) > 4
    for first, last in ((91, 95), (110, 115)):
        columns_changed = changed[60:180, round(scale.x_of(first)) + 2 : round(scale.x_of(last)) - 2]
        assert columns_changed.mean() > 0.9
    assert changed[60:170, round(scale.x_of(125.0))].mean() > 0.9


@every_theme
def test_the_name_of_a_marked_day_stands_below_all_events(theme):
    columns = columns_of([event(number, on(100 + number), "a", title="A title here") for number in range(12)], LANES)
    arrangement = arrange(columns, LANES, rows=12)
    scale = TimeScale(95.0, 115.0, 600)
    with_mark, without = (
        lay_out(arrangement, scale, 180, day_marks=[DayMark(107.5, label)], foot=20.0)
        for label in ("published 5 May", "")
    )
    changed = np.abs(painted(with_mark, theme) - painted(without, theme)).max(axis=-1) > 4
    rows = np.flatnonzero(changed.any(axis=1))
    assert with_mark.body_bottom == 160
    assert len(rows)
    assert rows.min() > with_mark.body_bottom
    assert (with_mark.marks.y < 180).any()


def test_names_in_the_foot_never_overlap():
    columns = columns_of([event(1, on(100), "a")], LANES)
    arrangement, scale = arrange(columns, LANES), TimeScale(90.0, 130.0, 600)
    inks = []
    for label in ("", "The long truce of that spring"):
        frame = lay_out(
            arrangement, scale, 200, day_marks=[DayMark(100.0, "published 5 May")], eras=[Era(88.0, 112.0, label)]
        )
        pixels = painted(frame, light())[-18:-2]
        accent = unlike(pixels, light().today) < 60
        inks.append(accent[:, round(scale.x_of(100.0)) - 110 : round(scale.x_of(100.0)) - 4])
    # The name of the day is the same with and without the name of the era.
    assert (inks[0] == inks[1]).all()


def test_a_name_given_by_hand_is_seen_where_a_day_would_crowd_it_out():
    columns = columns_of([event(1, on(100), "a")], LANES)
    arrangement, scale = arrange(columns, LANES), TimeScale(90.0, 130.0, 600)
    marks = [DayMark(103.0, "published 5 May")]
    inks = [
        unlike(painted(lay_out(arrangement, scale, 200, day_marks=marks, eras=eras), light())[-18:-2], ink) < 60
        for eras, ink in (([Era(97.0, 105.0, "Truce in May")], light().text_muted), ([], light().text_muted))
    ]
    room = slice(round(scale.x_of(97.0)) + 4, round(scale.x_of(105.0)) - 4)
    assert inks[0][:, room].sum() > 20
    assert inks[1][:, room].sum() < 5


def test_long_and_right_to_left_titles_stay_in_their_room():
    for title in ("Ein sehr langer Titel " * 12, "הסכם שביתת הנשק נחתם בירושלים " * 5, "اتفاق وقف إطلاق النار"):
        frame, pixels = picture(light(), on(95), title=title)
        right = round(frame.marks.label_x[0] + frame.marks.label_width[0])
        y = round(frame.marks.y[0])
        assert frame.marks.label_width[0] <= 600
        strip = unlike(pixels[y - 6 : y + 6, right + 4 : right + 60], light().lane)
        assert (strip > 60).mean() < 0.02


def test_an_empty_or_vast_timeline_paints():
    for columns, lanes in ((columns_of([], []), []), (many(500, lane_count=1), LANES)):
        frame = lay_out(arrange(columns, lanes), TimeScale(-4e6, 4e6, 600), 200)
        assert painted(frame, dark()).shape == (200, 600, 3)


def test_no_label_stands_beside_a_title_that_stays():
    events = [event(n, on(100 + n % 3), "a", title="Mmmmm Mmmmm") for n in range(1, 12)]
    columns = columns_of(events, LANES, measure=measure_label(light()))
    arrangement, scale = arrange(columns, LANES), TimeScale(90.0, 130.0, 600)
    still, down = (lay_out(arrangement, scale, 200, scroll=scroll) for scroll in (0.0, 41.0))
    assert down.lane_top(0) < down.highest(0), "the lane is scrolled beneath its title"
    top = round(down.highest(0))
    band = painted(down, light())[top + 2 : top + round(light().metrics.lane_title) - 2, 120:]
    assert unlike(band, lane_ground(light(), 0)).max() <= 3
    assert unlike(painted(still, light())[top + 40 : -20, 120:], lane_ground(light(), 0)).max() > 100
