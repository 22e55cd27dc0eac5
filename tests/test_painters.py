"""Painting ends also where it fails: a painter that outlives its surface takes the whole program along.

The traceback of an error keeps what was in hand, the painter among it, until the next error; Qt paints on with two
painters on one surface, and ends in memory that is gone. So every painter that is made stands in a `with`.
"""

from __future__ import annotations

import ast

import pytest

from tests.source_tree import modules, name_of, tree
from timeline_app.views.timeline_canvas import CanvasView


def painters(node):
    """The places where a painter is made for a surface."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id == "QPainter" and one.args:
            yield one


def test_every_painter_is_ended_whatever_happens():
    loose = []
    for path in modules():
        held = {
            id(item.context_expr) for node in ast.walk(tree(path)) if isinstance(node, ast.With) for item in node.items
        }
        loose += [f"{name_of(path)}:{one.lineno}" for one in painters(tree(path)) if id(one) not in held]
    assert loose == []


def test_a_painting_that_fails_lets_go_of_the_surface(qtbot):
    kept = []

    def paint(painter, _width, _height):
        kept.append(painter)
        if len(kept) == 1:
            raise ValueError("an event without a date")

    canvas = CanvasView(paint)
    qtbot.addWidget(canvas)
    with qtbot.capture_exceptions() as errors:
        canvas.show()
        qtbot.waitUntil(lambda: bool(kept))
        canvas.repaint_soon()
        qtbot.waitUntil(lambda: len(kept) > 1)
    assert [kind for kind, *_ in errors] == [ValueError]
    assert not kept[0].isActive()


@pytest.mark.parametrize("source", ["with QPainter(image) as painter:\n    pass", "painter = QPainter(image)"])
def test_painters_are_found(source):
    assert len(list(painters(ast.parse(source)))) == 1
