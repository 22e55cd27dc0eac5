from timeline_app.layout.eras import eras_from_json, eras_to_json
from timeline_app.layout.frame import Era

TRUCE = Era(100.0, 108.0, "Truce")


def test_eras_are_kept_as_plain_values():
    assert eras_from_json(eras_to_json((TRUCE,))) == (TRUCE,)
    for odd in (None, {}, [1], [{"first": 3, "last": 1, "label": "x"}], [{"first": 1, "last": 3}]):
        assert eras_from_json(odd) == ()
