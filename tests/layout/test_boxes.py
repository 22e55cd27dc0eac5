import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.made import many
from timeline_app.layout.boxes import Boxes
from timeline_app.layout.columns import OPEN_LEFT, OPEN_RIGHT
from timeline_app.layout.metrics import Metrics


@given(st.integers(0, 10_000), st.floats(1e-4, 1e4))
@settings(max_examples=40)
def test_one_side_alone_is_that_of_both(seed, scale):
    columns = many(60, seed=seed)
    columns.flags[::7] |= OPEN_LEFT
    columns.flags[::11] |= OPEN_RIGHT
    boxes = Boxes(columns, Metrics(), np.arange(60) % 3 == 0)
    rows = np.arange(0, 60, 2, dtype=np.int32)
    left, right = boxes.sides(rows, scale)
    assert np.allclose(boxes.lefts(rows, scale), left, rtol=1e-12)
    assert np.allclose(boxes.rights(rows, scale), right, rtol=1e-12)
