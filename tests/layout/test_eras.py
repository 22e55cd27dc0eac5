from timeline_app.layout.eras import Era, eras_from_json, eras_to_json, step_words

TRUCE = Era(100.0, 108.0, "Truce")


def test_eras_are_kept_as_plain_values():
    assert eras_from_json(eras_to_json((TRUCE,))) == (TRUCE,)
    for odd in (None, {}, [1], [{"first": 3, "last": 1, "label": "x"}], [{"first": 1, "last": 3}]):
        assert eras_from_json(odd) == ()


def test_a_step_is_called_by_what_was_done():
    assert step_words((), (TRUCE,)) == "Name range"
    assert step_words((TRUCE,), ()) == "Remove name of range"
    assert step_words((TRUCE,), (Era(100.0, 108.0, "Ceasefire"),)) == "Rename range"
