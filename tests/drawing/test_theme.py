from itertools import combinations

import pytest

from timeline_app.drawing.contrast import channels, contrast
from timeline_app.drawing.marks import Mark, bar_fill
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


@pytest.mark.parametrize("theme", [light(), dark()], ids=lambda theme: theme.name)
@pytest.mark.parametrize("checked", [True, False])
def test_marks_stand_out_from_the_lane(theme, checked):
    for index in range(len(theme.actors)):
        mark = Mark(theme.actor_colour(index), theme.lane, False, 0, checked, False, False)
        assert contrast(theme.actor_colour(index), theme.lane) >= 2.2
        assert contrast(theme.text, bar_fill(mark)) >= 3.0


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
