from itertools import combinations

import pytest

from timeline_app.drawing.contrast import channels, contrast, readable
from timeline_app.drawing.marks import Mark, bar_fill, inside_ink, outline_of
from timeline_app.drawing.pills import pill_fill
from timeline_app.drawing.theme import (
    actor_colour,
    black_and_white,
    colour,
    current_theme,
    dark,
    font,
    light,
    paper,
    use_theme,
)
from timeline_app.layout.columns import FACTUALITIES

THEMES = [light(), dark(), paper(), black_and_white()]
SURFACES = ("window", "panel", "surface", "lane", "lane_other", "axis", "passage", "accent_soft")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_readable_on_every_surface(theme):
    for surface in SURFACES:
        for ink in ("text", "text_muted", "accent", "warning", "error", "success"):
            assert contrast(getattr(theme, ink), getattr(theme, surface)) >= 4.5, (ink, surface)
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_actor_colours_as_text_are_readable(theme):
    for index in range(-1, len(theme.actors)):
        assert contrast(theme.actor_text(index), theme.surface) >= 4.5
        assert contrast(theme.text, theme.actor_tint(index)) >= 4.5


def marks_of(theme, checked, factuality=0):
    """A mark in every actor's colour, and nobody's, on both grounds of lanes."""
    for index in range(-1, len(theme.actors)):
        for ground in (theme.lane, theme.lane_other):
            yield Mark(theme.actor_colour(index), ground, False, factuality, checked, False, False)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("checked", [True, False])
def test_bars_and_the_words_in_them_stand_out_in_every_actors_colour(theme, checked):
    for mark in marks_of(theme, checked):
        assert contrast(bar_fill(mark), mark.ground) >= 3.0, mark
        # Where the bar fades the words stand on the lane.
        for ground in (bar_fill(mark), mark.ground):
            assert contrast(inside_ink(mark), ground) >= 4.5, mark


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("factuality", range(len(FACTUALITIES)))
def test_every_mark_has_an_outline_or_a_fill_that_is_seen(theme, factuality):
    for checked in (True, False):
        for mark in marks_of(theme, checked, factuality):
            assert contrast(outline_of(mark), mark.ground) >= 3.0, mark
            assert contrast(inside_ink(mark), bar_fill(mark)) >= 4.5, mark


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_what_is_checked_is_stronger(theme):
    for found, checked in zip(marks_of(theme, False), marks_of(theme, True), strict=True):
        assert contrast(bar_fill(checked), found.ground) > contrast(bar_fill(found), found.ground) + 0.25


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_numbers_of_clusters_are_readable(theme):
    for depth in range(11):
        for mark in marks_of(theme, False):
            fill = pill_fill(mark.ink, mark.ground, depth)
            assert contrast(readable(mark.ink, fill), fill) >= 4.5


def _as_seen(colour_name, matrix):
    linear = [(value / 255) ** 2.2 for value in channels(colour_name)]
    return [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in matrix]


#: How deuteranopes and protanopes see, in linear light (Viénot, Brettel and Mollon 1999).
BLINDNESS = {
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
}


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("theme", [light(), dark()], ids=lambda theme: theme.name)
def test_the_first_five_actors_stay_apart_for_colour_blind_eyes(theme, blindness):
    for one, other in combinations(theme.actors[:5], 2):
        seen, also = _as_seen(one, BLINDNESS[blindness]), _as_seen(other, BLINDNESS[blindness])
        assert max(abs(a - b) for a, b in zip(seen, also, strict=True)) > 0.06, (one, other)


def test_the_chosen_theme_rules_until_it_is_given_up(qapp):
    use_theme(dark())
    assert current_theme() is dark()
    assert actor_colour(0).name() == dark().actors[0]
    use_theme(None)
    assert current_theme() in (light(), dark())


def test_colours_go_round_and_nobody_is_grey():
    assert light().actor_colour(len(light().actors)) == light().actor_colour(0)
    assert light().actor_colour(-1) == light().neutral
    assert colour("#102030", 0.5).alpha() == 128


def test_fonts_are_set_in_pixels(qapp):
    assert font(12.4).pixelSize() == 12
    assert font(12, bold=True).bold()
