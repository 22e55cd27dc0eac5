"""An order that is mended is the order that sorting gives."""

import random

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.project.order import Order

CHANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9), st.booleans()), max_size=60)


@given(CHANGES, st.integers(1, 7))
def test_mending_is_sorting(changes, batch):
    order, there = Order(), {}
    for at in range(0, len(changes), batch):
        part = {f"{id_:02}": (f"{id_:02}", (key, f"{id_:02}"), None if gone else (id_, at)) for id_, key, gone in
                changes[at : at + batch]}  # fmt: skip
        order.change(list(part.values()))
        for id_, key, value in part.values():
            there.pop(id_, None)
            if value is not None:
                there[id_] = (key, value)
        assert order.values == [value for _, value in sorted(there.values(), key=lambda pair: pair[0])]
        assert all((id_ in order) == (id_ in there) for id_ in part)


def test_few_of_many_are_changed():
    rng, order = random.Random(5), Order()
    order.change([(f"{n:04}", (rng.random(), f"{n:04}"), n) for n in range(1000)])
    changed = {f"{n:04}": (rng.random(), f"{n:04}") for n in range(0, 200, 3)}
    order.change([(id_, key, int(id_)) for id_, key in changed.items()])
    keys = [order.key_of(f"{n:04}") for n in order.values]
    assert keys == sorted(keys)
    assert len(keys) == 1000
